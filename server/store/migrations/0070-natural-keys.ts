import { type Kysely, sql } from 'kysely'

/** Under which hashed numbers cases were opened, so that one application that comes twice is known again. No number can be read from it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table natural_key (
      center text not null,
      hash bytea not null constraint natural_key_hash check (octet_length(hash) = 32),
      id uuid not null,
      kind text not null constraint natural_key_kind check (kind in ('hard', 'soft')),
      device_no text not null,
      added_at bigint not null,
      constraint natural_key_pk primary key (center, hash, id)
    )`.execute(db)
  await sql`create index natural_key_case on natural_key (center, id)`.execute(db)
  await sql`
    create trigger moving before insert or update on natural_key
    for each row execute function refuse_write_while_moving()`.execute(db)
}
