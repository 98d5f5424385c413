import { type RawBuilder, sql } from 'kysely'
import type { ProgressRow } from '../../contract/sync-progress.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { caseClocks } from '../../domain/case/clocks.ts'
import { hidesApplicant } from '../../domain/case/hides-applicant.ts'
import { type ProgressRules, usualProgressRules } from '../../domain/kiosk/progress-proof.ts'
import { publicStepOf } from '../../domain/kiosk/public-step.ts'
import { type PlainDate, addDays } from '../../domain/plain-date.ts'
import { usualClosedDays } from '../../domain/scope/scope.ts'
import { centerCalendar } from '../store/center-calendar.ts'
import type { Tx } from '../store/connect.ts'

export interface ProgressFacts {
  /** Newest commit number of the center. */
  readonly head: number
  readonly rules: ProgressRules
  readonly calendar: WorkCalendar
  /** First day of an end that is still told. */
  readonly since: PlainDate
}

export const readProgressFacts = async (tx: Tx, center: string, today: PlainDate): Promise<ProgressFacts> => {
  const { cseq, data } = await tx
    .selectFrom('center')
    .select(['cseq', 'data'])
    .where('center', '=', center)
    .executeTakeFirstOrThrow()
  return {
    head: cseq,
    rules: data?.progress ?? usualProgressRules,
    calendar: await centerCalendar(tx, center),
    since: addDays(today, -usualClosedDays),
  }
}

/** What is told of a matter outside: how far it is, and days. */
export type PublicProgress = Pick<ProgressRow, 'kind' | 'step' | 'receivedOn' | 'dueOn' | 'endedOn'>

/** A matter among those that it was made one with; null for what is told nobody: what is long over, and what was taken in in confidence. */
export const publicProgressOf = (
  own: CaseState,
  states: ReadonlyMap<string, CaseState>,
  { calendar, since }: ProgressFacts,
): PublicProgress | null => {
  // A receipt that became an alias goes on leading to where the work goes on.
  const state = survivorOf(own, states)
  if (hidesApplicant(own) || hidesApplicant(state)) return null
  if (state.closedOn !== null && state.closedOn < since) return null
  const { statutory, promised } = caseClocks(state, calendar)
  const dues = [statutory?.due, promised?.due].flatMap((due) => due ?? []).toSorted()
  return {
    kind: state.kind,
    step: publicStepOf(state),
    receivedOn: state.arrivedOn,
    dueOn: dues[0] ?? null,
    endedOn: state.closedOn,
  }
}

/** Cases that `ids` selects, with those that are aliases of them, and with those that they are aliases of. */
export const statesWithFamily = async (
  tx: Tx,
  center: string,
  ids: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, CaseState>> => {
  const { rows } = await sql<{ id: string; state: CaseState }>`
    with recursive touched (id) as (${ids}), family (id) as (
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

/** Ids of what was done between two commits, the first excluded. */
export const touchedBetween = (center: string, after: number, upTo: number): RawBuilder<unknown> => sql`
  select distinct entity::uuid from op_log
  where center = ${center} and cseq > ${after} and cseq <= ${upTo} and entity !~ ':' and op is not null`

const survivorOf = (state: CaseState, states: ReadonlyMap<string, CaseState>): CaseState => {
  let last = state
  for (let steps = 0; steps < states.size; steps++) {
    const next = last.mergedInto === undefined ? undefined : states.get(last.mergedInto.caseId)
    if (next === undefined) return last
    last = next
  }
  return last
}
