import { type Kysely, sql } from 'kysely'

/** What of its center a device is given from its first request on: a terminal never has what it would have to forget. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table enrol_code add column scope jsonb not null default '{"kind":"center"}'::jsonb`.execute(db)
}
