/** Seconds without a touch after which the countdown shows, and after which everything typed is gone (KSK-1). */
export const idleLimits = { quiet: 30, countdown: 30 } as const

/** Seconds left to be counted down: null = not yet; 0 = over. */
export const countdownAfter = (idleSeconds: number): number | null => {
  const left = idleLimits.quiet + idleLimits.countdown - idleSeconds
  return left > idleLimits.countdown ? null : Math.max(0, Math.ceil(left))
}
