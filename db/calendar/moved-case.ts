import type { CaseKind } from '../../domain/case/case-state.ts'

/** The limits of a case as day numbers; null = no such limit. */
export interface DueDays {
  readonly statutory: number | null
  readonly promised: number | null
  /** Last day to hand over what was approved (行政许可法 44). */
  readonly issue: number | null
  readonly provisional: boolean
}

/** An open case whose limit, or whose certainty, another calendar changes. */
export interface MovedCase {
  readonly caseId: string
  readonly caseNo: string
  readonly kind: CaseKind
  readonly before: DueDays
  readonly after: DueDays
}
