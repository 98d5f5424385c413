import type { SubjectMonth } from '../../../../domain/contact/subject-trend.ts'

/** One subject over the months of a year. */
export interface TrendLine {
  readonly topic: string
  readonly months: readonly number[]
  readonly received: number
  readonly answered: number
}

/** Twelve months a subject, the most frequent first. */
export const trendLines = (trend: readonly SubjectMonth[]): readonly TrendLine[] => {
  const lines = new Map<string, { topic: string; months: number[]; received: number; answered: number }>()
  for (const { month, topic, received, answered } of trend) {
    const line = lines.get(topic) ?? { topic, months: Array.from({ length: 12 }, () => 0), received: 0, answered: 0 }
    const at = Number(month.slice(5)) - 1
    line.months[at] = (line.months[at] ?? 0) + received
    line.received += received
    line.answered += answered
    lines.set(topic, line)
  }
  return [...lines.values()].sort((a, b) => b.received - a.received || (a.topic < b.topic ? -1 : 1))
}
