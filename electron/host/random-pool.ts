import { randomFillSync } from 'node:crypto'

const size = 4096

/** Random bytes from a pool: a call to the generator costs about as much for 4 KiB as for 16 bytes. No byte is given out twice. */
export const createRandomPool = (): ((count: number) => Buffer) => {
  const pool = Buffer.alloc(size)
  let used = size
  return (count) => {
    if (used + count > size) {
      randomFillSync(pool)
      used = 0
    }
    const bytes = Buffer.from(pool.subarray(used, used + count))
    pool.fill(0, used, used + count)
    used += count
    return bytes
  }
}
