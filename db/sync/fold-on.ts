import { sql } from 'kysely'
import type { Operation } from '../../contract/operation.ts'
import { type PulledOperation, takesEffect } from '../../contract/sync.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import { caseOperationOf } from '../cases/case-operation-of.ts'
import { type CaseOnFile, type CaseStanding, findStored } from '../cases/find-stored.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { entityTypeOf } from './classify.ts'

/** A new operation of somebody else, in commit order behind those that came with it. */
export interface Arrival {
  readonly envelope: Operation
  readonly pulled: PulledOperation
}

/** What the log now folds to. */
export interface FoldedOn {
  readonly state: CaseState | null
  readonly standing: CaseStanding | null
  readonly before: CaseOnFile | null
}

/**
 * Cases that can be folded on from the state they are in, because the log has nothing of them but what that state was folded from and, behind
 * all of it, what came now: nothing that waits, that a server forgot, that is held, that a snapshot stands for. It gives what folding
 * the whole log gives, by reading none of it.
 */
export const foldableOn = (
  connection: Connection,
  arrived: ReadonlyMap<string, readonly Arrival[]>,
): ReadonlyMap<string, 'new' | 'known'> => {
  const standings = new Map<string, 'new' | 'known'>()
  const ascending = [...arrived].filter(([, arrivals]) => isAscending(arrivals))
  const known: (readonly [string, number])[] = []
  for (const { entity, count } of connection.all(counts, {
    entities: JSON.stringify(ascending.map(([entity]) => entity)),
  })) {
    const came = arrived.get(entity) ?? []
    if (count === came.length) standings.set(entity, 'new')
    else known.push([entity, came[0]?.pulled.cseq ?? 0])
  }
  if (known.length === 0) return standings
  for (const { entity, waiting, held, behind, kinds } of connection.all(logOf, { firsts: JSON.stringify(known) })) {
    const isPlain = waiting === 0 && held === 0 && kinds.split(',').every(isOfCases)
    if (isPlain && behind === arrived.get(entity)?.length) standings.set(entity, 'known')
  }
  return standings
}

/**
 * Null where the state cannot be folded on after all: then the log is folded from its first operation.
 *
 * @param remembered the case as it is on file, where that is known
 */
export const foldOn = (
  connection: Connection,
  entity: string,
  standing: 'new' | 'known',
  arrivals: readonly Arrival[],
  remembered: CaseOnFile | null,
): FoldedOn | null => {
  const before = remembered ?? (standing === 'new' ? null : findStored(connection, entity))
  if (standing === 'known' && (before === null || before.held || before.pending > 0)) return null
  let state = before?.state ?? null
  let deviceNo = before?.deviceNo ?? null
  for (const { envelope, pulled } of arrivals) {
    if (!takesEffect(pulled.verdict)) continue
    try {
      state = fold(state, entity, caseOperationOf(envelope), envelope.hlc)
    } catch {
      return null
    }
    deviceNo ??= envelope.deviceNo
  }
  const attention = before?.attention ?? 0
  return {
    state,
    standing: deviceNo === null ? null : { deviceNo, pending: 0, attention, held: false },
    before,
  }
}

export const isAscending = (arrivals: readonly Arrival[]): boolean =>
  arrivals.every(({ pulled }, at) => at === 0 || pulled.cseq > (arrivals[at - 1]?.pulled.cseq ?? 0))

const isOfCases = (kind: string): boolean => entityTypeOf(kind) === 'case'

/** How many operations of each the log has, from its index alone; none for what a snapshot stands for. */
const counts = statement<{ entities: string }>()((param) =>
  query
    .selectFrom(sql<{ entity: string }>`(select value as entity from json_each(${param('entities')}))`.as('asked'))
    .select([
      'asked.entity',
      sql<number>`(select count(*) from operation where operation.entity = asked.entity)`.as('count'),
    ])
    .where(sql<boolean>`not exists (select 1 from base_state where base_state.entity = asked.entity)`),
)

/** Of each entity that is named with the first commit number that came: what the log has of it, that included. */
const logOf = statement<{ firsts: string }>()((param) =>
  query
    .selectFrom(
      sql<{ entity: string; first: number }>`(
        select value ->> 0 as entity, value ->> 1 as first from json_each(${param('firsts')}))`.as('asked'),
    )
    .innerJoin('operation', 'operation.entity', 'asked.entity')
    .select([
      'asked.entity',
      sql<number>`count(*) filter (where operation.cseq is null)`.as('waiting'),
      sql<number>`count(operation.held)`.as('held'),
      sql<number>`count(*) filter (where operation.cseq >= asked.first)`.as('behind'),
      sql<string>`group_concat(distinct operation.kind)`.as('kinds'),
    ])
    .groupBy('asked.entity'),
)
