import { sql } from 'kysely'
import { currentWorkCalendar } from '../../domain/calendar/state-council.ts'
import { recordModuleOf } from '../../domain/record/modules.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import type { Tx } from './connect.ts'

/** States of these records, locked until the transaction ends and in a fixed order (case-states.ts). */
export const lockRecords = async (
  tx: Tx,
  center: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordState>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; state: RecordState }>`
    select id, state from record_state where center = ${center} and id = any(${ids}::uuid[]) order by id for update`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.state]))
}

/** Folded states after a batch; a record opened by another transaction meanwhile makes the insert fail, and the caller starts over. */
export const saveRecords = async (
  tx: Tx,
  center: string,
  changed: ReadonlyMap<string, RecordState>,
  existing: ReadonlySet<string>,
): Promise<void> => {
  const opened = [...changed.values()].filter((state) => !existing.has(state.id))
  const moved = [...changed.values()].filter((state) => existing.has(state.id))
  if (opened.length > 0) {
    await sql`
      insert into record_state (center, id, kind, status, rec_key, version, state)
      select ${center}, id, kind, status, rec_key, version, state from ${recordRows(opened)}`.execute(tx)
  }
  if (moved.length > 0) {
    await sql`
      update record_state r set status = row.status, rec_key = row.rec_key, version = row.version, state = row.state
      from ${recordRows(moved)} where r.center = ${center} and r.id = row.id`.execute(tx)
  }
}

const recordRows = (states: readonly RecordState[]) =>
  sql`json_to_recordset(${JSON.stringify(states.map(toRow))}::json)
    as row(id uuid, kind text, status text, rec_key text, version integer, state jsonb)`

const toRow = (state: RecordState) => ({
  id: state.id,
  kind: state.kind,
  status: state.status,
  rec_key: recordModuleOf(state.kind).head(state, currentWorkCalendar).key,
  version: state.version,
  state,
})
