/** Why a row of an old register was not taken in. Code and data only; each user interface words it. */
export const historyProblemCodes = [
  'not_a_row', // the row is not a record of fields
  'missing',
  'wrong_type', // e.g. a list where a text belongs
  'text_too_long', // params: max, length
  'control_characters',
  'date_invalid', // no such day; params: value
  'date_in_future', // params: value
  'date_too_old', // before the Regulation came into force; params: value
  'reply_before_receipt', // params: received, replied
  'reply_without_outcome',
  'outcome_without_reply',
  'outcome_unknown', // no row of table 3; params: value
  'applicant_kind_unknown', // params: value
  'channel_unknown', // params: value
  'yes_no_unclear', // params: value
  'detail_unknown', // params: value
  'result_unknown', // params: value
  'route_unknown', // params: value
  'year_invalid', // not a year, or before the request or yet to come; params: value
  'remedy_incomplete', // some of result, year and route are given, others not
  'formula_without_value', // a spreadsheet formula with no result or an error; params: value
  'too_many_cells', // more cells than the header has columns; params: cells, columns
  'refused', // by the law in code; params: code
] as const
export type HistoryProblemCode = (typeof historyProblemCodes)[number]

export interface HistoryProblem {
  readonly code: HistoryProblemCode
  readonly field: DisclosureField | null
  readonly params: Readonly<Record<string, string | number>>
}

/** Fields of a row, by the names of the columns; those of remedies are dotted. */
export const disclosureFields = [
  'received_on',
  'replied_on',
  'channel',
  'applicant_kind',
  'applicant',
  'outcome',
  'detail',
  'subject',
  'organ',
  'extended',
  'reconsideration.result',
  'reconsideration.year',
  'litigation.route',
  'litigation.result',
  'litigation.year',
] as const
export type DisclosureField = (typeof disclosureFields)[number]

export const historyProblem = (
  code: HistoryProblemCode,
  field: DisclosureField | null,
  params: HistoryProblem['params'] = {},
): HistoryProblem => ({ code, field, params })
