import { sql } from 'kysely'
import type { KindedStatus } from './kinded-status.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import type { ListCursor } from './list-cursor.ts'
import { type CaseFilter, statusesOf } from './list-filter.ts'

/** One place in the list: the case, and the cursor that continues after it. */
export type ListKey = ListCursor

/** Above every key. */
const top = Number.MAX_SAFE_INTEGER

/** Latest intake first. */
export const newestKeys = (
  connection: Connection,
  filter: CaseFilter,
  before: number | null,
  limit: number,
): ListKey[] => {
  const page = { before: before ?? top, limit }
  const seqs =
    filter.statuses === null && !filter.openOnly
      ? connection.all(newest, page).map(({ seq }) => seq)
      : mergeNewest(
          statusesOf(filter).map((status) =>
            connection.all(filter.openOnly ? newestOpenOfStatus : newestOfStatus, { ...page, status }),
          ),
          limit,
        )
  return seqs.map((seq) => ({ part: 'newest', seq }))
}

/** Open cases, the nearest limit first. */
export const urgentKeys = (
  connection: Connection,
  filter: CaseFilter,
  after: { readonly urgent: number; readonly seq: number } | null,
  limit: number,
): ListKey[] => {
  const page = { urgent: after?.urgent ?? -1, seq: after?.seq ?? -1, limit }
  const rows =
    filter.statuses === null
      ? connection.all(openByUrgency, page)
      : connection.all(openByUrgencyOfStatuses, { ...page, statuses: JSON.stringify(filter.statuses) })
  return rows.map(({ urgent, seq }) => ({ part: 'open', urgent, seq }))
}

/** Closed cases, the latest intake first. */
export const closedKeys = (
  connection: Connection,
  filter: CaseFilter,
  before: number | null,
  limit: number,
): ListKey[] =>
  mergeNewest(
    statusesOf(filter).map((status) => connection.all(closedOfStatus, { status, before: before ?? top, limit })),
    limit,
  ).map((seq) => ({ part: 'closed', seq }))

/** Each list is newest first already; together they are cut to the page. */
const mergeNewest = (lists: readonly (readonly { readonly seq: number }[])[], limit: number): number[] =>
  lists
    .flatMap((list) => list.map(({ seq }) => seq))
    .sort((a, b) => b - a)
    .slice(0, limit)

interface Page extends Record<string, number> {
  before: number
  limit: number
}

const keys = query.selectFrom('cases').select('seq')

const newest = statement<Page>()((param) =>
  keys.where('seq', '<', param('before')).orderBy('seq', 'desc').limit(param('limit')),
)

type StatusPage = { readonly before: number; readonly limit: number; readonly status: KindedStatus }

const newestOfStatus = statement<StatusPage>()((param) =>
  keys
    .where('status', '=', param('status'))
    .where('seq', '<', param('before'))
    .orderBy('seq', 'desc')
    .limit(param('limit')),
)

const newestOpenOfStatus = statement<StatusPage>()((param) =>
  keys
    .where('status', '=', param('status'))
    .where('seq', '<', param('before'))
    .where('closed', 'is', null)
    .orderBy('seq', 'desc')
    .limit(param('limit')),
)

// Named, because the planner takes the index of all cases of the state for as good.
const closedOfStatus = statement<StatusPage>()(
  (param) => sql<{ seq: number }>`
    select seq from cases indexed by cases_closed
    where status = ${param('status')} and seq < ${param('before')} and closed is not null
    order by seq desc limit ${param('limit')} + 0`,
)

type UrgentPage = { readonly urgent: number; readonly seq: number; readonly limit: number }

const open = query.selectFrom('cases').select(['urgent', 'seq']).where('closed', 'is', null)

const openByUrgency = statement<UrgentPage>()((param) =>
  open
    .where(sql<boolean>`(urgent, seq) > (${param('urgent')}, ${param('seq')})`)
    .orderBy('urgent')
    .orderBy('seq')
    .limit(param('limit')),
)

const openByUrgencyOfStatuses = statement<UrgentPage & { readonly statuses: string }>()((param) =>
  open
    .where(sql<boolean>`(urgent, seq) > (${param('urgent')}, ${param('seq')})`)
    .where(sql<boolean>`status in (select value from json_each(${param('statuses')}))`)
    .orderBy('urgent')
    .orderBy('seq')
    .limit(param('limit')),
)

/** Every statement of the list, for the test of their plans. */
export const listStatements = {
  newest,
  newestOfStatus,
  newestOpenOfStatus,
  closedOfStatus,
  openByUrgency,
  openByUrgencyOfStatuses,
} as const
