import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Verifier } from '../contract/reference.ts'

/** Shortest derived key that counts as a proof; a shorter one would be matched by chance. */
const minHashBytes = 16

/** True when the password is the one the server made `verifier` of. Takes as long for a wrong one as for the right one. */
export const verifyPassword = async (verifier: Verifier, password: string): Promise<boolean> => {
  const expected = Buffer.from(verifier.hash, 'base64')
  const derived = await derive(verifier, password, Math.max(expected.length, minHashBytes))
  return expected.length >= minHashBytes && timingSafeEqual(derived, expected)
}

/** Spends the time of a check on a login that nobody has, so that an answer does not tell which logins exist. */
export const verifyNobody = async (like: Verifier | null, password: string): Promise<false> => {
  await derive(like ?? usualVerifier, password, 32)
  return false
}

const usualVerifier: Verifier = { algorithm: 'scrypt', n: 32_768, r: 8, p: 3, salt: 'eWljaHVhbmctbm9ib2R5', hash: '' }

const derive = ({ n, r, p, salt }: Verifier, password: string, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // The same password typed on two systems can differ in its Unicode form.
    const options = { N: n, r, p, maxmem: 256 * n * r }
    scrypt(password.normalize('NFC'), Buffer.from(salt, 'base64'), length, options, (error, derived) => {
      if (error === null) resolve(derived)
      else reject(error)
    })
  })
