import type { Store } from '../../../db/store.ts'
import type { StoredCase } from '../../../db/cases/reader.ts'
import { disclosureFacts } from '../../../domain/disclosure/report-facts.ts'
import type { DisclosureFacts } from '../../../domain/report/disclosure-facts.ts'
import { eachCase } from './each-case.ts'
import { chargesOf, readProactive, readStated } from './read-proactive.ts'
import type { AnnualSource, ReadAnnualSource } from './report-sources.ts'

/** Kinds of case that the annual report is counted from: requests, and whatever charges were paid for. */
export const annualKinds = ['disclosure', 'service', 'bundle'] as const

/** Takes cases one at a time and answers what was gathered from them. */
export const gatherAnnual = (store: Store) => {
  const facts: DisclosureFacts[] = []
  const charges: ReturnType<typeof chargesOf>[number][] = []
  let incomplete = 0
  return {
    take: ({ state, held }: StoredCase): void => {
      if (held && state.kind === 'disclosure') incomplete += 1
      charges.push(...chargesOf(state))
      const counted = state.kind === 'disclosure' ? disclosureFacts(state) : null
      if (counted !== null) facts.push(counted)
    },
    source: (): AnnualSource => ({
      organ: store.read.reference.findCenter()?.name ?? '',
      facts,
      proactive: readProactive(store.read.records, charges),
      stated: readStated(store.read.records),
      incomplete,
    }),
  }
}

/** The requests of the store, and what it keeps for section 二. */
export const readAnnualSource: ReadAnnualSource = ({ services: { store } }) => {
  const gathered = gatherAnnual(store)
  for (const stored of eachCase(store.read.cases, annualKinds)) gathered.take(stored)
  return gathered.source()
}
