import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../store/connect.ts'
import { createPartitions } from '../store/partitions.ts'

/** What says nothing in another database: where it lies, and what a second machine holds of this one. */
const notCopied: readonly string[] = ['center_place', 'center_safety', 'safety_sample']

/** Frozen rows of a center that an earlier move, or half of one, left here. */
export const dropCenter = async (tx: Tx, center: string): Promise<void> => {
  for (const { name, partitioned } of (await centerTables(tx)).toReversed()) {
    if (partitioned) await sql`drop table if exists ${sql.table(`${name}_${center}`)}`.execute(tx)
    else await sql`delete from ${sql.table(name)} where center = ${center}`.execute(tx)
  }
}

/**
 * Copies every row of a center, a page at a time, read in one snapshot. Which tables there are is read from the catalog, so that none can be
 * forgotten. The center's own row comes last: while it is not there, nothing freezes the others.
 */
export const copyCenter = async (from: Tx, to: Tx, center: string): Promise<void> => {
  await createPartitions(to, center)
  for (const { name } of await centerTables(from)) {
    const table = sql.table(name)
    const columns = sql.join(await writtenColumns(to, name))
    await sql`declare rows no scroll cursor for
      select row_to_json(t)::text as row from ${table} t where center = ${sql.lit(center)}`.execute(from)
    for (;;) {
      const { rows } = await sql<{ row: string }>`fetch 400 from rows`.execute(from)
      if (rows.length === 0) break
      const page = `[${rows.map(({ row }) => row).join(',')}]`
      await sql`insert into ${table} (${columns})
        select ${columns} from json_populate_recordset(null::${table}, ${page}::json)`.execute(to)
    }
    await sql`close rows`.execute(from)
  }
}

/** Tables whose rows differ between the two, by number and content; empty = the copy is whole. */
export const findDifferences = async (from: Tx, to: Tx, center: string): Promise<readonly string[]> => {
  const different: string[] = []
  for (const { name } of await centerTables(from)) {
    const [there, here] = [await fingerprint(from, name, center), await fingerprint(to, name, center)]
    if (there !== here) different.push(name)
  }
  return different
}

const fingerprint = async (tx: Tx, name: string, center: string): Promise<string> => {
  const { rows } = await sql<{ print: string }>`
    select count(*) || ':' || coalesce(sum(hashtextextended(row_to_json(t)::text, 0)::numeric), 0) as print
    from ${sql.table(name)} t where center = ${center}`.execute(tx)
  return rows[0]?.print ?? ''
}

/** Columns that take a value; the others PostgreSQL works out of these by itself. */
const writtenColumns = async (db: Tx, table: string): Promise<readonly RawBuilder<unknown>[]> => {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`.execute(db)
  return rows.map(({ name }) => sql.ref(name))
}

interface CenterTable {
  readonly name: string
  readonly partitioned: boolean
}

/** Every table with a center in it; those that others refer to first, and `center` itself last. */
const centerTables = async (db: Database | Tx): Promise<readonly CenterTable[]> => {
  const { rows } = await sql<CenterTable>`
    select c.relname as name, c.relkind = 'p' as partitioned from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'center' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
      and c.relname <> all(${notCopied}::text[])
    order by c.relname = 'center',
      exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid), c.relname`.execute(db)
  return rows
}
