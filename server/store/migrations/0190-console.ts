import { type Kysely, sql } from 'kysely'

/** Wrong passwords at the console (CSL-1). What was tried is kept for an account that nobody has too: an answer must not tell which there are. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table console_try (
      center text not null,
      login text not null,
      failures integer not null,
      last_at bigint not null,
      constraint console_try_pk primary key (center, login)
    )`.execute(db)
  await sql`
    create trigger moving before insert or update on console_try
    for each row execute function refuse_write_while_moving()`.execute(db)
}
