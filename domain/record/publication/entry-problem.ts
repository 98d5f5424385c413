/** Why a row of a list of entries is not taken in. Code and data only; each user interface words it. */
export const entryProblemCodes = [
  'not_a_row',
  'formula_without_value',
  'too_many_cells',
  'missing',
  'text_too_long', // params: max, length
  'control_characters',
  'date_invalid', // params: value
  'date_ahead', // a day that is still to come; params: value
  'category_unknown', // no lowest column of the catalogue; params: value
  'yes_no_invalid', // params: value
  'personal_data', // an identity number would be published
  'index_no_taken', // params: value
  'duplicate', // params: row (of the first)
  'refused', // params: code
] as const
export type EntryProblemCode = (typeof entryProblemCodes)[number]

export interface EntryProblem {
  readonly code: EntryProblemCode
  /** Official header of the column; null = the row as a whole. */
  readonly header: string | null
  readonly params: Readonly<Record<string, string | number>>
}

export const entryProblem = (
  code: EntryProblemCode,
  header: string | null,
  params: EntryProblem['params'] = {},
): EntryProblem => ({ code, header, params })
