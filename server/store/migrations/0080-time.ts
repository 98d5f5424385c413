import { type Kysely, sql } from 'kysely'

/**
 * What can be said of the time of each operation (SYN-70); null for what was not judged, and for all of before. Blocks of numbers that
 * devices have of a series, and the numbers that were given.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table op_log add column time_claim text
      constraint op_log_time_claim check (time_claim in ('attested', 'unattested', 'disputed'))`.execute(db)

  await sql`
    create table number_block (
      center text not null,
      series text not null,
      year integer not null,
      from_n integer not null,
      to_n integer not null,
      device uuid not null,
      inc uuid not null,
      leased_at bigint not null,
      expires_on text not null,
      constraint number_block_pk primary key (center, series, year, from_n),
      constraint number_block_order check (from_n between 1 and to_n),
      constraint number_block_device foreign key (center, device) references device (center, id)
    )`.execute(db)
  await sql`
    create table number_used (
      center text not null,
      series text not null,
      year integer not null,
      n integer not null,
      op uuid not null,
      constraint number_used_pk primary key (center, series, year, n)
    )`.execute(db)
  for (const name of ['number_block', 'number_used']) {
    await sql`
      create trigger moving before insert or update on ${sql.table(name)}
      for each row execute function refuse_write_while_moving()`.execute(db)
  }
}
