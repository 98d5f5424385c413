import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { foldRecord } from '../../domain/record/fold.ts'
import type { RecordOperation } from '../../domain/record/record-act.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import { afterCalendarChange } from '../calendar/after-change.ts'
import type { CaseStamp } from '../cases/writer.ts'
import type { Connection } from '../connection.ts'
import { forgetSettings } from '../settings-in-use.ts'
import { appendOperation } from '../log/append.ts'
import type { WriteScope } from '../write-scope.ts'
import { findStoredRecord } from './find-stored.ts'
import { saveRecord } from './save.ts'

export interface RecordWriter {
  /** Appends a decided operation to the log and folds it. Answers the state after it. Throws what the log throws (log/append.ts). */
  readonly record: (operation: RecordOperation, stamp: CaseStamp) => RecordState
}

/** Version of the data of every record operation kind that this program writes (contract/operation.ts). */
export const recordKver = 1

export const recordWriter = (connection: Connection, scope: WriteScope, calendar: WorkCalendar): RecordWriter => ({
  record: (operation, stamp) => {
    scope.touch('records')
    scope.touch('sync')
    const before = findStoredRecord(connection, stamp.entity)
    const envelope = appendOperation(connection, { ...stamp, ...operation, kver: recordKver })
    const state = foldRecord(before?.state ?? null, stamp.entity, operation)
    const standing =
      before === null
        ? { deviceNo: envelope.deviceNo, pending: 1, attention: 0, held: false }
        : { ...before, pending: before.pending + 1 }
    saveRecord(connection, calendar, state, standing, before)
    if (state.kind === 'calendar') afterCalendarChange(connection, scope)
    if (state.kind === 'settings') forgetSettings(connection)
    return state
  },
})
