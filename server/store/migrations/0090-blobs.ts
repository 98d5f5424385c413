import { type Kysely, sql } from 'kysely'

/** What the server has of attached files (their bytes are in a folder of their own), and who writes one just now. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table blob (
      center text not null,
      id text not null constraint blob_id_hash check (id ~ '^[0-9a-f]{64}$'),
      size bigint not null constraint blob_size_positive check (size > 0),
      type text not null,
      device uuid not null,
      created_at bigint not null,
      stored_at bigint,
      constraint blob_pk primary key (center, id)
    )`.execute(db)
  await sql`create index blob_unfinished on blob (center, created_at) where stored_at is null`.execute(db)

  await sql`
    create table blob_lease (
      center text not null,
      id text not null,
      holder uuid not null,
      until bigint not null,
      constraint blob_lease_pk primary key (center, id)
    )`.execute(db)

  for (const name of ['blob', 'blob_lease']) {
    await sql`
      create trigger moving before insert or update on ${sql.table(name)}
      for each row execute function refuse_write_while_moving()`.execute(db)
  }
}
