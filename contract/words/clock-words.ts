/** SYN-71: by how much the clock of the machine is off, for a person who can set it. */
export const clockOffWords = (offMs: number): string =>
  `本机时间${offMs > 0 ? '快' : '慢'}了约 ${lengthWords(Math.round(Math.abs(offMs) / 60_000))}`

export const clockAdvice = '请先校准系统时间。照常可以办理，但日期不对的会标记“时间存疑”，由主管核定。'

const lengthWords = (minutes: number): string => {
  if (minutes < 120) return `${String(minutes)} 分钟`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${String(hours)} 小时` : `${String(Math.round(hours / 24))} 天`
}
