import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ORPCError, onError } from '@orpc/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CenterCodeSchema } from '../../contract/primitives.ts'
import { type OpenScope, openErrors } from '../../contract/open.ts'
import { makeAdmission } from '../api/admission.ts'
import { EarlyError } from '../api/api-error.ts'
import type { ApiDeps } from '../api/context.ts'
import { refuseWhileMoving } from '../api/moving-gate.ts'
import { readBody } from '../api/read-body.ts'
import { toLoggedError } from '../api/server-log.ts'
import type { Database } from '../store/connect.ts'
import { type OpenContext, write } from './context.ts'
import { countUse } from './count-use.ts'
import { describeOpen } from './describe-open.ts'
import type { Clockwork } from './even-time.ts'
import { openRouter } from './router.ts'
import { type OpenCaller, findCaller } from './token.ts'

/** Paths of contract/open.ts with the scope that each asks for. */
const routes = [
  { method: 'POST', path: 'progress/query', scope: 'progress:read' },
  { method: 'GET', path: 'progress/changes', scope: 'progress:read' },
  { method: 'GET', path: 'published', scope: 'registers:read' },
  { method: 'POST', path: 'applications', scope: 'applications:write' },
  { method: 'GET', path: 'applications/:preNo', scope: 'applications:write' },
] as const satisfies readonly { readonly scope: OpenScope; readonly [key: string]: string }[]

/** An application is a page of text. */
const bodyCaps = { compressed: 32 * 1024, raw: 64 * 1024, depth: 6 }
/** Requests of all systems that are worked on at once; what waits for its stroke takes a place too. */
const atOnce = 64

interface OpenOptions extends Pick<ApiDeps, 'directory' | 'identity' | 'log' | 'version'> {
  readonly now?: () => number
  readonly clockwork?: Clockwork
}

const realTime: Clockwork = {
  elapsed: () => performance.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

interface Asking {
  readonly caller: OpenCaller
  readonly center: string
  readonly db: Database
}

/** The interface for other systems (contract/OPEN.md). */
export const addOpen = (
  app: FastifyInstance,
  { directory, identity, log, version, now = Date.now, clockwork = realTime }: OpenOptions,
): void => {
  const places = makeAdmission(atOnce)
  const asking = new WeakMap<FastifyRequest, Asking>()
  const handler = new OpenAPIHandler(openRouter, {
    interceptors: [
      onError((error) => {
        if (!(error instanceof ORPCError)) log('error', 'request failed', { error: toLoggedError(error) })
      }),
      (call) => refuseWhileMoving(async () => call.next()),
    ],
  })
  const letIn = async (request: FastifyRequest, reply: FastifyReply, scope: OpenScope) => {
    const center = centerOf(request)
    const db = center === null ? null : await directory.of(center)
    const caller =
      center === null || db === null ? null : await findCaller(db, center, request.headers.authorization, now())
    if (center === null || db === null || caller === null) return refuse(reply, 'TOKEN_INVALID')
    const leave = places.enter(center)
    if (leave === null) return refuse(reply, 'BUSY')
    reply.raw.once('close', leave)
    const waitMs = await countUse(db, { center, ...caller }, now())
    if (waitMs > 0) return refuse(comeAgainAfter(reply, waitMs), 'RATE_EXCEEDED')
    if (!caller.scopes.includes(scope)) {
      await write({ db, center, caller, now }, { act: scope, subject: null }, 'SCOPE_MISSING')
      return refuse(reply, 'SCOPE_MISSING')
    }
    asking.set(request, { caller, center, db })
    return undefined
  }
  // A scope of its own, for its bodies are smaller than a device's.
  void app.register((open, _options, done) => {
    open.removeAllContentTypeParsers()
    open.addContentTypeParser('application/json', async (request: FastifyRequest, body: FastifyRequest['raw']) => {
      const read = await readBody(request.headers, body, bodyCaps)
      if (read.ok) return read.value
      throw new EarlyError(read.error)
    })
    for (const { method, path, scope } of routes)
      open.route({
        method,
        url: `/open/v1/centers/:center/${path}`,
        onRequest: (request, reply) => letInUnlessMoving(() => letIn(request, reply, scope), reply),
        handler: async (request, reply) => {
          const who = asking.get(request)
          if (who === undefined) throw new Error('a request that nobody let in')
          const context: OpenContext = {
            ...who,
            identity,
            now,
            clockwork,
            comeAgainAfter: (ms) => void comeAgainAfter(reply, ms),
          }
          const { matched } = await handler.handle(request, reply, { context })
          if (!matched) await refuse(reply, 'NOT_FOUND')
          return reply
        },
      })
    done()
  })
  let description: Promise<object> | null = null
  app.get('/open/v1/openapi.json', async () => (description ??= describeOpen(version)))
}

const centerOf = ({ params }: FastifyRequest): string | null => {
  const center = typeof params === 'object' && params !== null && 'center' in params ? params.center : null
  const parsed = CenterCodeSchema.safeParse(center)
  return parsed.success ? parsed.data : null
}

const letInUnlessMoving = async (enter: () => Promise<unknown>, reply: FastifyReply) => {
  try {
    return await refuseWhileMoving(enter)
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'MOVING') return refuse(reply, 'MOVING')
    throw error
  }
}

const comeAgainAfter = (reply: FastifyReply, ms: number): FastifyReply =>
  reply.header('retry-after', String(Math.ceil(ms / 1000)))

const refuse = (reply: FastifyReply, code: keyof typeof openErrors) => {
  const { status, message } = openErrors[code]
  return reply.code(status).send({ defined: true, code, status, message })
}
