import { canonicalJson } from '../../contract/canonical-json.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { Connection } from '../connection.ts'
import { asFarAsKept } from '../log/as-far-as-kept.ts'
import type { BaseState } from '../log/base-state.ts'
import type { LoggedOperation } from '../log/reader.ts'
import { parseRecord } from '../records/find-stored.ts'
import { type RefoldedRecord, refoldRecord } from '../records/refold.ts'
import { recordColumns, recordFields } from '../records/save.ts'
import { recordById } from '../records/statements.ts'
import { sql } from 'kysely'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { StoreError } from '../store-error.ts'
import { bytesToUuid, uuidToBytes } from '../uuid.ts'
import type { ProblemList } from './problems.ts'

/** Folds one record again and compares with what is stored. */
export const verifyRecord = (
  connection: Connection,
  calendar: WorkCalendar,
  entity: string,
  { operations, base }: { readonly operations: readonly LoggedOperation[]; readonly base: BaseState | null },
  problems: ProblemList,
): void => {
  const check = (refolded: RefoldedRecord): void => compare(connection, calendar, entity, refolded, problems)
  asFarAsKept(
    () => check(refoldRecord(operations, calendar, base)),
    () =>
      check(
        refoldRecord(operations, calendar, base, (state) =>
          recordColumns(state, recordFields(state, calendar), calendar),
        ),
      ),
  )
}

const compare = (
  connection: Connection,
  calendar: WorkCalendar,
  entity: string,
  { state, deviceNo, pending, attention, held }: RefoldedRecord,
  problems: ProblemList,
): void => {
  const stored = connection.first(recordById, { id: uuidToBytes(entity) })
  if (state === null) {
    if (stored !== null) problems.add('record_without_log', entity, 'no operation in force opens it')
    return
  }
  // Before anything is told: it throws where the state cannot be kept.
  const { state: text, ...columns } = recordColumns(state, recordFields(state, calendar), calendar)
  if (stored === null) {
    problems.add('state_mismatch', entity, 'the record is missing')
    return
  }
  if (stored.state !== text && canonicalJson(parseRecord(stored.state)) !== canonicalJson(state))
    problems.add('state_mismatch', entity, 'state')
  const expected = { ...columns, device_no: deviceNo, pending, attention, held: held ? 1 : 0 }
  const actual = new Map<string, unknown>(Object.entries(stored))
  const wrong = Object.entries(expected).find(([name, value]) => !same(actual.get(name), value))
  if (wrong !== undefined) problems.add('state_mismatch', entity, `column ${wrong[0]}`)
}

/** Every row has operations that speak of it. */
export const verifyRecordRows = (connection: Connection, logged: ReadonlySet<string>, problems: ProblemList): void => {
  connection.each(recordIds, {}, ({ id }) => {
    const entity = bytesToUuid(id)
    if (!logged.has(entity)) problems.add('record_without_log', entity, 'no operation opens it')
  })
}

/** The search index over records in itself, and one entry for each. */
export const verifyRecordSearch = (connection: Connection, problems: ProblemList): void => {
  try {
    connection.run(integrityCheck, {})
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'damaged') throw error
    problems.add('search_broken', 'record_fts', error.message)
    return
  }
  const difference = connection.first(entriesMissing, {})?.count ?? 0
  if (difference !== 0) problems.add('search_broken', 'record_fts', `${difference} records without their entry`)
}

const integrityCheck = statement<NoParams>()(() => sql`insert into record_fts (record_fts) values ('integrity-check')`)

const entriesMissing = statement<NoParams>()(
  () =>
    sql<{ count: number }>`select count(*) as count from (
      select seq from record except select id from record_fts_docsize)`,
)

const recordIds = statement<NoParams>()(() => query.selectFrom('record').select('id'))

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b
