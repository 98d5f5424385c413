import { sql } from 'kysely'
import { calendarWith } from '../../domain/calendar/in-use.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import type { Tx } from './connect.ts'

/** The arrangements a center counts with: the shipped ones and those it has taken into use. */
export const centerCalendar = async (tx: Tx, center: string): Promise<WorkCalendar> => {
  const { rows } = await sql<{ state: RecordState }>`
    select state from record_state where center = ${center} and kind = 'calendar' and status = 'active'`.execute(tx)
  return calendarWith(rows.flatMap(({ state }) => (state.kind === 'calendar' ? [state.notice] : [])))
}
