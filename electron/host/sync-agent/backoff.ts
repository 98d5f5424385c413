const firstMs = 1000
const longestMs = 120_000
const longestWishMs = 600_000

/**
 * SYN-21: how long to wait after the n-th failure in a row (1 = the first): doubling from one second to two minutes, the upper half of it by
 * chance, so that a hall full of devices does not come back in one moment. A server's own wish is obeyed, up to ten minutes, with a
 * little chance on top.
 *
 * @param random in [0, 1)
 */
export const retryDelay = (failures: number, retryAfterMs: number | null, random: number): number => {
  if (retryAfterMs !== null)
    return Math.round(Math.min(Math.max(retryAfterMs, firstMs), longestWishMs) * (1 + random / 4))
  const whole = Math.min(firstMs * 2 ** Math.min(failures - 1, 20), longestMs)
  return Math.round((whole * (1 + random)) / 2)
}

/** Time to the next look for news of others when all is well: about fifteen seconds. */
export const pollDelay = (random: number): number => Math.round(12_000 + 6000 * random)

/** The same while the server says by itself when there are news (SYN-55). */
export const listeningDelay = (random: number): number => Math.round(120_000 + 60_000 * random)

/** After an outage: at any moment within a minute, so that a city full of devices does not come back in one. */
export const returnDelay = (random: number): number => Math.round(60_000 * random)
