import type { KeyObject } from 'node:crypto'
import type { SealKey } from '../../../contract/sync.ts'
import { sealKeyText } from '../../../contract/sync-texts.ts'
import type { Store } from '../../../db/store.ts'
import { publicSealKey, sealKeyFrom } from '../../../parcel/seal-key.ts'
import { type DeviceKey, deviceKeyOf } from '../sync-agent/device-key.ts'

/** PCL-2: the key that parcels for this device are sealed for; it is as old as the device's own. */
export const deviceSealKey = (store: Store): KeyObject => {
  deviceKeyOf(store)
  return sealKeyFrom(Buffer.from(store.read.meta.find('device_key') ?? '', 'base64'))
}

/** Its public half, with the word of the device's key for it. */
export const tellSealKey = (store: Store, { sign }: DeviceKey, device: string): SealKey => {
  const key = publicSealKey(deviceSealKey(store))
  return { key, sig: sign(sealKeyText(device, key)) }
}
