import { sql } from 'kysely'
import type { KindedStatus } from './kinded-status.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { countWithin } from './list-within-keys.ts'
import { type CaseFilter, statusesOf } from './list-filter.ts'

/** Counting stops here: nobody pages through more, and a true count of a big store costs more than the page itself. */
const countCap = 1000

export interface CappedCount {
  readonly total: number
  readonly more: boolean
}

export const capped = (count: number, cap: number = countCap): CappedCount => ({
  total: Math.min(count, cap),
  more: count > cap,
})

export const countFiltered = (connection: Connection, filter: CaseFilter): CappedCount => {
  const { within, statuses } = filter
  if (within !== null)
    return capped(countWithin(connection, { within, statuses }, filter.openOnly ? 'open' : 'all', countCap + 1))
  if (filter.statuses === null) {
    const row = filter.openOnly ? connection.first(countOpen, {}) : connection.first(countAll, {})
    return capped(row?.count ?? 0)
  }
  const each = filter.openOnly ? countOpenOfStatus : countOfStatus
  let count = 0
  for (const status of statusesOf(filter)) {
    if (count <= countCap) count += connection.first(each, { status })?.count ?? 0
  }
  return capped(count)
}

const counted = query
  .selectFrom('cases')
  .select(sql`1`.as('one'))
  .limit(countCap + 1)

const countAll = statement<NoParams>()(() => countRows(counted))

// Named, or the planner reads the smallest index, in which the open cases may stand behind all others.
const countOpen = statement<NoParams>()(
  () => sql<{ count: number }>`
    select count(*) as count
    from (select 1 from cases indexed by cases_open where closed is null limit ${sql.lit(countCap + 1)})`,
)

const countOfStatus = statement<{ status: KindedStatus }>()((param) =>
  countRows(counted.where('status', '=', param('status'))),
)

const countOpenOfStatus = statement<{ status: KindedStatus }>()((param) =>
  countRows(counted.where('closed', 'is', null).where('status', '=', param('status'))),
)

const countRows = (rows: typeof counted) =>
  query.selectFrom(rows.as('counted')).select((eb) => eb.fn.countAll<number>().as('count'))

/** Every statement that counts, for the test of their plans. */
export const countStatements = { countAll, countOpen, countOfStatus, countOpenOfStatus } as const
