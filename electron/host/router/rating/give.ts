import { refusal } from '../../../../domain/case/refusal.ts'
import { err, ok } from '../../../../domain/result.ts'
import { toMutable } from '../../mutable.ts'
import { anybody } from '../base.ts'

export const giveRating = anybody.rating.give.handler(({ context: { services }, input }) => {
  const { customerScreen, store, perform } = services
  const asked = customerScreen.asked()
  if (asked === null) return toMutable(err(refusal('rating_not_asked')))
  const { caseId, by } = asked
  const base = store.read.cases.find(caseId)?.state.version ?? 0
  const act = { kind: 'rating.give', channel: 'hall_tablet', ...input } as const
  const done = perform({ caseId, base, act }, { staffId: by.user.id, role: by.user.role, session: by.session })
  if (!done.ok) return toMutable(done)
  customerScreen.close()
  return ok({})
})
