import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import type { PassphraseWrap } from './key-file.ts'

/** Cost of new wraps: about a quarter of a second and 32 MB (OWASP's figures for scrypt). */
const cost = { n: 32_768, r: 8, p: 3 } as const

export const wrapWithPassphrase = async (key: Uint8Array, passphrase: string): Promise<PassphraseWrap> => {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, cost), nonce).setAAD(purpose)
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return {
    provider: 'passphrase',
    ...cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** Null when the passphrase is wrong or the wrap was altered: the seal cannot tell the two apart. */
export const unwrapWithPassphrase = async (wrap: PassphraseWrap, passphrase: string): Promise<Uint8Array | null> => {
  const derived = await derive(passphrase, Buffer.from(wrap.salt, 'base64'), wrap)
  const sealed = Buffer.from(wrap.sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.from(wrap.nonce, 'base64')).setAAD(purpose)
  decipher.setAuthTag(sealed.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])
  } catch {
    return null
  }
}

const tagLength = 16
const purpose = Buffer.from('yichuang store key, passphrase, 1')

const derive = (passphrase: string, salt: Uint8Array, { n, r, p }: Pick<PassphraseWrap, 'n' | 'r' | 'p'>) =>
  new Promise<Buffer>((resolve, reject) => {
    // The same passphrase typed on two systems can differ in its Unicode form.
    scrypt(passphrase.normalize('NFC'), salt, 32, { N: n, r, p, maxmem: 256 * n * r }, (error, derived) => {
      if (error === null) resolve(derived)
      else reject(error)
    })
  })
