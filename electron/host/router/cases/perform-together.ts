import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const performActsTogether = signedIn.cases.performTogether.handler(({ context, input }) => {
  const { user, session, services } = context
  return toMutable(services.performTogether(input, { staffId: user.id, role: user.role, session }))
})
