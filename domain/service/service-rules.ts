/**
 * Numbers that no law gives: each is a center's own (practice), kept here and nowhere else. Where the law gives one it stands with its
 * article in `licensing-days.ts`.
 */
export const serviceRules = {
  /** Calendar days after a once-only notice without a date, until the papers may be sent back. */
  openCorrectionDays: 60,
  /** Calendar days after a passed pre-examination, until a file whose papers never came may be ended. */
  intakeDays: 30,
  /** Working days that one written notice may tell for a procedure that does not count; what takes longer is told again. */
  toldDaysMax: 120,
} as const
