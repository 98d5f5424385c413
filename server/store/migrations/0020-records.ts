import { type Kysely, sql } from 'kysely'

/** Everything beside cases that lives by a procedure (domain/record), folded; a partition for every center there is. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table record_state (
      center text not null,
      id uuid not null,
      kind text not null,
      status text not null,
      rec_key text,
      version integer not null,
      state jsonb not null,
      constraint record_state_pk primary key (center, id)
    ) partition by list (center)`.execute(db)
  await sql`create index record_state_key on record_state (center, kind, rec_key)`.execute(db)
  const { rows } = await sql<{ center: string }>`select center from center`.execute(db)
  for (const { center } of rows) {
    const name = sql.table(`record_state_${center}`)
    await sql`create table ${name} partition of record_state for values in (${sql.lit(center)})`.execute(db)
  }
}
