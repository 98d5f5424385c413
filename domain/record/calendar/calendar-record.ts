import type { HolidayNotice } from '../../calendar/calendar-version.ts'
import type { RecordCommon } from '../record-common.ts'

/** A published arrangement on its way into use (peers.md 5.3). */
export const calendarStates = ['imported', 'active', 'superseded', 'withdrawn'] as const
export type CalendarState = (typeof calendarStates)[number]

export interface CalendarRecord extends RecordCommon {
  readonly kind: 'calendar'
  readonly status: CalendarState
  readonly notice: HolidayNotice
  /** Why it was withdrawn. */
  readonly reason: string | null
}

export type CalendarAct =
  | { readonly kind: 'calendar.import'; readonly notice: HolidayNotice }
  /** From now on every limit is counted with it; the list of cases whose date moves has been seen. */
  | { readonly kind: 'calendar.activate'; readonly moved: number }
  /** A later notice about the same year takes its place. */
  | { readonly kind: 'calendar.supersede'; readonly by: string }
  | { readonly kind: 'calendar.withdraw'; readonly reason: string }
