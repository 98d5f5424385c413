import { type DisclosureChannel, disclosureChannels } from '../disclosure/disclosure-intake.ts'
import type { Fen } from '../fees/money.ts'
import { yearOf } from '../plain-date.ts'
import type { DisclosureFacts } from './disclosure-facts.ts'
import { type OutcomeGroup, groupOf, outcomeGroups } from './outcome.ts'
import {
  type ProactiveFigures,
  type RemedyColumn,
  type RemedyGroup,
  type RemedyResult,
  type ReportFormat,
  type ReportRow,
  type Table3,
  type Table4,
  reportColumns,
  reportRows,
} from './table.ts'

/** The figures of the text, from the same counts as the tables; the wording is put to them elsewhere. */
export interface AnnualNarrative {
  readonly received: number
  readonly carriedIn: number
  /** 本年度办理结果 together. */
  readonly replied: number
  readonly carriedOut: number
  readonly extended: number
  readonly groups: Readonly<Record<OutcomeGroup, number>>
  /** New requests of natural persons, and of the other five columns. */
  readonly natural: number
  readonly legal: number
  readonly channels: Readonly<Record<DisclosureChannel, number>>
  /** New requests of old registers that do not say how they came in. */
  readonly channelUnknown: number
  readonly review: Readonly<Record<RemedyColumn, number>>
  /** Both routes together. */
  readonly litigation: Readonly<Record<RemedyColumn, number>>
  readonly processingFee: { readonly cases: number; readonly fen: Fen }
}

export interface AnnualReport {
  readonly year: number
  readonly format: ReportFormat
  readonly proactive: ProactiveFigures | null
  readonly table3: Table3
  readonly table4: Table4
  readonly narrative: AnnualNarrative
}

/** 2019 and 2020 were reported in the form of 2019; the form before that is `requestStatistics`. */
export const reportFormatOf = (year: number): ReportFormat => (year <= 2020 ? '2019' : '2021')

/**
 * The annual report of the requests (条例 art. 50; statistics period 1 January to 31 December). Section 二 is given: it is counted
 * elsewhere. Throws RangeError for facts that cannot be (closed before receipt): they are refused where they are recorded.
 */
export const annualReport = (
  facts: Iterable<DisclosureFacts>,
  year: number,
  proactive: ProactiveFigures | null = null,
): AnnualReport => {
  const all = [...facts]
  if (all.some(({ repliedOn, receivedOn }) => repliedOn !== null && repliedOn < receivedOn))
    throw new RangeError('A request was closed before it was received')
  const requests = partByYear(
    all.filter(({ redo }) => !redo),
    year,
  )
  const format = reportFormatOf(year)
  const table4 = countRemedies(all, year)
  return {
    year,
    format,
    proactive,
    table3: countRequests(requests, format),
    table4,
    narrative: narrate(requests, table4, countFees(all, year)),
  }
}

interface YearOfRequests {
  readonly received: readonly DisclosureFacts[]
  readonly carriedIn: readonly DisclosureFacts[]
  readonly closed: readonly DisclosureFacts[]
  readonly carriedOut: readonly DisclosureFacts[]
}

const partByYear = (all: readonly DisclosureFacts[], year: number): YearOfRequests => {
  const receivedIn = ({ receivedOn }: DisclosureFacts) => yearOf(receivedOn)
  const closedIn = ({ repliedOn }: DisclosureFacts) => (repliedOn === null ? Infinity : yearOf(repliedOn))
  return {
    received: all.filter((fact) => receivedIn(fact) === year),
    carriedIn: all.filter((fact) => receivedIn(fact) < year && closedIn(fact) >= year),
    closed: all.filter((fact) => closedIn(fact) === year),
    carriedOut: all.filter((fact) => receivedIn(fact) <= year && closedIn(fact) > year),
  }
}

const countRequests = (requests: YearOfRequests, format: ReportFormat): Table3 => {
  const inRow = (row: ReportRow): readonly DisclosureFacts[] => {
    switch (row) {
      case 'new':
        return requests.received
      case 'carried_in':
        return requests.carriedIn
      case 'total':
        return requests.closed
      case 'carried_out':
        return requests.carriedOut
      case 'other_all':
        return requests.closed.filter(({ outcome }) => outcome !== null && groupOf(outcome) === 'other')
      default:
        return requests.closed.filter(({ outcome }) => outcome === row)
    }
  }
  return Object.fromEntries(reportRows(format).map((row) => [row, countColumns(inRow(row))]))
}

const countColumns = (facts: readonly DisclosureFacts[]): readonly number[] =>
  reportColumns.map((column) =>
    column === 'total' ? facts.length : facts.filter(({ category }) => category === column).length,
  )

const countRemedies = (all: readonly DisclosureFacts[], year: number): Table4 => {
  const ended = (group: RemedyGroup): readonly RemedyResult[] =>
    all.flatMap(({ reconsiderations, litigations }) => {
      const remedies = group === 'review' ? reconsiderations : litigations.filter(({ route }) => route === group)
      return remedies.flatMap((remedy) => (remedy.year === year ? [remedy.result] : []))
    })
  const groupCells = (group: RemedyGroup) => {
    const results = ended(group)
    return remedyRow((column) =>
      column === 'total' ? results.length : results.filter((result) => result === column).length,
    )
  }
  return { review: groupCells('review'), direct: groupCells('direct'), after_review: groupCells('after_review') }
}

const remedyRow = (count: (column: RemedyColumn) => number): Table4[RemedyGroup] => ({
  maintain: count('maintain'),
  correct: count('correct'),
  other: count('other'),
  pending: count('pending'),
  total: count('total'),
})

const countFees = (all: readonly DisclosureFacts[], year: number): AnnualNarrative['processingFee'] => {
  const paid = all.flatMap(({ processingFee: fee }) => (fee !== null && yearOf(fee.paidOn) === year ? [fee.fen] : []))
  return { cases: paid.length, fen: paid.reduce((sum, fen) => sum + fen, 0) }
}

const narrate = (
  { received, carriedIn, closed, carriedOut }: YearOfRequests,
  table4: Table4,
  processingFee: AnnualNarrative['processingFee'],
): AnnualNarrative => {
  const inGroup = (group: OutcomeGroup) =>
    closed.filter(({ outcome }) => outcome !== null && groupOf(outcome) === group).length
  const natural = received.filter(({ category }) => category === 'natural').length
  const count = <K extends string>(keys: readonly K[], of: (key: K) => number) =>
    // Every key of the union is in its list.
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>
  return {
    received: received.length,
    carriedIn: carriedIn.length,
    replied: closed.length,
    carriedOut: carriedOut.length,
    extended: closed.filter(({ extended }) => extended).length,
    groups: count(outcomeGroups, inGroup),
    natural,
    legal: received.length - natural,
    channelUnknown: received.filter(({ channel }) => channel === null).length,
    channels: count(disclosureChannels, (key) => received.filter(({ channel }) => channel === key).length),
    review: table4.review,
    litigation: remedyRow((column) => table4.direct[column] + table4.after_review[column]),
    processingFee,
  }
}
