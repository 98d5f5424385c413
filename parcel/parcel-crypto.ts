import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parcelCaps } from '../contract/parcel/parcel.ts'
import type { ParcelOpener, ParcelSealer, ParcelStart } from '../contract/parcel/parcel-file.ts'
import { publicSealKey, sealKeyMark } from './seal-key.ts'

/** PCL-2: seals for the key of the other side; `sign` is the maker's, over text, in base64. */
export const parcelSealer = (sign: (text: string) => string, receiverSealKey: string): ParcelSealer => {
  const own = generateKeyPairSync('x25519')
  return {
    sha256,
    ephemeral: publicSealKey(own.privateKey),
    sealedFor: sealKeyMark(receiverSealKey),
    sealer: (start) => {
      const key = frameKey(own.privateKey, publicKeyOf(receiverSealKey), start)
      return (n, text) => {
        const cipher = createCipheriv('aes-256-gcm', key, nonceOf(n))
        return Buffer.concat([cipher.update(gzipSync(text)), cipher.final(), cipher.getAuthTag()])
      }
    },
    sign: (text) => Buffer.from(sign(text), 'base64'),
  }
}

/** Opens what was sealed for this side; `isSigned` knows the maker's key, signatures in base64. */
export const parcelOpener = (
  sealKey: KeyObject,
  isSigned: (text: string, signature: string) => boolean,
  start: ParcelStart,
): ParcelOpener => {
  let key: Buffer | null = null
  return {
    sha256,
    open: (n, sealed) => {
      try {
        key ??= frameKey(sealKey, publicKeyOf(start.header.ephemeral), start.bytes)
        const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(n))
        decipher.setAuthTag(sealed.subarray(-16))
        const packed = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
        return gunzipSync(packed, { maxOutputLength: parcelCaps.textBytes }).toString('utf8')
      } catch {
        // Not sealed so, whatever it is: the reader says that it is damaged.
        return null
      }
    },
    isSigned: (text, signature) => isSigned(text, Buffer.from(signature).toString('base64')),
  }
}

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const publicKeyOf = (der: string): KeyObject =>
  createPublicKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'spki' })

/** A key of its own for every parcel, bound to every byte of its beginning. */
const frameKey = (privateKey: KeyObject, publicKey: KeyObject, start: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), sha256(start), 'yichuang parcel', 32))

/** Counts frames: no two under one key have the same, and none can stand in another's place. */
const nonceOf = (n: number): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(n, 8)
  return nonce
}
