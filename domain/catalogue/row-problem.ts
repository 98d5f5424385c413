import type { CatalogueField } from './catalogue-field.ts'

/** Why a row of a catalogue was not taken in. Code and data only; each user interface words it. */
export const rowProblemCodes = [
  'not_a_row', // the row is not a record of fields
  'missing', // name, organ or kind is empty
  'wrong_type', // e.g. a list where a text belongs
  'text_too_long', // params: max, length
  'list_too_long', // params: max, length
  'control_characters',
  'item_too_large', // all fields together; params: max, length (bytes)
  'kind_unknown', // not one of GB/T 39046 table A.1; params: value
  'handling_unknown', // not one of GB/T 39046 table A.6; params: value
  'days_invalid', // not a whole number of 0 to 3650; params: value
  'day_unit_unknown', // params: value
  'day_units_differ', // statutory and promised limit are given in different units
  'promised_over_statutory', // params: statutory, promised
  'fee_unclear', // params: value
  'material_form_unknown', // params: n, value
  'material_copies_invalid', // params: n, value
  'material_unclear', // params: n, value
  'detail_unclear', // params: value
  'duplicate_code', // params: row (of the first), value
  'duplicate_id', // params: row (of the first), value
  'duplicate_name', // same name and organ, both without code and id; params: row (of the first), value
  'code_of_other_item', // id names one stored item, the code another; params: value
  'number_cut', // a long code stored as a number: its last digits are lost; params: value
  'formula_without_value', // a spreadsheet formula with no result or an error; params: value
  'too_many_cells', // more cells than the header has columns; params: cells, columns
] as const
export type RowProblemCode = (typeof rowProblemCodes)[number]

export interface RowProblem {
  readonly code: RowProblemCode
  readonly field: CatalogueField | null
  readonly params: Readonly<Record<string, string | number>>
}

export const rowProblem = (
  code: RowProblemCode,
  field: CatalogueField | null,
  params: RowProblem['params'] = {},
): RowProblem => ({ code, field, params })
