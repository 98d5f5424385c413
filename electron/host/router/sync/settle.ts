import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const settleOneConflict = signedIn.sync.settle.handler(({ context, input }) => {
  const { user, session, services } = context
  return toMutable(services.conflicts.settle(input, { staffId: user.id, role: user.role, session }))
})
