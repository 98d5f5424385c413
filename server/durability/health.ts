import { sql } from 'kysely'
import { isCollecting } from '../restore/collecting.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import type { Database } from '../store/connect.ts'

/** How a device fares, as far as its last hello and its refusals tell. */
export interface DeviceHealth {
  readonly center: string
  readonly deviceNo: string
  /** Null = it was never here. */
  readonly lastContactAt: number | null
  readonly appVersion: string
  /** Operations that it had and the server had not, at its last hello; what came since is taken off. */
  readonly backlog: number
  readonly failures: number
  readonly lastFailure: string | null
  readonly revoked: boolean
  /** What it is given of its center (SYN-56). */
  readonly scope: Scope['kind']
  /** Operations whose time cannot be true: many of one device mean that its clock is wrong (SYN-70). */
  readonly disputed: number
  /** Nothing was heard for the number of days asked for. */
  readonly silent: boolean
}

export interface CenterHealth {
  readonly center: string
  readonly operations: number
  /** Commit number that a second machine holds. */
  readonly safe: number
  readonly cases: number
  readonly records: number
  readonly quarantined: number
  readonly devices: number
  readonly silentDevices: number
  readonly checkpointAt: number | null
  readonly moving: boolean
}

export interface Health {
  readonly epoch: string
  readonly collecting: boolean
  readonly standbys: number
  readonly verifiedBackupAt: number | null
  readonly centers: readonly CenterHealth[]
  readonly devices: readonly DeviceHealth[]
}

/** SYN-53: facts of one database for whoever looks after it: no names, no content, nothing of a case. */
export const readHealth = async (db: Database, now: number, days: number, center: string | null): Promise<Health> => {
  const since = now - days * 86_400_000
  const devices = await readDevices(db, since, center)
  const centers = await readCenters(db, devices, center)
  const { rows } = await sql<{ epoch: string; standbys: number; backup: number | null }>`
    select epoch,
      (select count(*) from pg_stat_replication where sync_state in ('sync', 'quorum')) as standbys,
      (select max(verified_at) from verified_backup) as backup
    from server_identity`.execute(db)
  const standing = rows[0]
  return {
    epoch: standing?.epoch ?? '',
    collecting: await isCollecting(db),
    standbys: standing?.standbys ?? 0,
    verifiedBackupAt: standing?.backup ?? null,
    centers,
    devices,
  }
}

const readDevices = async (db: Database, since: number, center: string | null): Promise<readonly DeviceHealth[]> => {
  const { rows } = await sql<DeviceHealth>`
    select d.center, d.device_no as "deviceNo", nullif(i.seen_at, 0) as "lastContactAt", coalesce(i.app_version, '') as "appVersion",
      greatest(coalesce(i.tip_seq - i.ack, 0), 0) as backlog, coalesce(i.failures, 0) as failures,
      i.last_code as "lastFailure", d.revoked_at is not null as revoked, d.scope ->> 'kind' as scope,
      (select count(*) from op_log l where l.center = d.center and l.device = d.id and l.time_claim = 'disputed') as disputed,
      d.revoked_at is null and coalesce(i.seen_at, 0) < ${since} as silent
    from device d left join lateral (
      select * from device_incarnation n where n.center = d.center and n.device = d.id order by seen_at desc limit 1
    ) as i on true
    where d.public_key is not null and d.center = coalesce(${center}, d.center)
    order by d.center, d.device_no`.execute(db)
  return rows
}

const readCenters = async (
  db: Database,
  devices: readonly DeviceHealth[],
  center: string | null,
): Promise<readonly CenterHealth[]> => {
  const { rows } = await sql<Omit<CenterHealth, 'devices' | 'silentDevices'>>`
    select c.center, c.cseq as operations, coalesce(s.cseq, 0) as safe, c.moving,
      (select count(*) from case_state k where k.center = c.center) as cases,
      (select count(*) from record_state k where k.center = c.center) as records,
      (select count(*) from op_log l where l.center = c.center and l.verdict = 'quarantined') as quarantined,
      (select max(at) from checkpoint p where p.center = c.center) as "checkpointAt"
    from center c left join center_safety s on s.center = c.center
    where c.center = coalesce(${center}, c.center) order by c.center`.execute(db)
  return rows.map((row) => {
    const own = devices.filter((device) => device.center === row.center && !device.revoked)
    return { ...row, devices: own.length, silentDevices: own.filter(({ silent }) => silent).length }
  })
}
