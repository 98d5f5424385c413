import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A text that only this server can have made: `{base64url of the text}.{HMAC-SHA256}`. Any API process with the same key can open it, so
 * nothing needs to be remembered between requests. `purpose` keeps a nonce from serving as a token.
 */
export const sealText = (key: Buffer, purpose: string, text: string): string => {
  const body = Buffer.from(text, 'utf8').toString('base64url')
  return `${body}.${mac(key, purpose, body).toString('base64url')}`
}

/** The text, or null when it was not sealed by us for this purpose. */
export const openSealed = (key: Buffer, purpose: string, sealed: string): string | null => {
  const [body, tag, more] = sealed.split('.')
  if (body === undefined || tag === undefined || more !== undefined) return null
  const given = Buffer.from(tag, 'base64url')
  const expected = mac(key, purpose, body)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return Buffer.from(body, 'base64url').toString('utf8')
}

const mac = (key: Buffer, purpose: string, body: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\n${body}`, 'utf8').digest()
