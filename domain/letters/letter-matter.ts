import type { CaseState } from '../case/case-state.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Publication } from '../record/publication/publication-record.ts'
import type { RecordState } from '../record/record-state.ts'
import type { ServiceItem } from '../service/service-item.ts'
import { bundleBuilders } from './adapt/bundle-facts-of.ts'
import { complaintBuilders, consultationBuilders } from './adapt/contact-facts-of.ts'
import { disclosureFormBuilders, disclosureNoticeBuilders } from './adapt/disclosure-facts-of.ts'
import { disclosureReplyBuilders } from './adapt/disclosure-reply-of.ts'
import { guideFactsOf } from './adapt/guide-facts-of.ts'
import type { LetterSource } from './adapt/letter-source.ts'
import { depositBuilder, handoverBuilders, mandateBuilders, taskBuilders } from './adapt/record-facts-of.ts'
import { serviceExaminationBuilders, serviceIntakeBuilders } from './adapt/service-facts-of.ts'
import { serviceOutcomeBuilders } from './adapt/service-outcome-of.ts'
import type { Facts } from './fact-types.ts'
import type { LetterKind } from './letter-kind.ts'

/** What a letter is about. */
export type LetterMatter =
  | { readonly of: 'case'; readonly state: CaseState }
  | {
      readonly of: 'record'
      readonly state: RecordState
      /** Entries of the catalogue that went with the same list, for 移送明细表. */
      readonly others: readonly Publication[]
    }
  | { readonly of: 'item'; readonly item: ServiceItem; readonly on: PlainDate }

/** The facts of a letter about a matter as it stands; null = the matter has no such letter. */
export const letterFactsOf = (matter: LetterMatter, source: LetterSource): Facts | null => {
  switch (matter.of) {
    case 'case':
      return ofCase(matter.state, source)
    case 'record':
      return ofRecord(matter.state, source, matter.others)
    case 'item':
      return source.letter === 'guide_booklet' ? guideFactsOf(matter.item, source, matter.on) : null
  }
}

/** A builder by its letter; a kind of matter has those of its own letters only. */
type Found<State> = (state: State, source: LetterSource) => Facts | null
const find = <State>(builders: object, letter: LetterKind): Found<State> | undefined =>
  // Every value of the builders' records is such a function; the record's own type says for which letter.
  (Object.entries(builders) as readonly [string, Found<State>][]).find(([name]) => name === letter)?.[1]

const serviceBuilders = { ...serviceIntakeBuilders, ...serviceExaminationBuilders, ...serviceOutcomeBuilders }
const disclosureBuilders = { ...disclosureFormBuilders, ...disclosureNoticeBuilders, ...disclosureReplyBuilders }

/** Letters that can be made of each kind of matter. */
export const lettersOfMatter: Readonly<Record<CaseState['kind'] | RecordState['kind'], readonly string[]>> = {
  service: Object.keys(serviceBuilders),
  disclosure: Object.keys(disclosureBuilders),
  consultation: Object.keys(consultationBuilders),
  complaint: Object.keys(complaintBuilders),
  bundle: Object.keys(bundleBuilders),
  task: Object.keys(taskBuilders),
  mandate: Object.keys(mandateBuilders),
  handover: Object.keys(handoverBuilders),
  publication: ['deposit_list'],
  calendar: [],
  register: [],
  settings: [],
  conflict: [],
  figure: [],
  template: [],
}

const ofCase = (state: CaseState, source: LetterSource): Facts | null => {
  const { letter } = source
  switch (state.kind) {
    case 'service':
      return find<typeof state>(serviceBuilders, letter)?.(state, source) ?? null
    case 'disclosure':
      return find<typeof state>(disclosureBuilders, letter)?.(state, source) ?? null
    case 'consultation':
      return find<typeof state>(consultationBuilders, letter)?.(state, source) ?? null
    case 'complaint':
      return find<typeof state>(complaintBuilders, letter)?.(state, source) ?? null
    case 'bundle':
      return find<typeof state>(bundleBuilders, letter)?.(state, source) ?? null
  }
}

const ofRecord = (state: RecordState, source: LetterSource, others: readonly Publication[]): Facts | null => {
  const { letter } = source
  switch (state.kind) {
    case 'task':
      return find<typeof state>(taskBuilders, letter)?.(state, source) ?? null
    case 'mandate':
      return find<typeof state>(mandateBuilders, letter)?.(state, source) ?? null
    case 'handover':
      return find<typeof state>(handoverBuilders, letter)?.(state, source) ?? null
    case 'publication':
      return letter === 'deposit_list' ? depositBuilder(state, source, others) : null
    default:
      return null
  }
}
