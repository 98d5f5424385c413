import type { RunProgress } from '../../../contract/queries/run.ts'
import { caseKinds } from '../../../domain/case/case-state.ts'
import { consultationFacts } from '../../../domain/consultation/report-facts.ts'
import { complaintFacts } from '../../../domain/complaint/report-facts.ts'
import type { SubjectFacts } from '../../../domain/contact/subject-trend.ts'
import type { CenterFacts } from '../../../domain/report/center-facts.ts'
import { centerFactsOf } from '../../../domain/report/center-facts-of.ts'
import type { ItemCase } from '../../../domain/report/item-figures.ts'
import { offeredItems } from '../../../domain/service/report-facts.ts'
import { casesInSlices } from '../reports/in-slices.ts'
import type { Services } from '../services.ts'

/** All that the figures of a center are counted from, read once. */
export interface GatheredCenter {
  readonly center: string
  readonly facts: CenterFacts
  /** The service cases again, with their items. */
  readonly items: readonly ItemCase[]
  readonly subjects: Readonly<Record<'consultation' | 'complaint', readonly SubjectFacts[]>>
  readonly incomplete: number
}

export async function* gatherCenter({
  store,
  today,
  now,
}: Pick<Services, 'store' | 'today' | 'now'>): AsyncGenerator<RunProgress, GatheredCenter> {
  const { reference } = store.read
  const facts = { cases: [], contacts: [], ratings: [] } as {
    readonly [K in 'cases' | 'contacts' | 'ratings']: CenterFacts[K][number][]
  }
  const items: ItemCase[] = []
  const subjects = { consultation: [] as SubjectFacts[], complaint: [] as SubjectFacts[] }
  let incomplete = 0
  yield* casesInSlices(store, { kinds: caseKinds, now }, ({ state, held }) => {
    if (held) incomplete += 1
    const one = centerFactsOf([state], [], store.calendar)
    facts.cases.push(...one.cases)
    facts.contacts.push(...one.contacts)
    facts.ratings.push(...one.ratings)
    if (state.kind === 'service') {
      const { id, code, name } = state.intake.item
      // An item that its department gave no code is told by its own id.
      items.push(...one.cases.map((each) => ({ ...each, item: { code: code ?? id, name } })))
    }
    if (state.kind === 'consultation') subjects.consultation.push(consultationFacts(state, store.calendar))
    if (state.kind === 'complaint') subjects.complaint.push(complaintFacts(state, store.calendar))
  })
  return {
    center: reference.findCenter()?.name ?? '',
    facts: { ...facts, items: offeredItems(reference.items(), today()) },
    items,
    subjects,
    incomplete,
  }
}
