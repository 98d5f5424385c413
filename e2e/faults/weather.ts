import type { Random } from '../simulator/random.ts'

/** Shares of requests that this happens to. */
export interface Weather {
  readonly cutRequest: number
  /** The server has done it and the answer never comes, or half of it. */
  readonly cutAnswer: number
  /** Sent to two servers at once. */
  readonly duplicate: number
  /** An older push comes again, after newer ones. */
  readonly replay: number
  readonly late: number
  /** 50 kbit/s, a round trip of 1 s, 10 % of the packets lost. */
  readonly slow: number
}

export const fair: Weather = { cutRequest: 0, cutAnswer: 0, duplicate: 0, replay: 0, late: 0, slow: 0 }

export const drawWeather = (random: Random): Weather => {
  if (random.chance(0.15)) return fair
  const share = (most: number) => (random.chance(0.4) ? 0 : most * random.next())
  return {
    cutRequest: share(0.4),
    cutAnswer: share(0.4),
    duplicate: share(0.5),
    replay: share(0.4),
    late: share(0.4),
    slow: share(0.2),
  }
}
