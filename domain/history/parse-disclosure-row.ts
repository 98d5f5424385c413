import type { HistoricalRequest } from '../disclosure/historical-request.ts'
import { type PlainDate, isPlainDate, yearOf } from '../plain-date.ts'
import { replyDetails } from '../report/disclosure-facts.ts'
import { type Result, err, ok } from '../result.ts'
import type { DisclosureRow } from './disclosure-columns.ts'
import {
  type DisclosureField,
  type HistoryProblem,
  type HistoryProblemCode,
  historyProblem,
} from './history-problem.ts'
import {
  findCategory,
  findChannel,
  findOutcome,
  findRemedyResult,
  findRoute,
  findYesNo,
  isUnstated,
  plainDateText,
} from './register-words.ts'

export interface HistoricalEntry {
  readonly request: HistoricalRequest
  /** Null = the row names nobody. */
  readonly applicant: string | null
}

export interface RegisterContext {
  readonly today: PlainDate
  /** The organ whose register it is, for rows that name none. */
  readonly organ: string
}

/** Longest texts, in UTF-16 units; the contract's schema has the same. */
const limits: Readonly<Partial<Record<DisclosureField, number>>> = { subject: 4000, organ: 200, applicant: 200 }
const firstDay = '2008-05-01'

/** Reads one row; every problem of the row is told at once. */
export const parseDisclosureRow = (
  row: DisclosureRow,
  { today, organ }: RegisterContext,
): Result<HistoricalEntry, readonly HistoryProblem[]> => {
  const problems: HistoryProblem[] = []
  const add = (code: HistoryProblemCode, field: DisclosureField, params: HistoryProblem['params'] = {}): null => {
    problems.push(historyProblem(code, field, params))
    return null
  }
  const text = (field: DisclosureField): string | null => {
    const value = row[field]
    if (value === null || value === undefined) return null
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return add('wrong_type', field)
    const words = String(value).trim()
    const max = limits[field] ?? 100
    if (words.length > max) return add('text_too_long', field, { max, length: words.length })
    return /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u.test(words) ? words : add('control_characters', field)
  }
  const given = (field: DisclosureField): string | null => {
    const before = problems.length
    const words = text(field)
    return words === null && problems.length === before ? add('missing', field) : words
  }
  const known = <T>(
    field: DisclosureField,
    words: string | null,
    find: (words: string) => T | null,
    code: HistoryProblemCode,
  ) => (words === null ? null : (find(words) ?? add(code, field, { value: words.slice(0, 60) })))
  const date = (field: DisclosureField, words: string | null): PlainDate | null => {
    if (words === null) return null
    const plain = plainDateText(words)
    if (!isPlainDate(plain)) return add('date_invalid', field, { value: words.slice(0, 60) })
    if (plain > today) return add('date_in_future', field, { value: plain })
    return plain < firstDay ? add('date_too_old', field, { value: plain }) : plain
  }
  const yearIn = (field: DisclosureField, from: PlainDate | null): number | null => {
    const words = text(field)
    if (words === null) return null
    const year = /^\d{4}年?$/u.test(words) ? Number(words.slice(0, 4)) : Number.NaN
    const first = from === null ? 2008 : yearOf(from)
    return year >= first && year <= yearOf(today) ? year : add('year_invalid', field, { value: words })
  }

  const receivedOn = date('received_on', given('received_on'))
  const repliedOn = date('replied_on', text('replied_on'))
  const category = known('applicant_kind', given('applicant_kind'), findCategory, 'applicant_kind_unknown')
  const outcome = known('outcome', text('outcome'), findOutcome, 'outcome_unknown')
  if (receivedOn !== null && repliedOn !== null && repliedOn < receivedOn)
    add('reply_before_receipt', 'replied_on', { received: receivedOn, replied: repliedOn })
  if (row.replied_on !== undefined && row.outcome === undefined) add('reply_without_outcome', 'outcome')
  if (row.replied_on === undefined && row.outcome !== undefined) add('outcome_without_reply', 'replied_on')
  const subject = given('subject')
  const organName = text('organ') ?? organ
  const applicant = text('applicant')
  const way = text('channel')
  const channel = way === null || isUnstated(way) ? null : known('channel', way, findChannel, 'channel_unknown')
  const detail = known(
    'detail',
    text('detail'),
    (words) => replyDetails.find((one) => one === words) ?? null,
    'detail_unknown',
  )
  const extended = known('extended', text('extended'), findYesNo, 'yes_no_unclear') ?? false

  const review = {
    result: known('reconsideration.result', text('reconsideration.result'), findRemedyResult, 'result_unknown'),
    year: yearIn('reconsideration.year', receivedOn),
  }
  const suit = {
    route: known('litigation.route', text('litigation.route'), findRoute, 'route_unknown'),
    result: known('litigation.result', text('litigation.result'), findRemedyResult, 'result_unknown'),
    year: yearIn('litigation.year', receivedOn),
  }
  for (const fields of [reviewFields, suitFields]) {
    const empty = fields.filter((field) => row[field] === undefined)
    if (empty.length > 0 && empty.length < fields.length && empty[0] !== undefined) add('remedy_incomplete', empty[0])
  }

  if (problems.length > 0 || receivedOn === null || category === null || subject === null) return err(problems)
  return ok({
    request: {
      receivedOn,
      repliedOn,
      channel,
      category,
      named: applicant !== null,
      outcome,
      detail,
      subject,
      organ: organName,
      extended,
      reconsideration:
        review.result === null || review.year === null ? null : { result: review.result, year: review.year },
      litigation:
        suit.route === null || suit.result === null || suit.year === null
          ? null
          : { route: suit.route, result: suit.result, year: suit.year },
    },
    applicant,
  })
}

const reviewFields = ['reconsideration.result', 'reconsideration.year'] as const
const suitFields = ['litigation.route', 'litigation.result', 'litigation.year'] as const
