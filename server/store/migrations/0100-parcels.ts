import { type Kysely, sql } from 'kysely'

/** What news on a stick needs to know of a device: what it is sealed for, and how far the device has read by its own last parcel. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table device
      add column seal_key text,
      add column read_cseq bigint not null default 0 constraint device_read_cseq check (read_cseq >= 0),
      add column read_epoch uuid`.execute(db)
}
