import { type Kysely, sql } from 'kysely'

/**
 * The interface for other systems (contract/OPEN.md): who may ask, how often he asked, what he was told, and what he brought. Of tokens,
 * numbers that were asked for and applications that are compared, hashes alone are kept.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table open_token (
      center text not null,
      id uuid not null,
      hash bytea not null constraint open_token_hash_length check (octet_length(hash) = 32),
      system text not null,
      scopes text[] not null,
      per_minute integer not null constraint open_token_rate check (per_minute > 0),
      issued_at bigint not null,
      issued_by text not null,
      expires_at bigint not null,
      revoked_at bigint,
      constraint open_token_pk primary key (center, id),
      constraint open_token_by_hash unique (center, hash)
    )`.execute(db)

  await sql`
    create table open_use (
      center text not null,
      token uuid not null,
      minute bigint not null,
      asked integer not null,
      constraint open_use_pk primary key (center, token, minute)
    )`.execute(db)

  await sql`
    create table open_try (
      center text not null,
      subject bytea not null,
      since bigint not null,
      failures integer not null,
      constraint open_try_pk primary key (center, subject)
    )`.execute(db)
  await sql`create index open_try_since on open_try (center, since)`.execute(db)

  await sql`
    create table open_act (
      center text not null,
      id uuid not null,
      at bigint not null,
      token uuid not null,
      act text not null,
      outcome text not null,
      subject text,
      constraint open_act_pk primary key (center, id)
    )`.execute(db)
  await sql`create index open_act_of_token on open_act (center, token, at)`.execute(db)

  await sql`
    create table pre_application (
      center text not null,
      key bytea not null constraint pre_application_key check (octet_length(key) = 32),
      pre_no text not null,
      system text not null,
      token uuid not null,
      proof bytea not null constraint pre_application_proof check (octet_length(proof) = 32),
      body jsonb,
      received_at bigint not null,
      constraint pre_application_pk primary key (center, key)
    )`.execute(db)
  await sql`create index pre_application_waiting on pre_application (center, received_at) where body is not null`.execute(
    db,
  )

  for (const table of ['open_token', 'open_use', 'open_try', 'open_act', 'pre_application'])
    await sql`
      create trigger moving before insert or update on ${sql.table(table)}
      for each row execute function refuse_write_while_moving()`.execute(db)
}
