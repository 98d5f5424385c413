import { sql } from 'kysely'
import type { ProgressInput, ProgressOutput, ProgressRow } from '../../contract/sync-progress.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { caseClocks } from '../../domain/case/clocks.ts'
import { hidesApplicant } from '../../domain/case/hides-applicant.ts'
import {
  type ProgressRules,
  progressRulesName,
  progressTexts,
  usualProgressRules,
} from '../../domain/kiosk/progress-proof.ts'
import { publicStepOf } from '../../domain/kiosk/public-step.ts'
import { type PlainDate, addDays, plainDateInShanghai } from '../../domain/plain-date.ts'
import { type Result, ok } from '../../domain/result.ts'
import { usualClosedDays } from '../../domain/scope/scope.ts'
import { centerCalendar } from '../store/center-calendar.ts'
import type { Database, Tx } from '../store/connect.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import type { Session } from '../sync/token.ts'
import { keyed, progressKey } from './progress-key.ts'
import { readForTerminal } from './read-for-terminal.ts'

/** Commits that one answer looks at. */
const mostCommits = 2000

/**
 * SYN-90: rows of the matters that were touched after a commit number, for a terminal and for nothing else: keyed hashes, the step that is
 * public, and days. No number, no name, no subject.
 */
export const readProgress = async (
  db: Database,
  session: Session,
  { center, after }: ProgressInput,
  signingKey: Buffer,
  now: number,
): Promise<Result<ProgressOutput, SyncRefusal>> => {
  const key = progressKey(signingKey, center)
  const told = await readForTerminal(db, session, center, (tx) =>
    read(tx, center, after, key, plainDateInShanghai(now)),
  )
  return told.ok ? ok({ ...told.value, key: key.toString('base64') }) : told
}

const read = async (tx: Tx, center: string, after: number, key: Buffer, today: PlainDate) => {
  const found = await tx
    .selectFrom('center')
    .select(['cseq', 'data'])
    .where('center', '=', center)
    .executeTakeFirstOrThrow()
  const head = found.cseq
  const rules = found.data?.progress ?? usualProgressRules
  const upTo = Math.min(head, after + mostCommits)
  const states = await statesTouched(tx, center, after, upTo)
  const facts = { rules, calendar: await centerCalendar(tx, center), since: addDays(today, -usualClosedDays) }
  const rows: ProgressRow[] = []
  const gone: string[] = []
  for (const state of states.values()) {
    const row = rowOf(state, survivorOf(state, states), key, facts)
    if (row === null) gone.push(keyed(key, `matter\n${state.id}`))
    else rows.push(row)
  }
  return { rules: progressRulesName(rules), upTo, head, rows, gone }
}

interface RowFacts {
  readonly rules: ProgressRules
  readonly calendar: WorkCalendar
  /** First day of an end that is still told. */
  readonly since: PlainDate
}

/** Null for what a terminal is not told: what is long over, what was taken in in confidence, and what nothing leads to. */
const rowOf = (
  own: CaseState,
  state: CaseState,
  key: Buffer,
  { rules, calendar, since }: RowFacts,
): ProgressRow | null => {
  if (hidesApplicant(own) || hidesApplicant(state)) return null
  if (state.closedOn !== null && state.closedOn < since) return null
  // A receipt that became an alias goes on leading to where the work goes on.
  const hashes = progressTexts(own.caseNo, own.applicant, rules).map((text) => keyed(key, text))
  if (hashes.length === 0) return null
  const { statutory, promised } = caseClocks(state, calendar)
  const dues = [statutory?.due, promised?.due].flatMap((due) => due ?? []).toSorted()
  return {
    id: keyed(key, `matter\n${own.id}`),
    hashes,
    kind: state.kind,
    step: publicStepOf(state),
    receivedOn: state.arrivedOn,
    dueOn: dues[0] ?? null,
    endedOn: state.closedOn,
  }
}

/** Cases among what was touched, with those that are aliases of them, and with those that they are aliases of. */
const statesTouched = async (
  tx: Tx,
  center: string,
  after: number,
  upTo: number,
): Promise<ReadonlyMap<string, CaseState>> => {
  const { rows } = await sql<{ id: string; state: CaseState }>`
    with recursive touched (id) as (
      select distinct entity::uuid from op_log
      where center = ${center} and cseq > ${after} and cseq <= ${upTo} and entity !~ ':' and op is not null
    ), family (id) as (
      select id from touched
      union
      select near.id from family
        join case_state s on s.center = ${center} and s.id = family.id
        cross join lateral (
          select (merged ->> 'aliasId')::uuid as id
          from jsonb_array_elements(coalesce(s.state -> 'merged', '[]'::jsonb)) merged
          union all
          select (s.state -> 'mergedInto' ->> 'caseId')::uuid where s.state -> 'mergedInto' is not null
        ) near
    )
    select s.id, s.state from family join case_state s on s.center = ${center} and s.id = family.id`.execute(tx)
  return new Map(rows.map(({ id, state }) => [id, state]))
}

const survivorOf = (state: CaseState, states: ReadonlyMap<string, CaseState>): CaseState => {
  let last = state
  for (let steps = 0; steps < states.size; steps++) {
    const next = last.mergedInto === undefined ? undefined : states.get(last.mergedInto.caseId)
    if (next === undefined) return last
    last = next
  }
  return last
}
