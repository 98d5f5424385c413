import { sql } from 'kysely'
import { genesisHash } from '../../contract/operation.ts'
import type { Database, Tx } from './connect.ts'

export interface Device {
  readonly center: string
  readonly id: string
  readonly deviceNo: string
  /** SPKI DER; null for the server's own device. */
  readonly publicKey: Buffer | null
  readonly revoked: boolean
}

export interface Incarnation {
  readonly ack: number
  readonly lastHash: string
}

export const findDevice = async (db: Database | Tx, id: string): Promise<Device | null> => {
  const row = await db
    .selectFrom('device')
    .select(['center', 'id', 'device_no', 'public_key', 'revoked_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toDevice(row)
}

/** SYN-10: the row lock under which the pushes of one device go one after the other, on whatever server they arrive. */
export const lockDevice = async (tx: Tx, center: string, id: string): Promise<Device | null> => {
  const row = await tx
    .selectFrom('device')
    .select(['center', 'id', 'device_no', 'public_key', 'revoked_at'])
    .where('center', '=', center)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toDevice(row)
}

export const findIncarnation = async (
  db: Database | Tx,
  center: string,
  device: string,
  inc: string,
): Promise<Incarnation | null> => {
  const row = await db
    .selectFrom('device_incarnation')
    .select(['ack', 'last_hash'])
    .where('center', '=', center)
    .where('device', '=', device)
    .where('inc', '=', inc)
    .executeTakeFirst()
  return row === undefined ? null : { ack: row.ack, lastHash: row.last_hash }
}

/** Makes the incarnation on its first hello, and remembers when and with which version it was last here. */
export const seeIncarnation = async (
  db: Database | Tx,
  seen: {
    readonly center: string
    readonly device: string
    readonly inc: string
    readonly now: number
    readonly appVersion: string
  },
): Promise<void> => {
  await sql`
    insert into device_incarnation (center, device, inc, last_hash, created_at, seen_at, app_version)
    values (${seen.center}, ${seen.device}, ${seen.inc}, ${genesisHash}, ${seen.now}, ${seen.now}, ${seen.appVersion})
    on conflict (center, device, inc) do update set seen_at = excluded.seen_at, app_version = excluded.app_version`.execute(
    db,
  )
}

const toDevice = (row: {
  readonly center: string
  readonly id: string
  readonly device_no: string
  readonly public_key: Buffer | null
  readonly revoked_at: number | null
}): Device => ({
  center: row.center,
  id: row.id,
  deviceNo: row.device_no,
  publicKey: row.public_key,
  revoked: row.revoked_at !== null,
})
