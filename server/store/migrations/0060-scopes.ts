import { type Kysely, sql } from 'kysely'

/** What of its center a device is given (SYN-56): everything, as before, until an administrator says otherwise. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table device add column scope jsonb not null default '{"kind":"center"}'`.execute(db)
}
