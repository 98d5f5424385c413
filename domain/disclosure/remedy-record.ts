import type { PlainDate } from '../plain-date.ts'
import type { RemedyResult } from '../report/table.ts'

/** 行政复议 against a reply: counted in table 4 of the report of `year`. */
export interface ReconsiderationRecord {
  readonly result: RemedyResult
  readonly year: number
  /** Who decides, and under which number; null = not recorded (imported rows). */
  readonly body: string | null
  readonly decisionNo: string | null
}

export const litigationRoutes = ['direct', 'after_review'] as const
export type LitigationRoute = (typeof litigationRoutes)[number]

/** 行政诉讼 against a reply. */
export interface LitigationRecord {
  readonly route: LitigationRoute
  readonly result: RemedyResult
  readonly year: number
  readonly body: string | null
  readonly decisionNo: string | null
}

/** A decision that the reply be made anew: the new case has its own clock. */
export interface RedoOrder {
  /** UUID of the case whose reply was corrected. */
  readonly caseId: string
  readonly by: 'reconsideration' | 'court'
  /** Day the decision reached the agency; the time runs from it. */
  readonly receivedOn: PlainDate
  /** Working days that the decision gives; null = those of the Regulation. */
  readonly days: number | null
}

/**
 * One more record, in the place of the one that it carries on: of the same year, and without a number until now or of the same number. What
 * an earlier year counted stays: its report can be made again.
 */
export const withReconsideration = (
  records: readonly ReconsiderationRecord[],
  next: ReconsiderationRecord,
): readonly ReconsiderationRecord[] => [...records.filter((one) => !isCarriedOn(one, next)), next]

/** The same for suits, each route by itself. */
export const withLitigation = (
  records: readonly LitigationRecord[],
  next: LitigationRecord,
): readonly LitigationRecord[] => [
  ...records.filter((one) => one.route !== next.route || !isCarriedOn(one, next)),
  next,
]

const isCarriedOn = (one: ReconsiderationRecord, next: ReconsiderationRecord): boolean =>
  one.year === next.year && (one.decisionNo === null || one.decisionNo === next.decisionNo)
