import { type Kysely, sql } from 'kysely'

/**
 * Windows are told which applications wait (OPN-14): each change of one gets the center's next number, and the row of the center in
 * `application_feed` is locked until it is committed, so that no lower number appears after a higher one was told.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table application_feed (
      center text constraint application_feed_pk primary key,
      changes bigint not null
    )`.execute(db)
  await sql`
    create trigger moving before insert or update on application_feed
    for each row execute function refuse_write_while_moving()`.execute(db)
  await sql`alter table pre_application add column change bigint not null default 0`.execute(db)
  await sql`create index pre_application_change on pre_application (center, change)`.execute(db)
}
