import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { crc32 } from './crc32.ts'

/** `mark | length of the body | number | CRC of the body | CRC of these sixteen bytes`, each four bytes. */
export const frameHeaderLength = 20
/** Begins every frame; a journal that was read wrongly is looked through for it. */
export const frameMark = Buffer.from('YJF1', 'latin1')

const nonceLength = 12
const tagLength = 16

export interface FrameHeader {
  readonly length: number
  readonly number: number
  readonly bodyCrc: number
}

/** Seals frames under a key of the journal's own, drawn from the key of the store. */
export interface FrameSeal {
  readonly seal: (number: number, payload: Uint8Array) => Buffer
  /** Null when it is not what was sealed under this number. */
  readonly open: (number: number, body: Uint8Array) => Buffer | null
}

/** @param journal 16 random bytes: a frame of another journal does not open in this one */
export const frameSeal = (storeKey: Uint8Array, journal: Uint8Array): FrameSeal => {
  // As an object it is taken over once and not for every frame.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', storeKey, journal, 'yichuang journal', 32)))
  return {
    seal: (number, payload) => {
      // Drawn at random: a counter would come again after an old file was put back.
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(numberBytes(number))
      const sealed = Buffer.concat([nonce, cipher.update(payload), cipher.final(), cipher.getAuthTag()])
      return Buffer.concat([headerOf({ length: sealed.length, number, bodyCrc: crc32(sealed) }), sealed])
    },
    open: (number, body) => {
      if (body.length < nonceLength + tagLength) return null
      const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, nonceLength))
      decipher.setAAD(numberBytes(number))
      decipher.setAuthTag(body.subarray(body.length - tagLength))
      try {
        return Buffer.concat([decipher.update(body.subarray(nonceLength, body.length - tagLength)), decipher.final()])
      } catch {
        return null
      }
    },
  }
}

const headerOf = ({ length, number, bodyCrc }: FrameHeader): Buffer => {
  const header = Buffer.alloc(frameHeaderLength)
  frameMark.copy(header)
  header.writeUInt32LE(length, 4)
  header.writeUInt32LE(number, 8)
  header.writeUInt32LE(bodyCrc, 12)
  header.writeUInt32LE(crc32(header.subarray(0, 16)), 16)
  return header
}

/** Null when there is none at this place. */
export const readFrameHeader = (bytes: Buffer, at: number): FrameHeader | null => {
  if (at + frameHeaderLength > bytes.length) return null
  const header = bytes.subarray(at, at + frameHeaderLength)
  if (!header.subarray(0, 4).equals(frameMark)) return null
  if (header.readUInt32LE(16) !== crc32(header.subarray(0, 16))) return null
  return { length: header.readUInt32LE(4), number: header.readUInt32LE(8), bodyCrc: header.readUInt32LE(12) }
}

const numberBytes = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
