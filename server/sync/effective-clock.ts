/** SYN-36: how far ahead of its arrival a clock value may be; what lies further in the future counts as this. */
const clockLeadMs = 5 * 60_000

/**
 * The clock value by which others show and merge an operation: its own, or the same text with the latest instant that was possible when it
 * came. So a clock in 2099 wins for five minutes and not for ever, and nothing is refused for it. Empty for a text that has none.
 */
export const effectiveClock = (hlc: string | null, receivedAt: number): string => {
  if (hlc === null) return ''
  const latest = (receivedAt + clockLeadMs).toString(16).padStart(12, '0')
  return hlc.slice(0, 12) > latest ? `${latest}${hlc.slice(12)}` : hlc
}
