import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const [ivBytes, tagBytes] = [12, 16]

/**
 * OPN-7: where a reader stands, readable by this server alone: ids of what nobody may know of lie in it. It opens nothing but the list of the
 * center that it was given for (`place`).
 */
export const sealCursor = (tokenKey: Buffer, place: string, position: string): string => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(tokenKey), iv).setAAD(Buffer.from(place, 'utf8'))
  const sealed = Buffer.concat([cipher.update(position, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null for whatever was not given by this server for this place. */
export const openCursor = (tokenKey: Buffer, place: string, cursor: string): string | null => {
  const bytes = Buffer.from(cursor, 'base64url')
  if (bytes.length < ivBytes + tagBytes) return null
  const [iv, tag] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes, ivBytes + tagBytes)]
  const decipher = createDecipheriv('aes-256-gcm', keyOf(tokenKey), iv).setAAD(Buffer.from(place, 'utf8'))
  try {
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const keyOf = (tokenKey: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', tokenKey, '', 'cursors of the open interface', 32))
