import { createPublicKey, verify } from 'node:crypto'

/** `key`: the server's, as it was first seen; null or empty = none was. */
export const isSignedByServer = (key: string | null, text: string, sig: string): boolean => {
  if (key === null || key === '') return false
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(sig, 'base64'))
  } catch {
    // A key or signature that is none proves nothing.
    return false
  }
}
