import { createRandomPool } from './random-pool.ts'

/**
 * UUIDv7 (RFC 9562): ascending in one process even within a millisecond or when the clock goes back, so that ids sort in the
 * order they were made. Not the `uuid` package, which needs a global `crypto` that the oldest supported runtime lacks.
 */
export const createUuidV7 = (now: () => number): (() => string) => {
  const random = createRandomPool()
  let last = 0
  let counter = 0
  return () => {
    const at = now()
    const bytes = random(16)
    if (at > last) {
      last = at
      // Starts low in its 12 bits, so that a burst within one millisecond has room to count up.
      counter = bytes.readUInt16BE(6) & 0x3ff
    } else {
      counter += 1
      if (counter > 0xfff) {
        last += 1
        counter = 0
      }
    }
    bytes.writeUIntBE(last, 0, 6)
    bytes.writeUInt16BE(0x7000 | counter, 6)
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
    const hex = bytes.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
}
