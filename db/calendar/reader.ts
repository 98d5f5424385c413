import type { HolidayNotice } from '../../domain/calendar/calendar-version.ts'
import { calendarWith } from '../../domain/calendar/in-use.ts'
import type { Connection } from '../connection.ts'
import { noticesInUse } from './calendar-in-use.ts'
import type { MovedCase } from '../../domain/case/moved-limits.ts'
import { previewRecount } from './recount.ts'

export interface CalendarReader {
  /** Notices taken into use beside the shipped ones. */
  readonly notices: () => readonly HolidayNotice[]
  /** Every open case whose limit this notice would move, oldest first; nothing is written. */
  readonly preview: (notice: HolidayNotice) => readonly MovedCase[]
}

export const calendarReader = (connection: Connection): CalendarReader => ({
  notices: () => noticesInUse(connection),
  preview: (notice) => {
    const inUse = noticesInUse(connection)
    return previewRecount(connection, calendarWith(inUse), calendarWith([...inUse, notice]))
  },
})
