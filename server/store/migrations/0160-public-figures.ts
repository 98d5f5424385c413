import { type Kysely, sql } from 'kysely'

/**
 * What a hall is told of its center is counted of what is open and of what was closed of late (BRD-1), and both are found by an index. A
 * column of its own, so that a state that changes without being closed leaves the index alone and stays on its page.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table case_state add column closed_on text generated always as (state ->> 'closedOn') stored`.execute(
    db,
  )
  await sql`create index case_state_closed on case_state (center, closed_on)`.execute(db)
}
