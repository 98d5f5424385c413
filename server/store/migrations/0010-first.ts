import { type Kysely, sql } from 'kysely'

/** `unknown`: a migration must not follow later changes of the schema's types. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table server_identity (
      singleton boolean primary key default true constraint server_identity_one check (singleton),
      epoch uuid not null,
      token_key bytea not null constraint server_identity_key check (octet_length(token_key) = 32)
    )`.execute(db)

  await sql`
    create table center (
      center text constraint center_pk primary key constraint center_code check (center ~ '^[0-9]{6}$'),
      cseq bigint not null default 0,
      head text not null,
      data jsonb,
      version integer not null default 0
    )`.execute(db)

  await sql`
    create table device (
      center text not null,
      id uuid not null,
      device_no text not null,
      public_key bytea,
      revoked_at bigint,
      created_at bigint not null,
      constraint device_pk primary key (center, id),
      constraint device_no_unique unique (center, device_no)
    )`.execute(db)
  await sql`create index device_by_id on device (id)`.execute(db)

  await sql`
    create table device_incarnation (
      center text not null,
      device uuid not null,
      inc uuid not null,
      ack bigint not null default 0,
      last_hash text not null,
      created_at bigint not null,
      seen_at bigint not null,
      app_version text not null,
      constraint device_incarnation_pk primary key (center, device, inc),
      constraint device_incarnation_device foreign key (center, device) references device (center, id)
    )`.execute(db)

  await sql`
    create table enrol_code (
      center text not null,
      code_hash bytea not null,
      device_no text not null,
      expires_at bigint not null,
      used_at bigint,
      used_by uuid,
      constraint enrol_code_pk primary key (center, code_hash)
    )`.execute(db)
  await sql`create index enrol_code_by_hash on enrol_code (code_hash)`.execute(db)

  await sql`
    create table op_log (
      center text not null,
      cseq bigint not null,
      op uuid,
      device uuid not null,
      inc uuid not null,
      seq bigint not null,
      entity text,
      kind text,
      kver integer,
      canon text not null,
      hash bytea not null,
      verdict text not null,
      reason text,
      committed_at bigint not null,
      head bytea not null,
      constraint op_log_pk primary key (center, cseq),
      constraint op_log_seq unique (center, device, inc, seq),
      constraint op_log_op unique (center, op)
    ) partition by list (center)`.execute(db)
  await sql`create index op_log_entity on op_log (center, entity, cseq)`.execute(db)

  await sql`
    create table case_state (
      center text not null,
      id uuid not null,
      case_no text not null,
      kind text not null,
      status text not null,
      version integer not null,
      state jsonb not null,
      constraint case_state_pk primary key (center, id),
      constraint case_state_no unique (center, case_no)
    ) partition by list (center)`.execute(db)

  await sql`
    create table staff (
      center text not null,
      id text not null,
      login text not null,
      data jsonb not null,
      version integer not null,
      constraint staff_pk primary key (center, id),
      constraint staff_login unique (center, login)
    )`.execute(db)

  await sql`
    create table service_window (
      center text not null,
      device_no text not null,
      data jsonb not null,
      version integer not null,
      constraint service_window_pk primary key (center, device_no)
    )`.execute(db)

  await sql`
    create table service_item (
      center text not null,
      id text not null,
      data jsonb not null,
      withdrawn boolean not null default false,
      version integer not null,
      constraint service_item_pk primary key (center, id)
    )`.execute(db)
}
