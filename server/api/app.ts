import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { onError, ORPCError } from '@orpc/server'
import {
  fastify,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
} from 'fastify'
import type { TlsMaterial } from '../config/read-tls.ts'
import type { Session } from '../sync/token.ts'
import { type Admission, makeAdmission } from './admission.ts'
import { type EarlyAnswer, EarlyError, early, earlyBody } from './api-error.ts'
import { packAnswer } from './pack-answer.ts'
import { movingRetryAfter, refuseWhileMoving } from './moving-gate.ts'
import { describeApi } from './openapi.ts'
import { readBody } from './read-body.ts'
import { expectPolicy } from './route-policy.ts'
import { router } from './router.ts'
import { addConsole } from '../console/add-console.ts'
import { addConsolePages } from '../console/add-console-pages.ts'
import { addOpen } from '../open/add-open.ts'
import { toLoggedError } from './server-log.ts'
import { sessionOf } from './session-gate.ts'
import { type BlobRouteDeps, addBlobs } from '../blobs/blob-routes.ts'
import { addNews } from './sync-news.ts'
import { noteServerFailure } from './settle.ts'

export interface AppOptions extends BlobRouteDeps {
  readonly tls: TlsMaterial | null
  readonly requestTimeoutMs: number
  /** Folder of the console's pages; it need not be there. */
  readonly consolePages: string
}

/** Paths of contract/server.ts with what stands before them: who may come in, and how many at once. */
const routes = [
  { method: 'GET', path: '/health/live', gate: 'open' },
  { method: 'GET', path: '/health/ready', gate: 'open' },
  { method: 'POST', path: '/sync/v1/enrol', gate: 'open' },
  { method: 'POST', path: '/sync/v1/challenge', gate: 'open' },
  { method: 'POST', path: '/sync/v1/hello', gate: 'open' },
  { method: 'POST', path: '/sync/v1/push', gate: 'writer' },
  { method: 'GET', path: '/sync/v1/pull', gate: 'reader' },
  { method: 'POST', path: '/sync/v1/lease', gate: 'reader' },
  { method: 'GET', path: '/sync/v1/heads', gate: 'reader' },
  { method: 'GET', path: '/sync/v1/snapshot', gate: 'reader' },
  { method: 'GET', path: '/sync/v1/progress', gate: 'reader' },
  { method: 'GET', path: '/sync/v1/published', gate: 'reader' },
  { method: 'GET', path: '/sync/v1/applications', gate: 'reader' },
  { method: 'GET', path: '/sync/v1/figures', gate: 'reader' },
  { method: 'GET', path: '/sync/v1/certificates', gate: 'reader' },
  { method: 'POST', path: '/sync/v1/recover', gate: 'writer' },
  { method: 'POST', path: '/sync/v1/quarantine', gate: 'writer' },
] as const

/** The HTTP side of the server, not listening yet. */
export const buildApp = (options: AppOptions): FastifyInstance => {
  const app = fastify({
    serverFactory: listenWith(options),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: (request) => acceptableId(request.headers['x-request-id']) ?? randomUUID(),
    exposeHeadRoutes: false,
  })
  app.addHook('onRoute', ({ method, url }) => expectPolicy(method, url))
  const handler = new OpenAPIHandler(router, {
    interceptors: [
      onError(async (error, { context }) => {
        if (error instanceof ORPCError) return
        options.log('error', 'request failed', { error: toLoggedError(error) })
        await noteServerFailure(context)
      }),
      (call) => refuseWhileMoving(async () => call.next()),
    ],
  })
  const places = {
    writer: makeAdmission(options.pushesAtOnce),
    reader: makeAdmission(readersPerWriter * options.pushesAtOnce),
  }
  const greetings = makeAdmission(readersPerWriter * options.pushesAtOnce)
  const sessions = new WeakMap<FastifyRequest, Session>()

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', async (request: FastifyRequest, body: FastifyRequest['raw']) => {
    const read = await readBody(request.headers, body)
    if (read.ok) return read.value
    throw new EarlyError(read.error)
  })
  for (const { method, path, gate } of routes) {
    app.route({
      method,
      url: path,
      onRequest: async (request, reply) => {
        if (gate === 'open') return undefined
        const session = sessionOf(request.headers.authorization, options.identity.tokenKey, Date.now())
        if (session === null) return answerEarly(reply, early('token_invalid'))
        sessions.set(request, session)
        return admit(places[gate], session.center, reply)
      },
      handler: async (request, reply) => {
        const session = sessions.get(request) ?? null
        const db = session === null ? options.db : await options.directory.of(session.center)
        const context = { ...options, db, session, greetings }
        const { matched } = await handler.handle(request, reply, { context })
        if (!matched) await answerEarly(reply, { status: 404, code: 'NOT_FOUND' })
        return reply
      },
    })
  }
  addNews(app, options, sessions)
  addBlobs(app, options, sessions)
  addConsole(app, { ...options, secure: options.tls !== null })
  addConsolePages(app, options.consolePages)
  addOpen(app, options)
  addDescription(app, options.version)
  app.addHook('onSend', async (request, reply, payload) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'x-request-id': request.id })
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    if (reply.statusCode === 503) reply.header('retry-after', movingRetryAfter)
    if (reply.statusCode === busyStatus && !reply.hasHeader('retry-after'))
      reply.header('retry-after', String(1 + Math.floor(Math.random() * 3)))
    // A connection kept alive past the stop would hold it up.
    if (options.isStopping()) reply.header('connection', 'close')
    return packAnswer(request, reply, payload)
  })
  app.addHook('onResponse', async (request, reply) => {
    const device = sessions.get(request)?.device
    options.log(reply.statusCode >= 500 ? 'error' : 'info', 'request', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(device === undefined ? {} : { device }),
    })
  })
  app.setNotFoundHandler((_request, reply) => answerEarly(reply, { status: 404, code: 'NOT_FOUND' }))
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof EarlyError) return answerEarly(reply.header('connection', 'close'), error.answer)
    const status = statusOf(error)
    if (status >= 500) options.log('error', 'request failed', { error: toLoggedError(error) })
    return answerEarly(reply, {
      status,
      code: status === 415 ? 'UNSUPPORTED_MEDIA_TYPE' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL',
    })
  })
  return app
}

const answerEarly = (reply: FastifyReply, answer: EarlyAnswer) => reply.code(answer.status).send(earlyBody(answer))

/** Pages and hellos are small work: so many of each for every push. */
const readersPerWriter = 4
const busyStatus = 429

const admit = (admission: Admission, center: string, reply: FastifyReply) => {
  const leave = admission.enter(center)
  if (leave === null) return answerEarly(reply, early('busy'))
  reply.raw.once('close', leave)
  return undefined
}

const addDescription = (app: FastifyInstance, version: string): void => {
  let description: Promise<object> | null = null
  app.get('/openapi.json', async () => (description ??= describeApi(version)))
}

/** Slow senders cannot hold a place: a request must be whole in time. */
const listenWith = (options: AppOptions): FastifyServerFactory => {
  const patience = {
    requestTimeout: options.requestTimeoutMs,
    headersTimeout: options.requestTimeoutMs,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: 65_000,
  }
  const { tls } = options
  if (tls === null) return (handle) => createHttpServer(patience, handle)
  return (handle) => createHttpsServer({ ...patience, cert: tls.cert, key: tls.key, minVersion: 'TLSv1.3' }, handle)
}

const acceptableId = (id: string | string[] | undefined): string | null =>
  typeof id === 'string' && /^[\w-]{8,64}$/.test(id) ? id : null

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500
