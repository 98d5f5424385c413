/** `0199…-….` to its 16 bytes. The text is a UUID already (zod at the doors). */
export const uuidToBytes = (uuid: string): Uint8Array => {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex')
  if (bytes.length !== 16) throw new TypeError(`not a UUID: ${uuid}`)
  return bytes
}

/** The inverse, lower case. */
export const bytesToUuid = (bytes: Uint8Array): string => {
  const hex = bytesToHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const bytesToHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

export const hexToBytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex')

/** Entities of cases are UUIDs; those of reference data have a colon. */
export const isUuid = (text: string): boolean => uuid.test(text)

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
