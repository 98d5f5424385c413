import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ORPCError, onError } from '@orpc/server'
import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { makeAdmission } from '../api/admission.ts'
import type { ApiDeps } from '../api/context.ts'
import { refuseWhileMoving } from '../api/moving-gate.ts'
import { toLoggedError } from '../api/server-log.ts'
import { type ConsoleSession, goOn, openSession, sealSession } from './console-session.ts'
import type { ConsoleContext } from './context.ts'
import { consoleRouter } from './router.ts'

const cookieName = 'yichuang-console'
/** CSL-2: no form and no picture of another site can send it; a script of one would have to be let by us first. */
const ownHeader = 'x-yichuang-console'

/** Passwords that are looked at at once, by all centers: 32 MiB each. */
const passwordsAtOnce = 2

export interface ConsoleOptions extends Pick<ApiDeps, 'directory' | 'identity' | 'log' | 'news'> {
  readonly secure: boolean
  readonly now?: () => number
}

/** The console's endpoints (contract/console.ts). */
export const addConsole = (
  app: FastifyInstance,
  { directory, identity, log, news, secure, now = Date.now }: ConsoleOptions,
) => {
  const passwords = makeAdmission(passwordsAtOnce)
  const verifications = makeAdmission(1)
  const handler = new OpenAPIHandler(consoleRouter, {
    interceptors: [
      onError((error) => {
        if (!(error instanceof ORPCError)) log('error', 'request failed', { error: toLoggedError(error) })
      }),
      (call) => refuseWhileMoving(async () => call.next()),
    ],
  })
  const keepIn = (reply: FastifyReply) => (session: ConsoleSession | null) => {
    const value = session === null ? '' : sealSession(identity.tokenKey, session)
    const maxAge = session === null ? 0 : Math.ceil((session.expiresAt - now()) / 1000)
    const options = { httpOnly: true, sameSite: 'strict', secure, path: '/console', maxAge } as const
    reply.header('set-cookie', stringifySetCookie(cookieName, value, options))
  }
  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'GET' && request.headers[ownHeader] !== '1')
      return reply.code(403).send({ defined: false, code: 'FORBIDDEN', status: 403, message: 'forbidden' })
    const cookie = parseCookie(request.headers.cookie ?? '')[cookieName]
    const session = cookie === undefined ? null : openSession(identity.tokenKey, cookie, now())
    const keep = keepIn(reply)
    // Whatever is asked of it moves the end of a sign-in.
    if (session !== null) keep(goOn(session, now()))
    const context: ConsoleContext = { directory, now, session, passwords, verifications, keep }
    const { matched } = await handler.handle(request, reply, { context })
    // SYN-54: whatever was changed waits for no device's next look. One word too many costs a look.
    if (session !== null && request.method !== 'GET' && reply.statusCode < 300) news.tell(session.center)
    if (!matched) await reply.code(404).send({ defined: false, code: 'NOT_FOUND', status: 404, message: 'not found' })
    return reply
  }
  for (const [method, url] of routes) app.route({ method, url, handler: handle })
}

/** Methods and paths of contract/console.ts. */
const routes = [
  ['POST', '/console/v1/session'],
  ['GET', '/console/v1/session'],
  ['DELETE', '/console/v1/session'],
  ['GET', '/console/v1/overview'],
  ['POST', '/console/v1/enrol-codes'],
  ['POST', '/console/v1/devices/revoke'],
  ['GET', '/console/v1/windows'],
  ['POST', '/console/v1/windows'],
  ['GET', '/console/v1/staff'],
  ['POST', '/console/v1/staff'],
  ['POST', '/console/v1/staff/close'],
  ['GET', '/console/v1/calendars'],
  ['POST', '/console/v1/calendars'],
  ['POST', '/console/v1/calendars/check'],
  ['POST', '/console/v1/calendars/moved'],
  ['POST', '/console/v1/calendars/withdraw'],
  ['GET', '/console/v1/items'],
  ['GET', '/console/v1/item'],
  ['POST', '/console/v1/items'],
  ['POST', '/console/v1/items/withdraw'],
  ['GET', '/console/v1/waiting'],
  ['POST', '/console/v1/waiting/intake'],
  ['POST', '/console/v1/waiting/copy'],
  ['GET', '/console/v1/history'],
  ['POST', '/console/v1/history/verify'],
  ['GET', '/console/v1/acts'],
] as const
