/** Why a row of a register was not taken in. Code and data only; each user interface words it. */
export const registerProblemCodes = [
  'not_a_row',
  'missing', // a required field is empty
  'wrong_type', // e.g. a list where a text belongs
  'text_too_long', // params: max, length
  'control_characters',
  'int_invalid', // not a whole number from 0; params: value, max
  'amount_invalid', // not an amount down to the fen; params: value
  'date_invalid', // params: value
  'choice_unknown', // params: value
  'change_unknown', // 变动类型 is none of 新增 修改 整合 下放 取消; params: value
  'number_cut', // a long code stored as a number: its last digits are lost; params: value
  'formula_without_value', // params: value
  'too_many_cells', // params: cells, columns
  'duplicate_code', // params: row (of the first), value
  'date_order', // a day before the one it must follow
  'not_published', // a warning alone is not published (公示规定 art. 2(2))
  'not_in_register', // 取消 of an entry that is not there; params: value
  'effective_before_previous', // params: from, previous
  'refused', // an act was refused when it was stored; params: code
] as const
export type RegisterProblemCode = (typeof registerProblemCodes)[number]

export interface RegisterProblem {
  readonly code: RegisterProblemCode
  /** Official header of the field, or null for the row as a whole. */
  readonly header: string | null
  readonly params: Readonly<Record<string, string | number>>
}

export const registerProblem = (
  code: RegisterProblemCode,
  header: string | null,
  params: RegisterProblem['params'] = {},
): RegisterProblem => ({ code, header, params })
