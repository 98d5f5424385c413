import { describe, expect, it } from 'vitest'
import { type Clockwork, atStroke, strokeMs } from './even-time.ts'

/** Time that passes only where it is spent. */
const workshop = () => {
  let time = 12_345.6
  const clockwork: Clockwork = {
    elapsed: () => time,
    pause: (ms) => {
      time += ms
      return Promise.resolve()
    },
  }
  const taking =
    (ms: number, refusal: Error | null = null) =>
    () => {
      time += ms
      return refusal === null ? Promise.resolve('told') : Promise.reject(refusal)
    }
  const spent = async (work: () => Promise<string>) => {
    const began = time
    const answer = await atStroke(clockwork, work).catch((error: unknown) => error)
    return { ms: Math.round(time - began), answer }
  }
  return { taking, spent }
}

describe('an answer at a stroke', () => {
  it('[OPN-4] leaves at the same time however long the work took, told or refused', async () => {
    const { taking, spent } = workshop()
    const refusal = new Error('NOT_FOUND')
    expect(await spent(taking(1))).toEqual({ ms: strokeMs, answer: 'told' })
    expect(await spent(taking(40, refusal))).toEqual({ ms: strokeMs, answer: refusal })
    expect(await spent(taking(strokeMs - 0.5, refusal))).toEqual({ ms: strokeMs, answer: refusal })
    expect(await spent(taking(0))).toEqual({ ms: strokeMs, answer: 'told' })
  })

  it('[OPN-4] of a busy server leaves at a later stroke, never between two', async () => {
    const { taking, spent } = workshop()
    expect((await spent(taking(strokeMs + 1))).ms).toBe(2 * strokeMs)
    expect((await spent(taking(3.4 * strokeMs))).ms).toBe(4 * strokeMs)
  })
})
