import { ORPCError } from '@orpc/server'
import type { Administrator } from '../../contract/console.ts'
import { type SignedInAdministrator, goOn } from './console-session.ts'
import { administrator, consoleApi } from './context.ts'
import { signIn } from './sign-in.ts'

export const signInHere = consoleApi.session.signIn.handler(async ({ input, context }) => {
  const leave = context.passwords.enter(input.center)
  if (leave === null) throw new ORPCError('BUSY', { status: 429, message: 'busy' })
  try {
    const signedIn = await signIn(await context.directory.of(input.center), input, context.now())
    if (signedIn.ok) {
      context.keep(signedIn.value.session)
      return told(signedIn.value)
    }
    if (signedIn.error.code === 'wrong') throw new ORPCError('SIGN_IN_WRONG', { status: 401, message: 'wrong' })
    const { waitMs } = signedIn.error
    throw new ORPCError('SIGN_IN_WAIT', { status: 429, message: 'wait', data: { waitMs } })
  } finally {
    leave()
  }
})

export const me = consoleApi.session.me.handler(async ({ context }) => {
  const found = await administrator(context)
  return told({ ...found, session: goOn(found.session, context.now()) })
})

export const signOut = consoleApi.session.signOut.handler(({ context }) => {
  context.keep(null)
  return {}
})

const told = ({ session, staff, centerName }: SignedInAdministrator): Administrator => ({
  login: staff.login,
  name: staff.name,
  center: { code: session.center, name: centerName },
  expiresAt: session.expiresAt,
})
