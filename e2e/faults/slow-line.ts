import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../simulator/random.ts'

const bytesPerSecond = 50_000 / 8
const packet = 1460
const lost = 0.1

/** Milliseconds that this many bytes take one way: half the round trip, the line's speed, and again for each packet that was lost. */
export const slowMs = (bytes: number, random: Random): number => {
  let ms = 500
  for (let left = bytes; left > 0; left -= packet) {
    ms += (Math.min(left, packet) / bytesPerSecond) * 1000
    if (random.chance(lost)) ms += 1000
  }
  return ms
}

/** Hands the bytes on as the line lets them through. */
export const slowly = async (body: Buffer, random: Random, write: (piece: Buffer) => void): Promise<void> => {
  await sleep(500)
  for (let at = 0; at < body.length; at += packet) {
    const piece = body.subarray(at, at + packet)
    await sleep((piece.length / bytesPerSecond) * 1000 + (random.chance(lost) ? 1000 : 0))
    write(piece)
  }
}
