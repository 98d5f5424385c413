import { createDecipheriv, scrypt } from 'node:crypto'
import type { PassphraseWrap } from './key-file.ts'

/** Null when the passphrase is wrong or the wrap was altered: the seal cannot tell the two apart. */
export const unwrapWithPassphrase = async (wrap: PassphraseWrap, passphrase: string): Promise<Uint8Array | null> => {
  const derived = await derive(passphrase, wrap)
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

const derive = (passphrase: string, { salt, n, r, p }: PassphraseWrap): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 256 * n * r }
    // The same passphrase typed on two systems can differ in its Unicode form.
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, options, (error, derived) => {
      if (error === null) resolve(derived)
      else reject(error)
    })
  })
