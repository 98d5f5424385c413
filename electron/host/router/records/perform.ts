import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const performRecordAct = signedIn.records.perform.handler(({ context, input }) => {
  const { user, session, services } = context
  return toMutable(services.performRecord(input, { staffId: user.id, role: user.role, session }))
})
