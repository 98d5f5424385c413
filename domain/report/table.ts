import { reportCategories } from '../case/applicant.ts'
import { type Outcome, outcomes } from './outcome.ts'

/** Columns of table 3: six kinds of applicant and 总计. */
export const reportColumns = [...reportCategories, 'total'] as const
export type ReportColumn = (typeof reportColumns)[number]

/** The form of 2021 (国办公开办函〔2021〕30号), and that used for 2019 and 2020, which has one row for （六）其他处理. */
export const reportFormats = ['2021', '2019'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** `other_all` stands for the three rows of （六） where a report does not part them. */
export type ResultRow = Outcome | 'other_all'
export type ReportRow = 'new' | 'carried_in' | ResultRow | 'total' | 'carried_out'

const isNamedOther = (row: ResultRow): boolean => row.startsWith('other_') && row !== 'other_all'

/** The rows of 三、本年度办理结果 above its total, in order. */
export const resultRows: Readonly<Record<ReportFormat, readonly ResultRow[]>> = {
  '2021': outcomes,
  '2019': [...outcomes.filter((row) => !isNamedOther(row)), 'other_all'],
}

/** All rows of table 3, in order. */
export const reportRows = (format: ReportFormat): readonly ReportRow[] => [
  'new',
  'carried_in',
  ...resultRows[format],
  'total',
  'carried_out',
]

/** 行政复议; 行政诉讼 without and after it: the groups of table 4. */
export const remedyGroups = ['review', 'direct', 'after_review'] as const
export type RemedyGroup = (typeof remedyGroups)[number]

/** 结果维持, 结果纠正, 其他结果, 尚未审结. */
export const remedyResults = ['maintain', 'correct', 'other', 'pending'] as const
export type RemedyResult = (typeof remedyResults)[number]

export const remedyColumns = [...remedyResults, 'total'] as const
export type RemedyColumn = (typeof remedyColumns)[number]

/** Seven numbers, in the order of `reportColumns`. */
export type Table3<Cell = number> = Readonly<Partial<Record<ReportRow, readonly Cell[]>>>
export type Table4<Cell = number> = Readonly<Record<RemedyGroup, Readonly<Record<RemedyColumn, Cell>>>>

/** 规章 and 行政规范性文件: made and repealed in the year, in force at its end. */
export interface DocumentCounts {
  readonly made: number
  readonly repealed: number
  readonly inForce: number
}

/** Table 2: what was published unasked (条例 art. 20(1)(1), (5), (6), (8)). Null = not stated. */
export interface ProactiveFigures {
  readonly rules: DocumentCounts | null
  readonly normativeDocuments: DocumentCounts | null
  readonly licences: number | null
  readonly penalties: number | null
  readonly compulsion: number | null
  /** 行政事业性收费, in 分; the form prints 万元. */
  readonly chargesFen: number | null
}
