import { canonicalJson } from '../../contract/canonical-json.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { parseCaseNo } from '../../domain/case/case-number.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { aliasesOf, storedAliases } from '../cases/aliases.ts'
import { caseColumns } from '../cases/case-columns.ts'
import { parseState } from '../cases/load-state.ts'
import { type RefoldedCase, refoldCase } from '../cases/refold.ts'
import type { Connection } from '../connection.ts'
import { asFarAsKept } from '../log/as-far-as-kept.ts'
import { matterEntities } from '../log/entities.ts'
import { findBaseState } from '../log/base-state.ts'
import { logReader } from '../log/reader.ts'
import { query } from '../query.ts'
import { haystackOfCase } from '../search/case-fields.ts'
import { type NoParams, statement } from '../statement.ts'
import { entityTypeOf, ofType } from '../sync/classify.ts'
import { StoreError } from '../store-error.ts'
import { bytesToUuid, uuidToBytes } from '../uuid.ts'
import type { ProblemList } from './problems.ts'
import { verifyRecord, verifyRecordRows } from './verify-record.ts'

/** Folds every entity of the log again and compares with what is stored. Answers the number of cases. */
export const verifyCases = (connection: Connection, calendar: WorkCalendar, problems: ProblemList): number => {
  const log = logReader(connection)
  const folded = new Set<string>()
  const records = new Set<string>()
  for (const entity of matterEntities(connection)) {
    try {
      const all = log.ofEntity(entity)
      const base = findBaseState(connection, entity)
      const types = new Set([...(base === null ? [] : [base.type]), ...all.map(({ kind }) => entityTypeOf(kind))])
      if (types.has('record')) {
        records.add(entity)
        verifyRecord(connection, calendar, entity, { operations: ofType('record', all), base }, problems)
      }
      if (!types.has('case')) continue
      const operations = ofType('case', all)
      const check = (refolded: RefoldedCase): void => {
        verifyCase(connection, calendar, entity, refolded, problems)
        if (refolded.state !== null) folded.add(entity)
      }
      asFarAsKept(
        () => check(refoldCase(operations, calendar, base)),
        () =>
          check(refoldCase(operations, calendar, base, (state) => caseColumns(state, haystackOfCase(state), calendar))),
      )
    } catch (error) {
      if (error instanceof StoreError) throw error
      problems.add('state_mismatch', entity, 'its operations or its state cannot be read')
    }
  }
  verifyRecordRows(connection, records, problems)
  return verifyRows(connection, folded, problems)
}

const verifyCase = (
  connection: Connection,
  calendar: WorkCalendar,
  entity: string,
  refolded: RefoldedCase,
  problems: ProblemList,
): void => {
  const { state } = refolded
  const stored = connection.first(storedCase, { id: uuidToBytes(entity) })
  if (state === null) {
    if (stored !== null) problems.add('case_without_log', entity, 'no operation in force opens it')
    return
  }
  const columns = caseColumns(state, haystackOfCase(state), calendar)
  const different =
    stored === null
      ? 'the case is missing'
      : (difference(refolded, stored, columns) ?? aliasDifference(connection, stored.seq, state))
  if (different !== null) problems.add('state_mismatch', entity, different)
}

const aliasDifference = (connection: Connection, seq: number, state: CaseState): string | null =>
  canonicalJson(storedAliases(connection, seq)) === canonicalJson(aliasesOf(state)) ? null : 'numbers that lead to it'

type Stored = NonNullable<ReturnType<typeof firstStored>>
const firstStored = (connection: Connection) => connection.first(storedCase, { id: new Uint8Array(16) })

const difference = (
  { state, deviceNo, pending, attention, held }: RefoldedCase,
  stored: Stored,
  columns: ReturnType<typeof caseColumns>,
): string | null => {
  // The same text is the common case; otherwise only the order of keys may differ.
  const same =
    stored.state === JSON.stringify(state) || canonicalJson(parseState(stored.state)) === canonicalJson(state)
  if (!same) return 'state'
  const { statutory_due, promised_due, provisional, urgent, ...lasting } = columns
  // A closed case keeps the limits that were told; only open ones follow a later calendar.
  const limits = state?.closedOn === null ? { statutory_due, promised_due, provisional, urgent } : {}
  const expected = { ...lasting, ...limits, device_no: deviceNo, pending, attention, held: held ? 1 : 0 }
  const actual = new Map<string, unknown>(Object.entries(stored))
  const wrong = Object.entries(expected).find(([name, value]) => actual.get(name) !== value)
  return wrong === undefined ? null : `column ${wrong[0]}`
}

/** Every row has its operations, its number is its own, and no counter stands below it. */
const verifyRows = (connection: Connection, folded: ReadonlySet<string>, problems: ProblemList): number => {
  const counters = new Map(
    connection.all(allCounters, {}).map((row) => [`${row.center}-${row.day}-${row.device_no}`, row.last]),
  )
  let count = 0
  for (let seq = 0; ;) {
    const rows = connection.all(rowsAfter, { seq, limit: 1000 })
    for (const row of rows) {
      count++
      const id = bytesToUuid(row.id)
      if (!folded.has(id)) problems.add('case_without_log', id, 'no operation in force opens it')
      if (row.twin > 0) problems.add('number_twice', id, row.case_no)
      const parts = parseCaseNo(row.case_no)
      const last = parts === undefined ? undefined : counters.get(`${parts.center}-${parts.day}-${parts.deviceNo}`)
      if (parts === undefined || last === undefined || last < parts.n) problems.add('counter_behind', id, row.case_no)
    }
    const last = rows.at(-1)
    if (last === undefined) return count
    seq = last.seq
  }
}

const storedCase = statement<{ id: Uint8Array }>()((param) =>
  query
    .selectFrom('cases')
    .innerJoin('case_state', 'case_state.seq', 'cases.seq')
    .selectAll('cases')
    .select('case_state.state')
    .where('cases.id', '=', param('id')),
)

const rowsAfter = statement<{ seq: number; limit: number }>()((param) =>
  query
    .selectFrom('cases')
    .select(['seq', 'id', 'case_no', 'twin'])
    .where('seq', '>', param('seq'))
    .orderBy('seq')
    .limit(param('limit')),
)

const allCounters = statement<NoParams>()(() => query.selectFrom('case_counter').selectAll())
