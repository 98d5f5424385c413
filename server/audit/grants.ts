import { sql } from 'kysely'
import type { Database } from '../store/connect.ts'
import { transact } from '../store/transact.ts'

/** The account of a server that serves; the one that owns the tables is used for upgrades and restores alone. */
export const appRole = 'yichuang_app'

/** What happened stays: rows are added and read. */
const appendOnly: ReadonlySet<string> = new Set(['op_log', 'checkpoint', 'admin_act', 'open_act'])
/** Changed by whoever upgrades or restores. A start that has nothing to make still says `insert … on conflict do nothing`. */
const readOnly: ReadonlySet<string> = new Set(['kysely_migration', 'kysely_migration_lock', 'restore_log'])
const insertOnly: ReadonlySet<string> = new Set(['server_identity'])

/**
 * SYN-51: gives the serving account what serving needs and no more: it can neither change nor delete a row of the log. Partitions get no
 * grants, so they are reached through their parent alone. Does nothing where there is no such account, or for whoever does not own the
 * tables. Answers whether it granted.
 */
export const grantToApp = (db: Database): Promise<boolean> =>
  transact(db, async (tx) => {
    const { rows: found } = await sql<{ able: boolean }>`
      select exists (select from pg_roles where rolname = ${appRole})
        and pg_has_role(current_user, (select relowner from pg_class where oid = 'op_log'::regclass), 'usage') as able`.execute(
      tx,
    )
    if (found[0]?.able !== true) return false
    const role = sql.id(appRole)
    const { rows: tables } = await sql<{ name: string; partition: boolean }>`
      select relname as name, relispartition as partition from pg_class
      where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace`.execute(tx)
    for (const { name, partition } of tables) {
      await sql`revoke all on ${sql.table(name)} from ${role}`.execute(tx)
      if (!partition) await sql`grant ${sql.raw(rightsOn(name))} on ${sql.table(name)} to ${role}`.execute(tx)
    }
    return true
  })

const rightsOn = (table: string): 'select' | 'select, insert' | 'select, insert, update, delete' => {
  if (readOnly.has(table)) return 'select'
  return appendOnly.has(table) || insertOnly.has(table) ? 'select, insert' : 'select, insert, update, delete'
}
