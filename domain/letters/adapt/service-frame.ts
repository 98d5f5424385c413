import type { DualClock } from '../../clock/legal-time-state.ts'
import type { PlainDate } from '../../plain-date.ts'
import { limitsOf } from '../../service/limits.ts'
import type { MaterialLine } from '../../service/service-intake.ts'
import type { ItemFee, ItemSnapshot } from '../../service/service-item.ts'
import type { ServiceCase } from '../../service/service-state.ts'
import type { FactsOf } from '../fact-types.ts'
import type { serviceFacts } from '../facts/service-facts.ts'
import { type LetterSource, frameOf } from './letter-source.ts'
import { addresseeText, applicantText, mandateFactsOf, representativeText } from './parties.ts'

/** What every letter of a service request may name; `on` is the day it states. */
export const serviceFrame = (state: ServiceCase, source: LetterSource, on: PlainDate): FactsOf<typeof serviceFacts> => {
  const { item } = state.intake
  return {
    ...frameOf(source, { caseNo: state.caseNo, organ: item.organ, on }),
    addressee: addresseeText(state.applicant),
    applicant: applicantText(state.applicant),
    representative: representativeText(state.representative),
    ...mandateFactsOf(state.representative),
    item: item.name,
    licence: isLicence(item),
    basis: basisText(item),
    arrivedOn: state.arrivedOn,
    acceptedOn: state.clockStart,
  }
}

/** 行政许可: only for them does the licensing law speak; other items rest on their own basis. */
export const isLicence = ({ kind }: Pick<ItemSnapshot, 'kind'>): boolean => kind === '行政许可'

/** The first bases of the item, as the guide writes them; all of them would fill the page. Null = the guide gives none. */
export const basisText = (item: Pick<ItemSnapshot, 'kind' | 'legalBasis'>): string | null => {
  const bases = item.legalBasis.filter((basis) => basis.trim() !== '' && !(isLicence(item) && licensingLaw.test(basis)))
  return bases.length === 0 ? null : bases.slice(0, 2).map(shorten).join('、')
}

/** Cited by its article already, in every letter about a licence. */
const licensingLaw = /^《(?:中华人民共和国)?行政许可法》/u

/** A guide may quote whole articles; a letter names them. */
const shorten = (basis: string): string => {
  const named = /^.*?》(?:第[零〇一二三四五六七八九十百千]+[条款项])*/u.exec(basis)?.[0]
  const text = named ?? basis
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

export const lineFacts = (line: MaterialLine) => ({
  name: line.name,
  form: line.form,
  expected: Math.max(1, line.expected),
  received: line.received,
  rest: Math.max(1, line.expected - line.received),
  partly: line.received > 0,
  promisedOn: line.promisedOn,
  note: line.note === '' ? null : line.note,
})

/** What a notice asks for in its own words, beside the checklist. */
export const otherLine = (name: string): ReturnType<typeof lineFacts> => ({
  name,
  form: 'unspecified',
  expected: 1,
  received: 0,
  rest: 1,
  partly: false,
  promisedOn: null,
  note: null,
})

/** What came, and what is promised for later. */
export const receivedLines = (materials: readonly MaterialLine[]) =>
  materials.filter((line) => line.received > 0 || line.state === 'tolerated').map(lineFacts)

export const feeFactsOf = (fee: ItemFee | null) => ({
  feeKnown: fee !== null,
  charged: fee?.charged ?? false,
  feeStandard: fee?.charged === true ? fee.standard : null,
  feeBasis: fee?.charged === true ? fee.basis : null,
})

/** Both due dates, with what is still open about them. */
export const duesOf = ({ promised, statutory }: DualClock) => ({
  promisedDue: promised?.due ?? null,
  promisedProvisional: promised?.due !== null && (promised?.provisional ?? false),
  statutoryDue: statutory?.due ?? null,
  statutoryProvisional: statutory?.due !== null && (statutory?.provisional ?? false),
})

export const daysText = (days: number, unit: 'workday' | 'day'): string =>
  days === 0 ? '当场办结' : unit === 'workday' ? `${days} 个工作日` : `${days} 日`

/** `承诺 10 个工作日、法定 20 个工作日` of an item whose clock does not run yet; null = the guide gives none. */
export const itemLimitsText = (item: ItemSnapshot): string | null => {
  const { promisedDays, statutoryDays, unit } = limitsOf(item)
  const parts = [
    promisedDays === null ? '' : `承诺 ${daysText(promisedDays, unit)}`,
    statutoryDays === null ? '' : `法定 ${daysText(statutoryDays, unit)}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join('、')
}
