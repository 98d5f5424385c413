import { type KeyObject, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto'
import type { SealKey } from '../../contract/sync.ts'
import { sealKeyText } from '../../contract/sync-texts.ts'
import { signAsServer } from './server-key.ts'

/** Everything of a PKCS8 X25519 key but its 32 bytes. */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/**
 * PCL-2: the X25519 key that parcels for this server are sealed for. It follows from the signing key, so it is kept, backed up and lost
 * together with the key by which devices know the server.
 */
export const serverSealKey = (signingKey: Buffer): KeyObject => {
  const bytes = Buffer.from(hkdfSync('sha256', signingKey, Buffer.alloc(0), 'yichuang seal key', 32))
  return createPrivateKey({ key: Buffer.concat([pkcs8, bytes]), format: 'der', type: 'pkcs8' })
}

/** Its public half, as hello tells it. */
export const tellSealKey = (signingKey: Buffer): SealKey => {
  const key = createPublicKey(serverSealKey(signingKey)).export({ format: 'der', type: 'spki' }).toString('base64')
  return { key, sig: signAsServer(signingKey, sealKeyText('server', key)) }
}
