import { ScopeSchema } from '../../contract/sync-scope.ts'
import { type Scope, centerScope } from '../../domain/scope/scope.ts'
import type { Database, Tx } from './connect.ts'

export interface Device {
  readonly center: string
  readonly id: string
  readonly deviceNo: string
  /** SPKI DER; null for the server's own device. */
  readonly publicKey: Buffer | null
  readonly revoked: boolean
  readonly createdAt: number
  /** What it is given of the center (SYN-56). */
  readonly scope: Scope
}

const columns = ['center', 'id', 'device_no', 'public_key', 'revoked_at', 'created_at', 'scope'] as const

export const findDevice = async (db: Database | Tx, id: string): Promise<Device | null> => {
  const row = await db.selectFrom('device').select(columns).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toDevice(row)
}

/** SYN-10: the row lock under which the pushes of one device go one after the other, on whatever server they arrive. */
export const lockDevice = async (tx: Tx, center: string, id: string): Promise<Device | null> => {
  const row = await tx
    .selectFrom('device')
    .select(columns)
    .where('center', '=', center)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toDevice(row)
}

/** Whether a number of the center is given out, to whomever. */
export const isNumberTaken = async (tx: Tx, center: string, deviceNo: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('device')
    .select('id')
    .where('center', '=', center)
    .where('device_no', '=', deviceNo)
    .executeTakeFirst()
  return row !== undefined
}

export const insertDevice = async (
  tx: Tx,
  device: Omit<Device, 'revoked' | 'scope'> & { readonly scope?: Scope },
): Promise<void> => {
  await tx
    .insertInto('device')
    .values({
      center: device.center,
      id: device.id,
      device_no: device.deviceNo,
      public_key: device.publicKey,
      revoked_at: null,
      created_at: device.createdAt,
      scope: JSON.stringify(device.scope ?? centerScope),
    })
    .execute()
}

const toDevice = (row: {
  readonly center: string
  readonly id: string
  readonly device_no: string
  readonly public_key: Buffer | null
  readonly revoked_at: number | null
  readonly created_at: number
  readonly scope: unknown
}): Device => ({
  center: row.center,
  id: row.id,
  deviceNo: row.device_no,
  publicKey: row.public_key,
  revoked: row.revoked_at !== null,
  createdAt: row.created_at,
  scope: ScopeSchema.parse(row.scope),
})
