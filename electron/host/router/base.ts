import { type ImplementerInternalWithMiddlewares, ORPCError, implement } from '@orpc/server'
import { desktopContract } from '../../../contract/desktop.ts'
import { StoreError } from '../../../db/store-error.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import type { Services } from '../services.ts'

type HostContext = { readonly services: Services }

type CurrentUser = NonNullable<ReturnType<Services['session']['find']>>

// Named, because written out for every procedure the types would be longer than the compiler takes.
type Base<Context extends HostContext> = ImplementerInternalWithMiddlewares<
  typeof desktopContract,
  HostContext,
  Context
>

const guarded = implement(desktopContract)
  .$context<HostContext>()
  .use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      throw new ORPCError('STORE_FAILED', { status: 503, data: { code: error.code }, cause: error })
    }
  })

/** For procedures that need no user: signing in, the frame, enrolment. */
export const anybody: Base<HostContext> = guarded

/** For everything else: refused before even the input is looked at unless somebody is signed in and the desk is not locked. */
export const signedIn: Base<HostContext & Pick<CurrentUser, 'user' | 'session'>> = anybody.use(({ context, next }) => {
  const current = context.services.session.find()
  if (current === null || current.locked) {
    const reason = current === null ? 'signed_out' : 'locked'
    throw new ORPCError('UNAUTHORIZED', { status: 401, data: { reason } })
  }
  return next({ context: { user: current.user, session: current.session } })
})

/** For what a public terminal shows: refused on any device that the center did not make one. */
export const onTerminal: Base<HostContext> = anybody.use(({ context, next }) => {
  if (!isTerminal(context.services)) throw new ORPCError('NOT_A_TERMINAL', { status: 403 })
  return next({ context: {} })
})

export const isTerminal = ({ store }: Services): boolean =>
  store.read.meta.findDevice() !== null && scopeOf(store.read.meta).kind === 'kiosk'
