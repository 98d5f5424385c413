import { type Figure, type Weight, isCount, sumOf, weigh } from './weigh.ts'

export const violationCodes = [
  'row_sum', // table 3: 自然人 + 5 columns = 总计
  'column_sum', // table 3: the rows of results add up to （七）总计
  'balance', // table 3: 一 + 二 = 三（七） + 四
  'table4_sum', // 总计 = 维持 + 纠正 + 其他 + 尚未审结
  'cell_not_count', // a cell is negative or no whole number
  'other_rows_mixed', // （六） is given in one row and in three
  'narrative_differs', // the text says another number than the table
  'narrative_sum', // figures of the text do not add up among themselves
  'change_impossible', // no number of last year gives the stated change
  'change_differs', // the stated change is not that from last year's number
  'carry_over', // 上年结转 is not what last year's report carried forward
  'in_force', // soft: 现行有效 is not last year's + 制发 − 废止
] as const
export type ViolationCode = (typeof violationCodes)[number]

export interface Place {
  readonly table: 'table3' | 'table4' | 'narrative' | 'active_disclosure'
  /** Key of the row, of the group of table 4, or of the figure in the text; null = the sum is of a column. */
  readonly row: string | null
  readonly column: string | null
}

/** What follows from the other figures, and what is printed. */
export interface Violation {
  readonly code: ViolationCode
  /** Soft ones are questions to ask, and no error of arithmetic. */
  readonly severity: 'hard' | 'soft'
  readonly place: Place
  readonly expected: number
  readonly found: number
}

/** One invariant held against what is printed. */
export interface Checked {
  readonly code: ViolationCode
  readonly place: Place
  readonly weight: Weight
  readonly violation: Violation | null
}

/** `expected` adds up to `found`. */
export const checkEqual = (
  code: ViolationCode,
  place: Place,
  expected: readonly Figure[],
  found: readonly Figure[],
  severity: Violation['severity'] = 'hard',
): Checked => {
  const weight = weigh(expected, found)
  const violation = { code, severity, place, expected: sumOf(expected), found: sumOf(found) }
  return { code, place, weight, violation: weight === 'violated' ? violation : null }
}

/** A cell that is printed but is no count; `expected` is the nearest one. */
export const checkCount = (place: Place, cell: Figure): readonly Checked[] => {
  if (typeof cell !== 'number' || isCount(cell)) return []
  const violation = {
    code: 'cell_not_count',
    severity: 'hard',
    place,
    expected: Math.max(0, Math.trunc(cell)),
    found: cell,
  } as const
  return [{ code: 'cell_not_count', place, weight: 'violated', violation }]
}
