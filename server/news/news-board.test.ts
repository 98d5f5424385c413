import { describe, expect, it } from 'vitest'
import { patience } from '../_testing/patience.ts'
import type { Session } from '../sync/token.ts'
import { createNewsBoard } from './news-board.ts'

const testCenter = '990123'
const session = (device: string, more: Partial<Session> = {}): Session => ({
  center: testCenter,
  device,
  inc: '0199f000-0000-7000-8000-000000000001',
  epoch: '0199f000-0000-7000-8000-000000000002',
  expiresAt: 1000,
  ...more,
})

describe('the board of one process', () => {
  it('[SYN-54] has one stream a device and so many in all, and ends one with its token or when nobody reads it', async () => {
    let at = 0
    const board = createNewsBoard(2, { now: () => at, pulseMs: 3_600_000 })
    const first = board.open(session('a'), 1)
    const again = board.open(session('a'), 1)
    expect(first?.readable === true && again !== null).toBe(true)
    first?.resume()
    await expect.poll(() => first?.readableEnded, patience).toBe(true)
    const other = board.open(session('b', { expiresAt: 5000 }), 1)
    expect(board.open(session('c'), 1)).toBeNull()
    at = 2000
    board.tell(testCenter, 2)
    again?.resume()
    await expect.poll(() => again?.readableEnded, patience).toBe(true)
    expect(board.centers()).toEqual([testCenter])
    // Nobody reads `other`: it is given up before it holds much.
    for (let told = 3; told < 3000; told++) board.tell(testCenter, told)
    expect(board.centers()).toEqual([])
    expect(other?.readableLength).toBeLessThan(64 * 1024)
    board.close()
  })
})
