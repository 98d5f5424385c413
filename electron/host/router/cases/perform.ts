import { signedIn } from '../base.ts'
import { asSeen } from '../../queries/as-seen.ts'
import { toMutable } from '../../mutable.ts'

export const performAct = signedIn.cases.perform.handler(({ context, input }) => {
  const { user, session, services } = context
  const state = services.store.read.cases.find(input.caseId)?.state ?? null
  const seen = { ...input, act: asSeen(state, input.act) }
  return toMutable(services.perform(seen, { staffId: user.id, role: user.role, session }))
})
