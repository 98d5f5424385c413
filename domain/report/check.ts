import { checkNarrative } from './check-narrative.ts'
import { checkTable3 } from './check-table3.ts'
import { checkTable4 } from './check-table4.ts'
import { checkYears } from './check-years.ts'
import type { PublishedReport } from './published-report.ts'
import type { Checked, Place, Violation, ViolationCode } from './violation.ts'

export interface ReportCheck {
  /** False = something is wrong; null = nothing could be told from what is printed. */
  readonly addsUp: boolean | null
  /** Every one of them, hard and soft. */
  readonly violations: readonly Violation[]
  /** Invariants that blank or missing figures leave open. */
  readonly notCheckable: readonly { readonly code: ViolationCode; readonly place: Place }[]
  /** Invariants that could be judged. */
  readonly judged: number
}

/**
 * Holds a report against its own arithmetic, and against the report of the year before where that is given. What is wrong is
 * named, never repaired; a blank cell is no violation.
 */
export const checkReport = (report: PublishedReport, previous: PublishedReport | null = null): ReportCheck =>
  verdictOn(invariantsOf(report, previous))

/** Every invariant by itself, those that hold too. */
export const invariantsOf = (report: PublishedReport, previous: PublishedReport | null): readonly Checked[] => [
  ...checkTable3(report),
  ...checkTable4(report),
  ...checkNarrative(report, previous),
  ...(previous === null ? [] : checkYears(report, previous)),
]

/** What follows from them together. */
export const verdictOn = (checked: readonly Checked[]): ReportCheck => {
  const violations = checked.flatMap(({ violation }) => (violation === null ? [] : [violation]))
  const judged = checked.filter(({ weight }) => weight !== 'cannot_tell').length
  const wrong = violations.some(({ severity }) => severity === 'hard')
  return {
    addsUp: wrong ? false : judged === 0 ? null : true,
    violations,
    notCheckable: checked.flatMap(({ code, place, weight }) => (weight === 'cannot_tell' ? [{ code, place }] : [])),
    judged,
  }
}

/** The report of the same organ for the year before, among `reports`; null when there is none or it cannot be told. */
export const findPrevious = (
  { organ, year }: PublishedReport,
  reports: readonly PublishedReport[],
): PublishedReport | null => {
  if (organ === null || year === null) return null
  const found = reports.filter((other) => other.organ === organ && other.year === year - 1)
  return found.length === 1 ? (found[0] ?? null) : null
}
