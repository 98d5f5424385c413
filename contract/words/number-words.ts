/** SYN-74: what is left of a series that the center numbers as one. */
export const runningNumberWords = ({
  series,
  left,
  expiresOn,
}: {
  readonly series: string
  readonly left: number
  readonly expiresOn: string | null
}): string =>
  left === 0 || expiresOn === null
    ? `“${series}”字连续文号已用完或已到期，暂用带本机编号的文号，联网后自动领取`
    : `“${series}”字连续文号还有 ${String(left)} 个，可用至 ${expiresOn}`
