import { z } from 'zod'
import type { NoticeDefect } from '../domain/calendar/check-notice.ts'
import { calendarStates } from '../domain/record/calendar/calendar-record.ts'
import { NoticeSchema } from './acts/calendar-acts.ts'
import { PlainDateSchema, UuidSchema, text } from './primitives.ts'

// Arrangements of holidays at the console (CSL-7): what is counted with, what a new one would change, taking it into use and out again.

const count = z.int().min(0)

export const CalendarLineSchema = z.strictObject({
  /** `2026-1`. */
  id: z.string(),
  year: z.int(),
  number: z.string().nullable(),
  publishedOn: z.string(),
  url: z.string(),
  regional: z.boolean(),
  daysOff: count,
  daysWorked: count,
  /** Null = it comes with the program. */
  record: z
    .strictObject({ id: UuidSchema, version: count, status: z.enum(calendarStates), reason: z.string().nullable() })
    .nullable(),
})
export type CalendarLine = z.infer<typeof CalendarLineSchema>

export const CalendarsSchema = z.strictObject({
  /** What is counted with now: `2026-1` and the days it covers; a date outside is provisional. */
  inUse: z.strictObject({ id: z.string(), from: PlainDateSchema, to: PlainDateSchema }),
  /** Newest year first. */
  lines: z.array(CalendarLineSchema),
})
export type Calendars = z.infer<typeof CalendarsSchema>

/** How a day counts. */
export const dayKinds = ['worked', 'free'] as const

export const CalendarCheckSchema = z.strictObject({
  /** What speaks against it, as `domain/calendar/check-notice.ts` names it; empty = it may be taken into use. */
  defects: z.array(z.custom<NoticeDefect>((value) => z.object({ code: z.string() }).safeParse(value).success)),
  /** Days that would count otherwise than now, in order. */
  days: z.array(
    z.strictObject({ date: PlainDateSchema, name: z.string(), before: z.enum(dayKinds), after: z.enum(dayKinds) }),
  ),
})
export type CalendarCheck = z.infer<typeof CalendarCheckSchema>

const LimitDaysSchema = z.strictObject({
  statutory: z.int().nullable(),
  promised: z.int().nullable(),
  issue: z.int().nullable(),
  provisional: z.boolean(),
})

export const MovedCaseSchema = z.strictObject({
  caseId: UuidSchema,
  caseNo: z.string(),
  kind: z.string(),
  before: LimitDaysSchema,
  after: LimitDaysSchema,
})

/** A part of the open cases, looked through in the order of their ids. */
export const MovedPartSchema = z.strictObject({
  moved: z.array(MovedCaseSchema),
  /** Of the open cases so far, by this part alone. */
  seen: count,
  /** Asked for with the next part; null = that was the last. */
  next: UuidSchema.nullable(),
  /** All open cases; only the first part counts them. */
  all: count.nullable(),
})
export type MovedPart = z.infer<typeof MovedPartSchema>

export const calendarInputs = {
  check: z.strictObject({ notice: NoticeSchema }),
  moved: z.strictObject({ notice: NoticeSchema, after: UuidSchema.nullable() }),
  /** `moved`: how many cases the administrator saw on the list. */
  use: z.strictObject({ recordId: UuidSchema, notice: NoticeSchema, moved: count }),
  withdraw: z.strictObject({ recordId: UuidSchema, base: z.int().min(1), reason: text(1000).check(z.minLength(1)) }),
}
