import type { RecordListInput, RecordRow } from '../../contract/queries/records.ts'
import type { RecordKind, RecordState } from '../../domain/record/record-state.ts'
import type { CaseRow } from '../../contract/queries/cases.ts'
import { syncOf } from '../cases/list-rows.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { uuidToBytes } from '../uuid.ts'
import { findStoredRecord, parseRecord } from './find-stored.ts'
import { listRecords } from './list.ts'

/** A record as it stands, with what the store knows about it beside its state. */
export interface FoundRecord {
  readonly state: RecordState
  readonly deviceNo: string
  readonly sync: CaseRow['sync']
  /** An operation of a newer version is in its history: nothing may be done to it here. */
  readonly held: boolean
}

export interface RecordPage {
  readonly rows: readonly RecordRow[]
  /** Cursor of the next page, null on the last. */
  readonly next: string | null
}

export interface RecordReader {
  readonly find: (id: string) => FoundRecord | null
  /** Id of the record of a kind with this key; of two that share it the older one. */
  readonly findByKey: (kind: RecordKind, key: string) => string | null
  /** A page of a kind, newest first or most urgent first, or of a search. Throws RangeError on a cursor that is not its own. */
  readonly list: (input: RecordListInput) => RecordPage
  /** Records of a kind about a case, oldest first. */
  readonly ofCase: (caseId: string, kind: RecordKind) => readonly RecordState[]
  /** Every record of a kind, oldest first, one at a time; for reports and exports. */
  readonly each: (kind: RecordKind, visit: (state: RecordState) => void) => void
  readonly count: (kind: RecordKind) => number
}

export const recordReader = (connection: Connection): RecordReader => ({
  find: (id) => {
    const found = findStoredRecord(connection, id)
    if (found === null) return null
    return { state: found.state, deviceNo: found.deviceNo, sync: syncOf(found), held: found.held }
  },
  findByKey: (kind, key) => {
    const row = connection.first(byKey, { kind, key })
    return row === null ? null : parseRecord(row.state).id
  },
  list: (input) => listRecords(connection, input),
  ofCase: (caseId, kind) =>
    connection.all(ofCase, { case: uuidToBytes(caseId), kind }).map(({ state }) => parseRecord(state)),
  each: (kind, visit) => connection.each(ofKind, { kind }, ({ state }) => visit(parseRecord(state))),
  count: (kind) => connection.first(countKind, { kind })?.count ?? 0,
})

const byKey = statement<{ kind: RecordKind; key: string }>()((param) =>
  query
    .selectFrom('record')
    .select('state')
    .where('kind', '=', param('kind'))
    .where('rec_key', '=', param('key'))
    .orderBy('seq')
    .limit(1),
)

const ofCase = statement<{ case: Uint8Array; kind: RecordKind }>()((param) =>
  query
    .selectFrom('record')
    .select('state')
    .where('case_id', '=', param('case'))
    .where('kind', '=', param('kind'))
    .orderBy('seq'),
)

const ofKind = statement<{ kind: RecordKind }>()((param) =>
  query.selectFrom('record').select('state').where('kind', '=', param('kind')).orderBy('seq'),
)

const countKind = statement<{ kind: RecordKind }>()((param) =>
  query
    .selectFrom('record')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', param('kind')),
)

/** For the test of their plans. */
export const recordLookups = { byKey, ofCase } as const
