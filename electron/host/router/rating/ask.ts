import { refusal } from '../../../../domain/case/refusal.ts'
import { organOf, titleOf } from '../../../../domain/case/titles.ts'
import { err, ok } from '../../../../domain/result.ts'
import { guardRating } from '../../../../domain/rating/rating-act.ts'
import { deskView } from '../../queries/desk-view.ts'
import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const askRating = signedIn.rating.ask.handler(({ context: { services }, input: { caseId } }) => {
  const found = services.store.read.cases.find(caseId)
  if (found === null) return toMutable(err(refusal('case_unknown')))
  const refused = guardRating(found.state)
  if (refused !== null) return toMutable(err(refused))
  services.customerScreen.open({ caseId, title: titleOf(found.state), organ: organOf(found.state) })
  return ok(deskView(services))
})
