import type { SealKey } from '../../contract/sync.ts'
import { sealKeyText } from '../../contract/sync-texts.ts'
import type { Database, Tx } from '../store/connect.ts'
import type { Device } from '../store/devices.ts'
import { isSignedBy } from '../sync/signature.ts'

/** What parcels for a device need. */
export interface DevicePapers {
  /** X25519, SPKI DER in base64; null = it has not told one. */
  readonly sealKey: string | null
  /** How far it had read the history by its own last word, in an epoch. */
  readonly read: { readonly cseq: number; readonly epoch: string | null }
}

/** PCL-2: keeps the key if the device's own vouches for it. */
export const keepSealKey = async (tx: Database | Tx, device: Device, told: SealKey): Promise<void> => {
  if (!isVouchedFor(device, told)) return
  await tx
    .updateTable('device')
    .set({ seal_key: told.key })
    .where('center', '=', device.center)
    .where('id', '=', device.id)
    .where((where) => where.or([where('seal_key', 'is', null), where('seal_key', '<>', told.key)]))
    .execute()
}

export const isVouchedFor = (device: Device, { key, sig }: SealKey): boolean =>
  device.publicKey !== null && isSignedBy(device.publicKey, sealKeyText(device.id, key), sig)

export const findPapers = async (db: Database, device: Device): Promise<DevicePapers> => {
  const row = await db
    .selectFrom('device')
    .select(['seal_key', 'read_cseq', 'read_epoch'])
    .where('center', '=', device.center)
    .where('id', '=', device.id)
    .executeTakeFirstOrThrow()
  return { sealKey: row.seal_key, read: { cseq: row.read_cseq, epoch: row.read_epoch } }
}

/** It says itself how far it has read. What an older parcel says that comes later is less, and never too much. */
export const noteRead = async (
  tx: Database | Tx,
  device: Device,
  read: { readonly cseq: number; readonly epoch: string },
): Promise<void> => {
  await tx
    .updateTable('device')
    .set({ read_cseq: read.cseq, read_epoch: read.epoch })
    .where('center', '=', device.center)
    .where('id', '=', device.id)
    .execute()
}
