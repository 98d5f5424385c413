import { createHash, randomInt } from 'node:crypto'

/** Crockford's alphabet: no I, L, O, U, so that a code read out over the telephone is typed right. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `K7QF-3M9T-XW2P`: 60 random bits. */
export const makeEnrolCode = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join(''),
  ).join('-')

/** SHA-256 of the code as it was meant: case, hyphens, spaces and look-alikes do not matter. */
export const hashEnrolCode = (typed: string): Buffer => {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return createHash('sha256').update(plain, 'utf8').digest()
}
