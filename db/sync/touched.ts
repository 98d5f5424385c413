import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { RecordKind } from '../../domain/record/record-state.ts'
import { afterCalendarChange } from '../calendar/after-change.ts'
import { findStored } from '../cases/find-stored.ts'
import { caseColumns } from '../cases/case-columns.ts'
import { type RefoldedCase, refoldCase } from '../cases/refold.ts'
import { removeCase, saveCase } from '../cases/save.ts'
import type { Connection } from '../connection.ts'
import { asFarAsKept } from '../log/as-far-as-kept.ts'
import { findBaseState } from '../log/base-state.ts'
import { logReader } from '../log/reader.ts'
import type { Operation } from '../../contract/operation.ts'
import type { PulledOperation } from '../../contract/sync.ts'
import type { FoldMemory } from './fold-memory.ts'
import { type Arrival, foldOn, foldableOn, isAscending } from './fold-on.ts'
import { findStoredRecord } from '../records/find-stored.ts'
import { type RefoldedRecord, refoldRecord } from '../records/refold.ts'
import { recordColumns, recordFields, removeRecord, saveRecord } from '../records/save.ts'
import { haystackOfCase } from '../search/case-fields.ts'
import { forgetSettings } from '../settings-in-use.ts'
import { refoldReference } from '../reference/refold.ts'
import { type EntityType, ofType } from './classify.ts'
import type { WriteScope } from '../write-scope.ts'

/** Entities whose operations changed in a transaction; each is folded again once, at its end. */
export interface Touched {
  readonly add: (type: EntityType, entity: string) => void
  /** Nothing but a new operation of somebody else came to it, behind all that the log had: it is folded on, where that is all. */
  readonly append: (type: EntityType, envelope: Operation, pulled: PulledOperation) => void
  readonly refold: () => void
}

/** @param memory of a transaction in which every change of a case or of the log is told here; null = of another one */
export const touchedEntities = (
  connection: Connection,
  scope: WriteScope,
  calendar: WorkCalendar,
  memory: FoldMemory | null = null,
): Touched => {
  /** In the order in which they were touched: new cases are listed in it. Null = folded from the first. */
  const cases = new Map<string, Arrival[] | null>()
  const entities = { record: new Set<string>(), reference: new Set<string>() }
  const add = (type: EntityType, entity: string): void => {
    if (type === 'case') {
      memory?.forget(entity)
      cases.set(entity, null)
    } else entities[type].add(entity)
  }
  return {
    add,
    append: (type, envelope, pulled) => {
      const { entity } = envelope
      if (type !== 'case') return add(type, entity)
      const arrivals = cases.get(entity)
      if (arrivals === undefined) cases.set(entity, [{ envelope, pulled }])
      else arrivals?.push({ envelope, pulled })
    },
    refold: () => {
      if (cases.size > 0) scope.touch('cases')
      if (entities.record.size > 0) scope.touch('records')
      if (entities.reference.size > 0) scope.touch('reference')
      for (const entity of entities.reference) refoldReference(connection, entity)
      refoldCases(connection, calendar, cases, memory)
      const kinds = [...entities.record].map((entity) => refoldRecordEntity(connection, calendar, entity))
      if (kinds.includes('calendar')) afterCalendarChange(connection, scope)
      if (kinds.includes('settings')) forgetSettings(connection)
    },
  }
}

const refoldCases = (
  connection: Connection,
  calendar: WorkCalendar,
  cases: ReadonlyMap<string, readonly Arrival[] | null>,
  memory: FoldMemory | null,
): void => {
  const arrived = new Map(
    [...cases].flatMap(([entity, arrivals]) => (arrivals === null ? [] : [[entity, arrivals] as const])),
  )
  const known = new Map(
    [...arrived].flatMap(([entity, arrivals]) => {
      const before = isAscending(arrivals) ? (memory?.find(entity) ?? null) : null
      return before === null || (arrivals[0]?.pulled.cseq ?? 0) <= before.last ? [] : [[entity, before.file] as const]
    }),
  )
  const standings = foldableOn(connection, new Map([...arrived].filter(([entity]) => !known.has(entity))))
  for (const entity of cases.keys()) {
    const before = known.get(entity) ?? null
    const standing = before === null ? standings.get(entity) : 'known'
    const arrivals = arrived.get(entity) ?? []
    const folded = standing === undefined ? null : foldOn(connection, entity, standing, arrivals, before)
    const refold = (): void => {
      memory?.forget(entity)
      refoldEntity(connection, calendar, entity)
    }
    asFarAsKept(() => {
      if (folded === null) refold()
      else if (folded.state !== null && folded.standing !== null) {
        const file = saveCase(connection, calendar, folded.state, folded.standing, folded.before)
        memory?.keep(entity, { file, last: arrivals.at(-1)?.pulled.cseq ?? 0 })
      }
    }, refold)
  }
  memory?.close()
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

/** From the first operation: no order of arrival can leave a wrong state behind. */
export const refoldEntity = (connection: Connection, calendar: WorkCalendar, entity: string): void => {
  const operations = ofType('case', logReader(connection).ofEntity(entity))
  const base = findBaseState(connection, entity)
  const keep = (refolded: RefoldedCase): void => keepCase(connection, calendar, entity, refolded)
  asFarAsKept(
    () => keep(refoldCase(operations, calendar, base)),
    () => keep(refoldCase(operations, calendar, base, (state) => caseColumns(state, haystackOfCase(state), calendar))),
  )
}

const keepCase = (
  connection: Connection,
  calendar: WorkCalendar,
  entity: string,
  { state, deviceNo, ...standing }: RefoldedCase,
): void => {
  const before = findStored(connection, entity)
  if (state !== null && deviceNo !== null)
    saveCase(connection, calendar, state, { ...standing, deviceNo }, before, 'anew')
  else if (before !== null) removeCase(connection, before.seq)
}

/** Answers the kind of the record, or null when there is none any more. */
const refoldRecordEntity = (connection: Connection, calendar: WorkCalendar, entity: string): RecordKind | null => {
  const operations = ofType('record', logReader(connection).ofEntity(entity))
  const base = findBaseState(connection, entity)
  const keep = (refolded: RefoldedRecord): RecordKind | null => keepRecord(connection, calendar, entity, refolded)
  return asFarAsKept(
    () => keep(refoldRecord(operations, calendar, base)),
    () =>
      keep(
        refoldRecord(operations, calendar, base, (state) =>
          recordColumns(state, recordFields(state, calendar), calendar),
        ),
      ),
  )
}

const keepRecord = (
  connection: Connection,
  calendar: WorkCalendar,
  entity: string,
  { state, deviceNo, ...standing }: RefoldedRecord,
): RecordKind | null => {
  const before = findStoredRecord(connection, entity)
  if (state !== null && deviceNo !== null) saveRecord(connection, calendar, state, { ...standing, deviceNo }, before)
  else if (before !== null) removeRecord(connection, before.seq)
  return (state ?? before?.state)?.kind ?? null
}
