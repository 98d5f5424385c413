import { type Kysely, sql } from 'kysely'

/**
 * Natural keys come by the hundred, and the look at the center that guards each row took longer than the row: now a statement is guarded once.
 * States of cases and records stay in their row up to 8 KB: to try to compress each took as long as all else of saving it.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create function refuse_rows_while_moving() returns trigger language plpgsql as $$
    declare
      is_moving boolean;
    begin
      select bool_or(moving) into is_moving from (
        select moving from center where center in (select distinct f.center from fresh f) for key share
      ) as locked;
      if is_moving then
        raise exception 'center is moving' using errcode = 'YC503';
      end if;
      return null;
    end $$`.execute(db)
  await sql`drop trigger moving on natural_key`.execute(db)
  await sql`
    create trigger moving after insert on natural_key referencing new table as fresh
    for each statement execute function refuse_rows_while_moving()`.execute(db)
  await sql`
    create trigger moving_changed after update on natural_key referencing new table as fresh
    for each statement execute function refuse_rows_while_moving()`.execute(db)
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent in ('case_state'::regclass, 'record_state'::regclass)`.execute(db)
  for (const { name } of rows) await sql`alter table ${sql.table(name)} set (toast_tuple_target = 8160)`.execute(db)
}
