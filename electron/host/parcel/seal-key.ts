import { type KeyObject, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto'
import type { SealKey } from '../../../contract/sync.ts'
import { sealKeyText } from '../../../contract/sync-texts.ts'
import type { Store } from '../../../db/store.ts'
import { type DeviceKey, deviceKeyOf } from '../sync-agent/device-key.ts'

/** Everything of a PKCS8 X25519 key but its 32 bytes. */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** PCL-2: the X25519 key that parcels for this device are sealed for. It follows from the device's key and is as old as that. */
export const deviceSealKey = (store: Store): KeyObject => {
  deviceKeyOf(store)
  const secret = Buffer.from(store.read.meta.find('device_key') ?? '', 'base64')
  const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'yichuang seal key', 32))
  return createPrivateKey({ key: Buffer.concat([pkcs8, bytes]), format: 'der', type: 'pkcs8' })
}

/** Its public half, with the word of the device's key for it. */
export const tellSealKey = (store: Store, { sign }: DeviceKey, device: string): SealKey => {
  const key = createPublicKey(deviceSealKey(store)).export({ format: 'der', type: 'spki' }).toString('base64')
  return { key, sig: sign(sealKeyText(device, key)) }
}
