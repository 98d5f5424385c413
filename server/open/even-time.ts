/** Time as a request spends it. */
export interface Clockwork {
  /** Milliseconds that never go back. */
  readonly elapsed: () => number
  readonly pause: (ms: number) => Promise<void>
}

/** Far above what a look-up takes, so that right, wrong, foreign and guessed all leave at the first stroke. */
export const strokeMs = 200

/**
 * OPN-4: what comes of `work`, answer or refusal, leaves at a stroke of `strokeMs` after it began, so that how long it took tells nothing
 * of what was found.
 */
export const atStroke = async <T>({ elapsed, pause }: Clockwork, work: () => Promise<T>): Promise<T> => {
  const began = elapsed()
  try {
    return await work()
  } finally {
    const took = elapsed() - began
    await pause(Math.max(1, Math.ceil(took / strokeMs)) * strokeMs - took)
  }
}
