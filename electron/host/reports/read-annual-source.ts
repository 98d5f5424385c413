import { disclosureFacts } from '../../../domain/disclosure/report-facts.ts'
import type { DisclosureFacts } from '../../../domain/report/disclosure-facts.ts'
import { eachCase } from './each-case.ts'
import { chargesOf, readProactive, readStated } from './read-proactive.ts'
import type { ReadAnnualSource } from './report-sources.ts'

/** The requests of the store, and what it keeps for section 二. */
export const readAnnualSource: ReadAnnualSource = ({ services: { store } }) => {
  const facts: DisclosureFacts[] = []
  const charges: ReturnType<typeof chargesOf>[number][] = []
  let incomplete = 0
  for (const { state, held } of eachCase(store.read.cases, ['disclosure', 'service', 'bundle'])) {
    if (held && state.kind === 'disclosure') incomplete += 1
    charges.push(...chargesOf(state))
    const counted = state.kind === 'disclosure' ? disclosureFacts(state) : null
    if (counted !== null) facts.push(counted)
  }
  return {
    organ: store.read.reference.findCenter()?.name ?? '',
    facts,
    proactive: readProactive(store.read.records, charges),
    stated: readStated(store.read.records),
    incomplete,
  }
}
