import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { RecordKind } from '../../domain/record/record-state.ts'
import { afterCalendarChange } from '../calendar/after-change.ts'
import { findStored } from '../cases/find-stored.ts'
import { refoldCase } from '../cases/refold.ts'
import { removeCase, saveCase } from '../cases/save.ts'
import type { Connection } from '../connection.ts'
import { findBaseState } from '../log/base-state.ts'
import { logReader } from '../log/reader.ts'
import { findStoredRecord } from '../records/find-stored.ts'
import { refoldRecord } from '../records/refold.ts'
import { removeRecord, saveRecord } from '../records/save.ts'
import { forgetSettings } from '../settings-in-use.ts'
import { refoldReference } from '../reference/refold.ts'
import type { EntityType } from './classify.ts'
import type { WriteScope } from '../write-scope.ts'

/** Entities whose operations changed in a transaction; each is folded again once, at its end. */
export interface Touched {
  readonly add: (type: EntityType, entity: string) => void
  readonly refold: () => void
}

export const touchedEntities = (connection: Connection, scope: WriteScope, calendar: WorkCalendar): Touched => {
  const entities = { case: new Set<string>(), record: new Set<string>(), reference: new Set<string>() }
  return {
    add: (type, entity) => {
      entities[type].add(entity)
    },
    refold: () => {
      if (entities.case.size > 0) scope.touch('cases')
      if (entities.record.size > 0) scope.touch('records')
      if (entities.reference.size > 0) scope.touch('reference')
      for (const entity of entities.reference) refoldReference(connection, entity)
      for (const entity of entities.case) refoldEntity(connection, calendar, entity)
      const kinds = [...entities.record].map((entity) => refoldRecordEntity(connection, calendar, entity))
      if (kinds.includes('calendar')) afterCalendarChange(connection, scope)
      if (kinds.includes('settings')) forgetSettings(connection)
    },
  }
}

/** Folds a case or record from its log again; reference data is nothing of the kind. */
export const refoldMatter = (
  connection: Connection,
  calendar: WorkCalendar,
  type: EntityType,
  entity: string,
): void => {
  if (type === 'case') refoldEntity(connection, calendar, entity)
  if (type === 'record') refoldRecordEntity(connection, calendar, entity)
}

/** Few operations a case, so it is always folded from the first: no order of arrival can leave a wrong state behind. */
export const refoldEntity = (connection: Connection, calendar: WorkCalendar, entity: string): void => {
  const { state, deviceNo, ...standing } = refoldCase(
    logReader(connection).ofEntity(entity),
    calendar,
    findBaseState(connection, entity),
  )
  const before = findStored(connection, entity)
  if (state !== null && deviceNo !== null) saveCase(connection, calendar, state, { ...standing, deviceNo }, before)
  else if (before !== null) removeCase(connection, before.seq)
}

/** Answers the kind of the record, or null when there is none any more. */
const refoldRecordEntity = (connection: Connection, calendar: WorkCalendar, entity: string): RecordKind | null => {
  const { state, deviceNo, ...standing } = refoldRecord(
    logReader(connection).ofEntity(entity),
    calendar,
    findBaseState(connection, entity),
  )
  const before = findStoredRecord(connection, entity)
  if (state !== null && deviceNo !== null) saveRecord(connection, calendar, state, { ...standing, deviceNo }, before)
  else if (before !== null) removeRecord(connection, before.seq)
  return (state ?? before?.state)?.kind ?? null
}
