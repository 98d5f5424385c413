import type { ReportFormat, ProactiveFigures, Table3, Table4 } from './table.ts'

/** Figures that a report's text states, by the names of `narrativeKeys`; unknown names are kept and not judged. */
export type Narrative = Readonly<Record<string, number | Readonly<Record<string, number>>>>

/** A report as somebody printed it: rows may be missing, cells blank (null), sums wrong. It is never repaired. */
export interface PublishedReport {
  readonly id: string | null
  readonly organ: string | null
  readonly year: number | null
  readonly format: ReportFormat | null
  readonly proactive: ProactiveFigures | null
  readonly table3: Table3<number | null> | null
  readonly table4: Table4<number | null> | null
  readonly narrative: Narrative | null
}
