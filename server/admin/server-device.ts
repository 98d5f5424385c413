import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../store/connect.ts'
import { findIncarnation, lockDevice, seeIncarnation } from '../store/devices.ts'

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
  await tx
    .insertInto('device')
    .values({ center, id: device, device_no: serverDeviceNo, public_key: null, revoked_at: null, created_at: now })
    .execute()
  await seeIncarnation(tx, { center, device, inc: uuidv7(), now, appVersion: '' })
}

/** The server's own chain in a center, locked like a device's. Throws for a center that does not exist. */
export const lockServerChain = async (tx: Tx, center: string): Promise<ServerChain> => {
  const { id, inc } = await tx
    .selectFrom('device')
    .innerJoin('device_incarnation', (join) =>
      join
        .onRef('device_incarnation.center', '=', 'device.center')
        .onRef('device_incarnation.device', '=', 'device.id'),
    )
    .select(['device.id', 'device_incarnation.inc'])
    .where('device.center', '=', center)
    .where('device.device_no', '=', serverDeviceNo)
    .executeTakeFirstOrThrow()
  await lockDevice(tx, center, id)
  const incarnation = await findIncarnation(tx, center, id, inc)
  if (incarnation === null) throw new Error(`server device of ${center} has no incarnation`)
  return { center, device: id, inc, ...incarnation }
}
