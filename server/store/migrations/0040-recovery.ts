import { generateKeyPairSync } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/**
 * What recovery needs: a key of the server; with each operation when it came, its effective clock value, what it lost against and the
 * signature of its push; incarnations that continue another; a place for what revoked devices still send; the acts of administrators.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table server_identity add column signing_key bytea`.execute(db)
  // A database of before this version has its identity already; a new one gets it with its key (migrate.ts).
  const { privateKey } = generateKeyPairSync('ed25519')
  const key = privateKey.export({ format: 'der', type: 'pkcs8' })
  await sql`update server_identity set signing_key = ${key}`.execute(db)
  await sql`alter table server_identity alter column signing_key set not null`.execute(db)

  await sql`
    alter table op_log
      add column received_at bigint, add column hlc_eff text, add column ref uuid, add column sig text`.execute(db)
  // The clock value of what was readable stands between two fixed keys; jsonb would stumble over escapes it cannot keep.
  await sql`
    update op_log set received_at = committed_at, hlc_eff = coalesce(
      case when substring(hlc, 1, 12) > latest then latest || substring(hlc, 13) else hlc end, '')
    from (
      select center as c, cseq as n, lpad(to_hex(committed_at + 300000), 12, '0') as latest,
        case when kind is null then null
          else substring(canon from '"hlc":"([0-9a-f]{12}-[0-9a-f]{4}-[A-Z][0-9]{2,4})","inc":"') end as hlc
      from op_log
    ) as told where c = center and n = cseq`.execute(db)
  await sql`alter table op_log alter column received_at set not null, alter column hlc_eff set not null`.execute(db)

  await sql`
    alter table device_incarnation
      add column base_inc uuid, add column base_seq bigint, add column base_hash text,
      add column state text not null default 'active'
        constraint device_incarnation_state check (state in ('active', 'waiting', 'superseded')),
      add column tip_seq bigint not null default 0,
      add column told_cseq bigint not null default 0,
      add column told_epoch uuid,
      add column failures integer not null default 0,
      add column last_code text,
      add constraint device_incarnation_base check ((base_inc is null) = (base_seq is null) and (base_inc is null) = (base_hash is null))`.execute(
    db,
  )

  await sql`
    create table intake (
      center text not null,
      device uuid not null,
      inc uuid not null,
      seq bigint not null,
      canon text not null,
      hash text not null,
      sig text,
      received_at bigint not null,
      decision text constraint intake_decision check (decision in ('applied', 'discarded')),
      decided_at bigint,
      constraint intake_pk primary key (center, device, inc, seq),
      constraint intake_device foreign key (center, device) references device (center, id)
    )`.execute(db)

  await sql`
    create table admin_act (
      center text not null,
      id uuid not null,
      at bigint not null,
      act text not null,
      account text not null,
      subject jsonb not null,
      constraint admin_act_pk primary key (center, id)
    )`.execute(db)
}
