import { type KeyObject, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** SYN-34: Ed25519 of the server's own key over UTF-8 text, base64. `key` is PKCS8 DER, as the database keeps it. */
export const signAsServer = (key: Buffer, text: string): string =>
  sign(null, Buffer.from(text, 'utf8'), privateKey(key)).toString('base64')

export const isSignedByServer = (key: Buffer, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text, 'utf8'), createPublicKey(privateKey(key)), Buffer.from(signature, 'base64'))

/** SPKI DER, base64: as devices keep it. */
export const serverPublicKey = (key: Buffer): string =>
  createPublicKey(privateKey(key)).export({ format: 'der', type: 'spki' }).toString('base64')

const privateKey = (key: Buffer): KeyObject => createPrivateKey({ key, format: 'der', type: 'pkcs8' })
