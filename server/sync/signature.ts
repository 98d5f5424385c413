import { createPublicKey, verify } from 'node:crypto'

/** Ed25519 over UTF-8 text. False for a key or signature that is none. */
export const isSignedBy = (publicKey: Uint8Array, text: string, signature: string): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'))
    )
  } catch {
    return false
  }
}

/** An Ed25519 public key in SPKI DER, base64. */
export const isDeviceKey = (publicKey: string): boolean => {
  try {
    const der = Buffer.from(publicKey, 'base64')
    return createPublicKey({ key: der, format: 'der', type: 'spki' }).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}
