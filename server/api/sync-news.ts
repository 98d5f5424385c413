import type { FastifyInstance, FastifyRequest } from 'fastify'
import { newsPath } from '../../contract/sync-news.ts'
import { admitReader } from '../sync/pull.ts'
import type { Session } from '../sync/token.ts'
import { early, earlyBody } from './api-error.ts'
import type { ApiDeps } from './context.ts'
import { sessionOf } from './session-gate.ts'

/** SYN-54: the stream of what is new in a center; no procedure, because its answer does not end. */
export const addNews = (
  app: FastifyInstance,
  { identity, directory, news, isStopping }: ApiDeps,
  sessions: WeakMap<FastifyRequest, Session>,
): void => {
  app.get(newsPath, async (request, reply) => {
    const refuse = (code: Parameters<typeof early>[0]) => {
      const answer = early(code)
      return reply.code(answer.status).send(earlyBody(answer))
    }
    const session = sessionOf(request.headers.authorization, identity.tokenKey, Date.now())
    if (session === null) return refuse('token_invalid')
    sessions.set(request, session)
    const reader = await admitReader(await directory.of(session.center), session, session.center)
    if (!reader.ok) return refuse(reader.error.code)
    const stream = isStopping() ? null : await news.open(session)
    if (stream === null) return refuse('busy')
    reply.raw.once('close', () => stream.destroy())
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      .send(stream)
  })
}
