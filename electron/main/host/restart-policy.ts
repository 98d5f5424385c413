/** How often a part that dies by itself is started again: at once, then slower, and not for ever (SHL-13). */
export type RestartPolicy = {
  /** Milliseconds to wait before the first, second … restart; its length is the number of restarts within `windowMs`. */
  readonly delaysMs: readonly number[]
  readonly windowMs: number
}

export const hostRestarts: RestartPolicy = { delaysMs: [0, 500, 1000, 2000, 4000], windowMs: 60_000 }
/** Nobody is there to start a public terminal again: within a minute it is tried eight times, which by then takes longer than that (SHL-32). */
export const terminalRestarts: RestartPolicy = {
  delaysMs: [0, 500, 1000, 2000, 4000, 8000, 16_000, 32_000],
  windowMs: 60_000,
}
export const pageRestarts: RestartPolicy = { delaysMs: [0, 500, 1000], windowMs: 60_000 }

/**
 * Milliseconds to wait before starting again, or null to give up. `deaths` are the times it died, epoch milliseconds, the
 * present one last; those older than the window are forgotten.
 */
export const nextRestart = (policy: RestartPolicy, deaths: readonly number[]): number | null => {
  const last = deaths[deaths.length - 1]
  if (last === undefined) return policy.delaysMs[0] ?? null
  const recent = deaths.filter((at) => at > last - policy.windowMs)
  return policy.delaysMs[recent.length - 1] ?? null
}
