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

/**
 * A case that another transaction opened meanwhile makes the insert fail, and the caller starts over with what is true now.
 *
 * @param existing cases that are there, with the state that was read of each in this transaction, under its lock: only what is another than
 * that is sent. Null = it is written whole
 */
export const saveCases = async (
  tx: Tx,
  center: string,
  changed: ReadonlyMap<string, CaseState>,
  existing: ReadonlyMap<string, CaseState | null>,
): Promise<void> => {
  const opened = [...changed.values()].filter((state) => !existing.has(state.id))
  const moved = [...changed.values()].filter((state) => existing.has(state.id))
  const parts = moved.map((state) => ({ state, part: changedPart(existing.get(state.id) ?? null, state) }))
  const patched = parts.flatMap(({ state, part }) => (part === null ? [] : [{ state, part }]))
  const whole = parts.flatMap(({ state, part }) => (part === null ? [state] : []))
  if (opened.length > 0) {
    await sql`
      insert into case_state (center, id, case_no, kind, status, version, state)
      select ${center}, id, case_no, kind, status, version, state::jsonb from ${caseRows(opened)}`.execute(tx)
  }
  if (patched.length > 0) {
    await sql`
      update case_state c set status = row.status, version = row.version, state = c.state || row.state::jsonb
      from ${caseRows(
        patched.map(({ state }) => state),
        patched.map(({ part }) => part),
      )} where c.center = ${center} and c.id = row.id`.execute(tx)
  }
  if (whole.length > 0) {
    await sql`
      update case_state c set status = row.status, version = row.version, state = row.state::jsonb
      from ${caseRows(whole)} where c.center = ${center} and c.id = row.id`.execute(tx)
  }
}

/**
 * The fields that an act has put in the place of others, by identity: folding takes what it does not change over as it is. Null where a field
 * is gone, which cannot be said by adding some.
 */
const changedPart = (before: CaseState | null, state: CaseState): object | null => {
  if (before === null) return null
  const was = new Map<string, unknown>(Object.entries(before))
  const is = Object.entries(state).filter(([, value]) => value !== undefined)
  const names = new Set(is.map(([name]) => name))
  if ([...was.keys()].some((name) => !names.has(name))) return null
  return Object.fromEntries(is.filter(([name, value]) => !was.has(name) || was.get(name) !== value))
}

const caseRows = (states: readonly CaseState[], texts: readonly object[] = states) =>
  // A record set of JSON takes three times as long to read as these.
  sql`unnest(
      ${states.map(({ id }) => id)}::uuid[], ${states.map(({ caseNo }) => caseNo)}::text[], ${states.map(({ kind }) => kind)}::text[],
      ${states.map(({ status }) => status)}::text[], ${states.map(({ version }) => version)}::integer[],
      ${linesOf(texts.map((text) => JSON.stringify(text)))}
    ) as row(id, case_no, kind, status, version, state)`
