import { type Expression, sql } from 'kysely'
import { dayNumberOf, fromDayNumber, type PlainDate } from '../../domain/plain-date.ts'
import type { Connection } from '../connection.ts'
import { parseTime } from '../log/hlc.ts'
import { findOwnOrigin } from '../log/origin.ts'
import { query } from '../query.ts'
import { type Param, statement } from '../statement.ts'
import { uuidToBytes } from '../uuid.ts'
import type { KindedStatus } from './kinded-status.ts'
import { type UnmaskedRow, caseRows } from './list-rows.ts'

/** Whose cases are looked at; a null filters nothing. */
export interface QueueScope {
  /** Opened at this device. */
  readonly deviceNo: string | null
  readonly organs: readonly string[] | null
  /** Somebody who has acted on it. */
  readonly staffId: string | null
}

export interface QueueReader {
  /** Open cases whose nearest limit ends by this day, the nearest first. */
  readonly dueBy: (day: PlainDate, scope: QueueScope, limit: number) => readonly UnmaskedRow[]
  /** Open cases in this state, the oldest first. */
  readonly inState: (status: KindedStatus, scope: QueueScope, limit: number) => readonly UnmaskedRow[]
  /** These cases, closed ones too, in no order. */
  readonly these: (ids: readonly string[]) => readonly UnmaskedRow[]
  /** Open cases whose nearest limit ends on a day from `from` to `to`, days without any left out. */
  readonly countByDay: (
    from: PlainDate,
    to: PlainDate,
    scope: QueueScope,
  ) => readonly { readonly day: PlainDate; readonly count: number }[]
  /** Own operations of this device since then (epoch milliseconds), by kind; `first` = the earliest of them. */
  readonly doneSince: (since: number) => { readonly kinds: ReadonlyMap<string, number>; readonly first: number | null }
}

export const queueReader = (connection: Connection): QueueReader => {
  const rowsOf = (found: readonly { readonly seq: number }[]) =>
    caseRows(
      connection,
      found.map(({ seq }) => seq),
    )
  return {
    dueBy: (day, scope, limit) => rowsOf(connection.all(dueBy, { day: dayNumberOf(day), limit, ...bound(scope) })),
    inState: (status, scope, limit) => rowsOf(connection.all(inState, { status, limit, ...bound(scope) })),
    these: (ids) => {
      const seqs = ids.flatMap((id) => connection.all(seqOf, { id: uuidToBytes(id) }))
      return rowsOf(seqs)
    },
    countByDay: (from, to, scope) =>
      connection
        .all(countByDay, { from: dayNumberOf(from), to: dayNumberOf(to), ...bound(scope) })
        .map(({ urgent, count }) => ({ day: fromDayNumber(urgent), count })),
    doneSince: (since) => doneSince(connection, since),
  }
}

const doneSince = (connection: Connection, since: number): ReturnType<QueueReader['doneSince']> => {
  const origin = findOwnOrigin(connection)
  const kinds = new Map<string, number>()
  let first: number | null = null
  if (origin === null) return { kinds, first }
  for (const { kind, hlc } of connection.all(lastOwn, { origin, limit: mostInADay })) {
    const at = parseTime(hlc)?.ms ?? 0
    if (at < since) break
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    first = at
  }
  return { kinds, first }
}

/** More than a window does in a day. */
const mostInADay = 5000

// A type, not an interface: only then the compiler takes it for named parameters.
type Bound = { readonly deviceNo: string | null; readonly organs: string | null; readonly actor: string | null }

const bound = ({ deviceNo, organs, staffId }: QueueScope): Bound => ({
  deviceNo,
  organs: organs === null ? null : JSON.stringify(organs),
  // As canonical JSON writes it: faster than to parse every text.
  actor: staffId === null ? null : `"actor":${JSON.stringify(staffId)}`,
})

const within = (param: Param<Bound>): Expression<boolean> => sql<boolean>`
  (${param('deviceNo')} is null or device_no = ${param('deviceNo')})
  and (${param('organs')} is null or organ in (select value from json_each(${param('organs')})))
  and (${param('actor')} is null or exists (
    select 1 from operation
    where operation.entity = ${idText} and instr(operation.canon, ${param('actor')}) > 0))`

/** The log names an entity by text. */
const idText = sql.raw(
  [
    [1, 8],
    [9, 4],
    [13, 4],
    [17, 4],
    [21, 12],
  ]
    .map(([from, length]) => `substr(lower(hex(cases.id)), ${from}, ${length})`)
    .join(` || '-' || `),
)

type Scoped = Bound & { readonly limit: number }

// Named, or the planner may take an index that has to be sorted.
const dueBy = statement<Scoped & { readonly day: number }>()(
  (param) => sql<{ seq: number }>`
    select seq from cases indexed by cases_open
    where closed is null and urgent <= ${param('day')} and ${within(param)}
    order by urgent, seq limit ${param('limit')} + 0`,
)

const inState = statement<Scoped & { readonly status: KindedStatus }>()(
  (param) => sql<{ seq: number }>`
    select seq from cases indexed by cases_status
    where status = ${param('status')} and closed is null and ${within(param)}
    order by seq limit ${param('limit')} + 0`,
)

const countByDay = statement<Bound & { readonly from: number; readonly to: number }>()(
  (param) => sql<{ urgent: number; count: number }>`
    select urgent, count(*) as count from cases indexed by cases_open
    where closed is null and urgent between ${param('from')} and ${param('to')} and ${within(param)}
    group by urgent order by urgent`,
)

const seqOf = statement<{ id: Uint8Array }>()((param) =>
  query.selectFrom('cases').select('seq').where('id', '=', param('id')),
)

const lastOwn = statement<{ origin: number; limit: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['kind', 'hlc'])
    .where('origin', '=', param('origin'))
    .orderBy('seq', 'desc')
    .limit(param('limit')),
)

/** Every statement of the queue, for the test of their plans. */
export const queueStatements = { dueBy, inState, countByDay, lastOwn } as const
