import { sql } from 'kysely'
import { ServiceItemSchema } from '../../contract/reference.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { recordAdminAct } from '../admin/admin-act.ts'
import { appendReference } from '../admin/append-reference.ts'
import { isSame } from '../admin/same.ts'
import type { Tx } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import { administrator, consoleApi, refused } from './context.ts'

const linesPerPage = 100
const mostSteps = 50

export const listItems = consoleApi.items.list.handler(async ({ input: { text, from }, context }) => {
  const { db, center } = await administrator(context)
  // What stands for something in a pattern is looked for as it is written.
  const like = `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const { rows } = await sql<{ data: ServiceItem; withdrawn: boolean; all: string }>`
    select data, withdrawn, count(*) over () as all from service_item
    where center = ${center}
      and (data->>'name' ilike ${like} or data->>'organ' ilike ${like} or coalesce(data->>'code', '') ilike ${like})
    order by data->>'organ', data->>'name', id offset ${Number(from)} limit ${linesPerPage}`.execute(db)
  return {
    all: Number(rows[0]?.all ?? 0),
    lines: rows.map(({ data, withdrawn }) => {
      const { id, code, name, organ, kind, version, promisedDays, statutoryDays, dayUnit } = data
      return { id, code, name, organ, kind, version, promisedDays, statutoryDays, dayUnit, withdrawn }
    }),
  }
})

export const oneItem = consoleApi.items.one.handler(async ({ input: { id }, context }) => {
  const { db, center } = await administrator(context)
  const row = await db
    .selectFrom('service_item')
    .select(['data', 'withdrawn'])
    .where('center', '=', center)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw refused('item_unknown', id)
  const { rows } = await sql<{ kind: string; wall: number; version: number | null }>`
    select kind, (canon::json ->> 'wall')::bigint as wall, (canon::json -> 'data' ->> 'version')::integer as version
    from op_log where center = ${center} and entity = ${`item:${id}`}
    order by cseq desc limit ${mostSteps}`.execute(db)
  return {
    item: ServiceItemSchema.parse(row.data),
    withdrawn: row.withdrawn,
    history: rows.map(({ kind, wall, version }) => ({
      at: wall,
      what: kind === 'item.withdraw' ? ('withdraw' as const) : ('publish' as const),
      version: kind === 'item.withdraw' ? null : version,
    })),
  }
})

/** A published version is never edited: what differs is the next one. */
export const publishItem = consoleApi.items.publish.handler(async ({ input: { item }, context }) => {
  const { db, center, staff } = await administrator(context)
  return transact(db, async (tx) => {
    const before = await lockItem(tx, center, item.id)
    if (before === null) {
      if (item.version !== 1) throw refused('item_unknown', item.id)
    } else {
      if (before.data.version !== item.version) throw refused('item_changed', item.name)
      if (!before.withdrawn && isSame(before.data, item)) throw refused('item_same', item.name)
    }
    const version = before === null ? 1 : item.version + 1
    await appendReference(tx, center, [{ kind: 'item.publish', data: { ...item, version } }], staff.id)
    await note(tx, center, staff.login, 'item publish', { name: item.name, version })
    return { version }
  })
})

/** It is offered at no window any more; what was taken in under it goes on. */
export const withdrawItem = consoleApi.items.withdraw.handler(async ({ input: { id, version }, context }) => {
  const { db, center, staff } = await administrator(context)
  return transact(db, async (tx) => {
    const before = await lockItem(tx, center, id)
    if (before === null) throw refused('item_unknown', id)
    if (before.withdrawn) throw refused('item_withdrawn', before.data.name)
    if (before.data.version !== version) throw refused('item_changed', before.data.name)
    await appendReference(tx, center, [{ kind: 'item.withdraw', data: { id } }], staff.id)
    await note(tx, center, staff.login, 'item withdraw', { name: before.data.name })
    return {}
  })
})

const lockItem = async (tx: Tx, center: string, id: string) =>
  (await tx
    .selectFrom('service_item')
    .select(['data', 'withdrawn'])
    .where('center', '=', center)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null

const note = (
  tx: Tx,
  center: string,
  account: string,
  act: 'item publish' | 'item withdraw',
  subject: Readonly<Record<string, string | number>>,
): Promise<void> => recordAdminAct(tx, { center, act, account, subject, at: Date.now() })
