import type { CaseState } from '../../../domain/case/case-state.ts'
import { caseKinds } from '../../../domain/case/case-state.ts'
import { centerFactsOf } from '../../../domain/report/center-facts-of.ts'
import { offeredItems } from '../../../domain/service/report-facts.ts'
import { eachCase } from './each-case.ts'
import type { ReadCenterSource } from './report-sources.ts'

/** All cases of the store, and the items as they are offered now. */
export const readCenterSource: ReadCenterSource = ({ services: { store, today } }) => {
  const { reference, cases } = store.read
  let incomplete = 0
  function* states(): Generator<CaseState, void> {
    for (const { state, held } of eachCase(cases, caseKinds)) {
      if (held) incomplete += 1
      yield state
    }
  }
  const items = offeredItems(reference.items(), today())
  const facts = centerFactsOf(states(), items, store.calendar)
  return { center: reference.findCenter()?.name ?? '', facts, incomplete }
}
