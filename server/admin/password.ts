import { randomBytes, randomInt, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Verifier } from '../../contract/reference.ts'

const cost = { N: 32_768, r: 8, p: 3, maxmem: 128 * 1024 * 1024 }
const deriveKey = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt)

/** Sign-in proof of a password (scrypt, N = 2^15): devices check it offline; the password itself is kept nowhere. */
export const makeVerifier = async (password: string): Promise<Verifier> => {
  const salt = randomBytes(16)
  const hash = await deriveKey(password, salt, 32, cost)
  const { N: n, r, p } = cost
  return { algorithm: 'scrypt', n, r, p, salt: salt.toString('base64'), hash: hash.toString('base64') }
}

/** Twelve letters and digits without look-alikes, in three groups: about 59 bits. */
export const makePassword = (): string => {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  return `${group()}-${group()}-${group()}`
}
