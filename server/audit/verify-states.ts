import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import { appliedAfter, foldTexts } from '../store/fold-texts.ts'

/** A case or record whose stored state is not the fold of its operations. */
export interface StateProblem {
  readonly code: 'state_differs'
  readonly entity: string
}

/** SYN-50: every stored state is the fold of the log, and there is no state without operations. A few hundred entities at a time. */
export const verifyStates = async (
  db: Database | Tx,
  center: string,
  tell: () => void = () => undefined,
): Promise<Result<{ readonly states: number }, StateProblem>> => {
  let states = 0
  for (let after = ''; ;) {
    const texts = await appliedAfter(db, center, after)
    const last = texts.at(-1)
    if (last === undefined) break
    const { cases, records, beyond } = foldTexts(texts)
    const ids = [...cases.keys(), ...records.keys()]
    const stored = await storedStates(db, center, ids)
    for (const [id, state] of [...cases, ...records]) {
      if (beyond.has(id)) continue
      if (!isDeepStrictEqual(stored.get(id), asStored(state))) return err({ code: 'state_differs', entity: id })
      states += 1
    }
    after = last.entity
    tell()
  }
  const stray = await findStray(db, center)
  return stray === null ? ok({ states }) : err({ code: 'state_differs', entity: stray })
}

const asStored = (state: object): unknown => JSON.parse(JSON.stringify(state))

const storedStates = async (
  db: Database | Tx,
  center: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> => {
  const { rows } = await sql<{ id: string; state: unknown }>`
    select id, state from case_state where center = ${center} and id = any(${ids}::uuid[])
    union all
    select id, state from record_state where center = ${center} and id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, state }) => [id, state]))
}

const findStray = async (db: Database | Tx, center: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id from case_state where center = ${center} union all select id from record_state where center = ${center}
    ) as kept
    where not exists (
      select from op_log l where l.center = ${center} and l.entity = kept.id::text and l.verdict in ('applied', 'merged'))
    order by id limit 1`.execute(db)
  return rows[0]?.id ?? null
}
