import { randomBytes } from 'node:crypto'
import { openSealed, sealText } from './sealed-text.ts'

const purpose = 'nonce'
const lifeMs = 60_000

/** SYN-6: a challenge to sign. Good for a minute, on any API process. */
export const makeNonce = (key: Buffer, now: number): string =>
  sealText(key, purpose, `${now + lifeMs}.${randomBytes(16).toString('base64url')}`)

export const isFreshNonce = (key: Buffer, nonce: string, now: number): boolean => {
  const text = openSealed(key, purpose, nonce)
  return text !== null && Number(text.split('.')[0]) > now
}
