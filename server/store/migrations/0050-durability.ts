import { type Kysely, sql } from 'kysely'

/**
 * What a second machine holds, restores, signed heads, and where a center lives. A center that moves is frozen by
 * the database itself, so that no process, however late, can write into the copy that is left behind.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table restore_log (
      epoch uuid constraint restore_log_pk primary key,
      restored_at bigint not null,
      collected_at bigint
    )`.execute(db)

  await sql`
    create table verified_backup (
      id uuid constraint verified_backup_pk primary key,
      lsn pg_lsn not null,
      verified_at bigint not null
    )`.execute(db)

  await sql`
    create table center_place (
      center text constraint center_place_pk primary key constraint center_place_code check (center ~ '^[0-9]{6}$'),
      url text not null
    )`.execute(db)

  await sql`
    create table center_safety (
      center text constraint center_safety_pk primary key,
      cseq bigint not null,
      at bigint not null
    )`.execute(db)

  await sql`
    create table safety_sample (
      center text not null,
      cseq bigint not null,
      lsn pg_lsn not null,
      system text not null,
      constraint safety_sample_pk primary key (center, cseq)
    )`.execute(db)

  await sql`
    create table checkpoint (
      center text not null,
      cseq bigint not null,
      head text not null,
      at bigint not null,
      sig text not null,
      constraint checkpoint_pk primary key (center, cseq)
    )`.execute(db)

  await sql`alter table center add column moving boolean not null default false`.execute(db)
  await freezeMovingCenters(db)
}

/**
 * A row of the center is locked by whoever writes for it: appending updates it, everything else locks its key here. Freezing locks it
 * whole, so it comes after every transaction that wrote before and ahead of every one that would write later.
 */
const freezeMovingCenters = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create function refuse_moving_center() returns trigger language plpgsql as $$
    begin
      if old.moving and new.moving then
        raise exception 'center is moving' using errcode = 'YC503';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger center_moving before update on center for each row execute function refuse_moving_center()`.execute(
    db,
  )
  await sql`
    create function refuse_write_while_moving() returns trigger language plpgsql as $$
    declare
      is_moving boolean;
    begin
      select moving into is_moving from center where center = new.center for key share;
      if is_moving then
        raise exception 'center is moving' using errcode = 'YC503';
      end if;
      return new;
    end $$`.execute(db)
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'center'
    where c.relkind = 'r' and not c.relispartition and c.relnamespace = current_schema()::regnamespace
      and not a.attisdropped and c.relname not in ('center', 'center_place', 'center_safety', 'safety_sample')`.execute(
    db,
  )
  for (const { name } of rows) {
    await sql`
      create trigger moving before insert or update on ${sql.table(name)}
      for each row execute function refuse_write_while_moving()`.execute(db)
  }
}
