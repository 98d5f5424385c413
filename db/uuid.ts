/** `0199…-….` to its 16 bytes. Throws TypeError on a text that is no UUID. */
export const uuidToBytes = (uuid: string): Uint8Array => {
  const bytes = new Uint8Array(16)
  let digits = 0
  for (let at = 0; at < uuid.length; at++) {
    const code = uuid.charCodeAt(at)
    if (code === dash) continue
    const value = code < letters ? code - zero : code - letters + 10
    if (value < 0 || value > 15 || (code < letters && value > 9) || digits === 32) break
    bytes[digits >> 1] = ((bytes[digits >> 1] ?? 0) << 4) | value
    digits++
  }
  if (digits !== 32 || uuid.length !== 36) throw new TypeError(`not a UUID: ${uuid}`)
  return bytes
}

/** The inverse, lower case. By table and by hand, because a page of a list has fifty of them. */
export const bytesToUuid = (bytes: Uint8Array): string => {
  let uuid = ''
  for (let at = 0; at < 16; at++) {
    if (at === 4 || at === 6 || at === 8 || at === 10) uuid += '-'
    uuid += hexOfByte[bytes[at] ?? 0]
  }
  return uuid
}

const dash = 45
const zero = 48
/** Code of `a`. */
const letters = 97
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export const bytesToHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

export const hexToBytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex')

/** Entities of cases are UUIDs; those of reference data have a colon. */
export const isUuid = (text: string): boolean => uuid.test(text)

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
