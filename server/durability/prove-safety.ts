import { sql } from 'kysely'
import type { Database, Tx } from '../store/connect.ts'
import { transact } from '../store/transact.ts'

/**
 * SYN-16: moves `safe` as far as it is proved, and not a commit further. The order is the proof: commit numbers are read first and the
 * LSN after them, in a later statement, so that the WAL up to that LSN holds every commit counted. It is the insert position, which covers
 * even a commit that is visible before it is flushed. A second machine that has flushed that much holds them all. Samples wait in the
 * database for that moment, so that nothing is lost or guessed at a restart. Any number of processes may call this at once.
 */
export const proveSafety = (db: Database, now: number): Promise<void> =>
  transact(db, async (tx) => {
    if (!(await isOnlyProver(tx))) return
    // These rows need no second machine themselves, and must not wait for one that is away.
    await sql`set local synchronous_commit = local`.execute(tx)
    await sampleCommits(tx)
    const flushed = await flushedByStandbys(tx)
    if (flushed !== null) await accept(tx, flushed, now)
    await thinSamples(tx)
  })

/** A backup that holds everything up to an LSN was verified: the same proof as a standby that has flushed it. */
export const acceptVerifiedBackup = async (tx: Tx, lsn: string, now: number): Promise<void> => {
  await accept(tx, lsn, now)
  await sql`insert into verified_backup (id, lsn, verified_at) values (gen_random_uuid(), ${lsn}::pg_lsn, ${now})`.execute(
    tx,
  )
}

const proverLock = 72_110_002

const isOnlyProver = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${proverLock}) as mine`.execute(tx)
  return rows[0]?.mine === true
}

/** Notes where centers with new commits stand. A center that moves away is no longer this database's to vouch for. */
export const sampleCommits = async (tx: Tx): Promise<void> => {
  const { rows: grown } = await sql<{ center: string; cseq: number }>`
    select c.center, c.cseq from center c
    where not c.moving
      and c.cseq > coalesce((select max(cseq) from safety_sample s where s.center = c.center), 0)
      and c.cseq > coalesce((select cseq from center_safety s where s.center = c.center), 0)`.execute(tx)
  if (grown.length === 0) return
  const { rows } = await sql<{ lsn: string }>`select pg_current_wal_insert_lsn()::text as lsn`.execute(tx)
  const lsn = rows[0]?.lsn ?? null
  if (lsn === null) return
  await sql`
    insert into safety_sample (center, cseq, lsn, system)
    select center, cseq, ${lsn}::pg_lsn, ${systemIdentifier}
    from json_to_recordset(${JSON.stringify(grown)}::json) as row(center text, cseq bigint)
    on conflict do nothing`.execute(tx)
}

const systemIdentifier = sql`(select system_identifier::text from pg_control_system())`

/**
 * How far every synchronous standby has flushed; null = there is none. A standby whose position this account may not see (no pg_monitor)
 * proves nothing, and neither does a subscriber of a logical copy, which holds a part of the rows.
 */
const flushedByStandbys = async (tx: Tx): Promise<string | null> => {
  const { rows } = await sql<{ lsn: string | null }>`
    select case when bool_and(flush_lsn is not null) then min(flush_lsn)::text end as lsn
    from pg_stat_replication r
    where sync_state in ('sync', 'quorum') and state = 'streaming'
      and not exists (select from pg_replication_slots s where s.active_pid = r.pid and s.slot_type = 'logical')`.execute(
    tx,
  )
  return rows[0]?.lsn ?? null
}

const accept = async (tx: Tx, lsn: string, now: number): Promise<void> => {
  await sql`
    with proved as (
      delete from safety_sample where lsn <= ${lsn}::pg_lsn and system = ${systemIdentifier} returning center, cseq
    )
    insert into center_safety (center, cseq, at)
    select center, max(cseq), ${now}::bigint from proved group by center
    on conflict (center) do update set cseq = excluded.cseq, at = excluded.at
    where excluded.cseq > center_safety.cseq`.execute(tx)
}

/** Without a standby samples wait for the night's backup: of many, every other goes, and `safe` gets coarser, never wrong. */
const thinSamples = async (tx: Tx): Promise<void> => {
  await sql`
    delete from safety_sample s using (
      select center, cseq, row_number() over (partition by center order by cseq desc) as at,
        count(*) over (partition by center) as of
      from safety_sample
    ) as numbered
    where s.center = numbered.center and s.cseq = numbered.cseq and numbered.of > ${mostSamples} and numbered.at % 2 = 0`.execute(
    tx,
  )
}

const mostSamples = 256
