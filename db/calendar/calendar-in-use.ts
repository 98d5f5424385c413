import type { HolidayNotice } from '../../domain/calendar/calendar-version.ts'
import { calendarWith } from '../../domain/calendar/in-use.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { type Connection, remembered } from '../connection.ts'
import { query } from '../query.ts'
import { parseRecord } from '../records/find-stored.ts'
import { type NoParams, statement } from '../statement.ts'

const fact = 'work calendar'

/** Shipped arrangements and those this office has taken into use. */
export const calendarInUse = (connection: Connection): WorkCalendar =>
  remembered(connection, fact, () => calendarWith(noticesInUse(connection)))

export const noticesInUse = (connection: Connection): readonly HolidayNotice[] =>
  connection.all(activeCalendars, {}).flatMap(({ state }) => {
    const record = parseRecord(state)
    return record.kind === 'calendar' ? [record.notice] : []
  })

/** After a calendar record changed. */
export const forgetCalendar = (connection: Connection): void => {
  connection.facts.delete(fact)
}

export const activeCalendars = statement<NoParams>()(() =>
  query.selectFrom('record').select('state').where('kind', '=', 'calendar').where('status', '=', 'active'),
)
