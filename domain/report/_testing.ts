// Requests made from the figures of a table, so that a report counted from them can be held against it.
import type { ReportCategory } from '../case/applicant.ts'
import { reportCategories } from '../case/applicant.ts'
import { plainDate } from '../plain-date.ts'
import type { DisclosureFacts } from './disclosure-facts.ts'
import { type Outcome, outcomes } from './outcome.ts'

/** Keys of both halves together, each with what either may hold. */
export type RequestChange = { readonly [K in keyof DisclosureFacts]?: DisclosureFacts[K] }

export const aRequest = (more: RequestChange = {}): DisclosureFacts => {
  const base = {
    receivedOn: plainDate('2024-03-04'),
    category: 'natural',
    channel: 'online',
    extended: false,
    detail: null,
    redo: false,
    reconsiderations: [],
    litigations: [],
    processingFee: null,
    repliedOn: null,
    outcome: null,
  } as const
  // The two halves that must agree are given together by every test.
  return { ...base, ...more } as DisclosureFacts
}

type Cells = readonly number[]

/**
 * One request for every count of a published table: `carried_in` of them received in the year before, the rest in it; all that
 * are not closed are left open.
 */
export const requestsOf = (
  table3: Readonly<Partial<Record<string, Cells>>>,
  year: number,
): readonly DisclosureFacts[] =>
  reportCategories.flatMap((category, column) => {
    const endings = outcomes.flatMap((outcome) => times(table3[outcome]?.[column] ?? 0, () => outcome))
    const opened = table3['carried_in']?.[column] ?? 0
    const all = opened + (table3['new']?.[column] ?? 0)
    return Array.from({ length: all }, (_, n) => {
      const receivedOn = plainDate(n < opened ? `${String(year - 1)}-12-20` : `${String(year)}-06-01`)
      return request(category, receivedOn, endings[n] ?? null, year)
    })
  })

const request = (
  category: ReportCategory,
  receivedOn: DisclosureFacts['receivedOn'],
  outcome: Outcome | null,
  year: number,
): DisclosureFacts =>
  outcome === null
    ? aRequest({ category, receivedOn })
    : aRequest({ category, receivedOn, outcome, repliedOn: plainDate(`${String(year)}-07-01`) })

export const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n))
