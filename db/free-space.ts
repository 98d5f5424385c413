import { statfsSync } from 'node:fs'
import { StoreError } from './store-error.ts'

/** Kept free for what must not fail: verdicts, the next copy, letters. */
export const usualReserve = 67_108_864

/**
 * Refuses another act while the disk still has room to finish what was begun. A full disk would refuse it too, but in the middle of
 * something.
 */
export const expectRoom = (folders: readonly string[], reserve: number): void => {
  for (const folder of folders) {
    const { bavail, bsize } = statfsSync(folder)
    const free = bavail * bsize
    if (free < reserve) throw new StoreError('disk_low', `${String(free)} bytes free, ${String(reserve)} are kept`)
  }
}
