import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { findStored } from '../cases/find-stored.ts'
import { refoldCase } from '../cases/refold.ts'
import { removeCase, saveCase } from '../cases/save.ts'
import type { Connection } from '../connection.ts'
import { logReader } from '../log/reader.ts'
import { refoldReference } from '../reference/refold.ts'
import type { WriteScope } from '../write-scope.ts'

/** Entities whose operations changed in a transaction; each is folded again once, at its end. */
export interface Touched {
  readonly add: (type: 'case' | 'reference', entity: string) => void
  readonly refold: () => void
}

export const touchedEntities = (connection: Connection, scope: WriteScope, calendar: WorkCalendar): Touched => {
  const cases = new Set<string>()
  const references = new Set<string>()
  return {
    add: (type, entity) => {
      ;(type === 'case' ? cases : references).add(entity)
    },
    refold: () => {
      if (cases.size > 0) scope.touch('cases')
      if (references.size > 0) scope.touch('reference')
      for (const entity of references) refoldReference(connection, entity)
      for (const entity of cases) refoldEntity(connection, calendar, entity)
    },
  }
}

/** Few operations a case, so it is always folded from the first: no order of arrival can leave a wrong state behind. */
export const refoldEntity = (connection: Connection, calendar: WorkCalendar, entity: string): void => {
  const { state, deviceNo, ...standing } = refoldCase(logReader(connection).ofEntity(entity), calendar)
  const before = findStored(connection, entity)
  if (state !== null && deviceNo !== null) saveCase(connection, calendar, state, { ...standing, deviceNo }, before)
  else if (before !== null) removeCase(connection, before.seq)
}
