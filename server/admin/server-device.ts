import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../store/connect.ts'
import { insertDevice, lockDevice } from '../store/devices.ts'
import { getEpoch } from '../store/identity.ts'
import { findIncarnations, insertIncarnation } from '../store/incarnations.ts'

/** Number of the device under which the server itself makes operations; no window is ever enrolled under it. */
export const serverDeviceNo = 'S01'

export interface ServerChain {
  readonly center: string
  readonly device: string
  readonly inc: string
  readonly ack: number
  readonly lastHash: string
}

export const createServerDevice = async (tx: Tx, center: string): Promise<void> => {
  const now = Date.now()
  const device = uuidv7()
  await insertDevice(tx, { center, id: device, deviceNo: serverDeviceNo, publicKey: null, createdAt: now })
  const told = { cseq: 0, epoch: await getEpoch(tx) }
  await insertIncarnation(tx, { center, device, inc: uuidv7(), base: null, state: 'active', now, appVersion: '', told })
}

/**
 * Locks the server's own device in a center. It comes before the center's row everywhere, as the device of a push does; null for a
 * center that does not exist.
 */
export const lockServerDevice = async (tx: Tx, center: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('device')
    .select('id')
    .where('center', '=', center)
    .where('device_no', '=', serverDeviceNo)
    .executeTakeFirst()
  if (row !== undefined) await lockDevice(tx, center, row.id)
  return row?.id ?? null
}

/** The server's own chain in a center, locked like a device's. Throws for a center that does not exist. */
export const lockServerChain = async (tx: Tx, center: string): Promise<ServerChain> => {
  const device = await lockServerDevice(tx, center)
  // A restore begins another one (SYN-48); what devices bring of older ones is none of its own any more.
  const incarnation =
    device === null
      ? undefined
      : (await findIncarnations(tx, center, device)).findLast(({ state }) => state === 'active')
  if (device === null || incarnation === undefined) throw new Error(`server device of ${center} has no incarnation`)
  return { center, device, inc: incarnation.inc, ack: incarnation.ack, lastHash: incarnation.lastHash }
}
