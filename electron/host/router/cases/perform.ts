import { signedIn } from '../base.ts'
import { toMutable } from '../../mutable.ts'

export const performAct = signedIn.cases.perform.handler(({ context, input }) => {
  const { user, session, services } = context
  return toMutable(services.perform(input, { staffId: user.id, role: user.role, session }))
})
