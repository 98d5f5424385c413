import type { FieldProblem } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'

export const needed = (field: string, text: string | null): readonly FieldProblem[] =>
  text === null || text.trim() === '' ? [{ field, code: 'required' }] : []

export const notInFuture = (field: string, date: PlainDate, today: PlainDate): readonly FieldProblem[] =>
  date > today ? [{ field, code: 'date_in_future' }] : []

export const notInPast = (field: string, date: PlainDate, today: PlainDate): readonly FieldProblem[] =>
  date < today ? [{ field, code: 'promise_date_past' }] : []

/** Something done on `date` cannot come before what it follows. */
export const notBefore = (field: string, date: PlainDate, earliest: PlainDate | null): readonly FieldProblem[] =>
  earliest !== null && date < earliest ? [{ field, code: 'date_order' }] : []

export const counted = (field: string, n: number, least: number): readonly FieldProblem[] =>
  Number.isInteger(n) && n >= least ? [] : [{ field, code: 'count_invalid' }]

/** Filled entries of a list. */
export const named = (entries: readonly string[]): readonly string[] => [
  ...new Set(entries.map((entry) => entry.trim()).filter((entry) => entry !== '')),
]
