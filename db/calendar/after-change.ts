import type { Connection } from '../connection.ts'
import type { WriteScope } from '../write-scope.ts'
import { calendarInUse, forgetCalendar } from './calendar-in-use.ts'
import { recountOpenCases } from './recount.ts'

/** A calendar was taken into use or out of it: every open case is counted again, in the same transaction. Closed ones stay as they were told. */
export const afterCalendarChange = (connection: Connection, scope: WriteScope): void => {
  forgetCalendar(connection)
  // The frame tells which calendar is counted with.
  scope.touch('desk')
  if (recountOpenCases(connection, calendarInUse(connection))) scope.touch('cases')
}
