import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { Store } from '../../../db/store.ts'

/** Ed25519 key of this device. The private half never leaves the encrypted store. */
export interface DeviceKey {
  /** SPKI DER, base64. */
  readonly publicKey: string
  /** Signature over UTF-8 text, base64. */
  readonly sign: (text: string) => string
}

/** The key of the store; made on first use and on the disk before it is returned, so that an enrolment can be repeated. */
export const deviceKeyOf = (store: Store): DeviceKey => {
  const stored = store.read.meta.find('device_key') ?? makeKey(store)
  const privateKey = createPrivateKey({ key: Buffer.from(stored, 'base64'), format: 'der', type: 'pkcs8' })
  return {
    publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  }
}

const makeKey = (store: Store): string => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const text = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  store.transact((writer) => {
    writer.meta.set('device_key', text)
  })
  return text
}
