import { type KeyObject, createHash, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto'

/** Everything of a PKCS8 X25519 key but its 32 bytes. */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/**
 * PCL-2: the X25519 key that parcels for this side are sealed for. It follows from the secret of its signing key, so it is kept, backed up
 * and lost together with the key by which the other side knows it.
 */
export const sealKeyFrom = (secret: Buffer): KeyObject => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'yichuang seal key', 32))
  return createPrivateKey({ key: Buffer.concat([pkcs8, bytes]), format: 'der', type: 'pkcs8' })
}

/** Its public half, SPKI DER in base64. */
export const publicSealKey = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')

/** The short name of a sealing key, by which a parcel says whom it is for. */
export const sealKeyMark = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)
