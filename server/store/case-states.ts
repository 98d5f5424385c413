import { sql } from 'kysely'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { Tx } from './connect.ts'
import { linesOf } from './lines.ts'

/** States of these cases, locked until the transaction ends and in a fixed order, so that two batches cannot wait for each other. */
export const lockCases = async (
  tx: Tx,
  center: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseState>> => {
  const { rows } = await sql<{ id: string; state: CaseState }>`
    select id, state from case_state where center = ${center} and id = any(${ids}::uuid[]) order by id for update`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.state]))
}

/** Case id by number, for those of `numbers` that are in use. */
export const findCaseNumbers = async (
  tx: Tx,
  center: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; case_no: string }>`
    select id, case_no from case_state where center = ${center} and case_no = any(${numbers}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.case_no, row.id]))
}

/** A case that another transaction opened meanwhile makes the insert fail, and the caller starts over with what is true now. */
export const saveCases = async (
  tx: Tx,
  center: string,
  changed: ReadonlyMap<string, CaseState>,
  existing: ReadonlySet<string>,
): Promise<void> => {
  const opened = [...changed.values()].filter((state) => !existing.has(state.id))
  const moved = [...changed.values()].filter((state) => existing.has(state.id))
  if (opened.length > 0) {
    await sql`
      insert into case_state (center, id, case_no, kind, status, version, state)
      select ${center}, id, case_no, kind, status, version, state::jsonb from ${caseRows(opened)}`.execute(tx)
  }
  if (moved.length > 0) {
    await sql`
      update case_state c set status = row.status, version = row.version, state = row.state::jsonb
      from ${caseRows(moved)} where c.center = ${center} and c.id = row.id`.execute(tx)
  }
}

const caseRows = (states: readonly CaseState[]) =>
  // A record set of JSON takes three times as long to read as these.
  sql`unnest(
      ${states.map(({ id }) => id)}::uuid[], ${states.map(({ caseNo }) => caseNo)}::text[], ${states.map(({ kind }) => kind)}::text[],
      ${states.map(({ status }) => status)}::text[], ${states.map(({ version }) => version)}::integer[],
      ${linesOf(states.map((state) => JSON.stringify(state)))}
    ) as row(id, case_no, kind, status, version, state)`
