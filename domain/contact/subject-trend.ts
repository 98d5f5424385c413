import type { PlainDate } from '../plain-date.ts'

/** What a trend needs of a question or a complaint. */
export interface SubjectFacts {
  readonly topic: string
  readonly receivedOn: PlainDate
  readonly answeredOn: PlainDate | null
}

/** One subject in one month, `yyyy-mm`, by the day it came in. */
export interface SubjectMonth {
  readonly month: string
  readonly topic: string
  readonly received: number
  /** Of those that came in that month: answered by now. */
  readonly answered: number
}

/** What is asked or complained of month by month, from `from` to `to`, both included; subjects by number, then by name. */
export const subjectTrend = (
  facts: readonly SubjectFacts[],
  from: PlainDate,
  to: PlainDate,
): readonly SubjectMonth[] => {
  const months = new Map<string, { month: string; topic: string; received: number; answered: number }>()
  for (const { topic, receivedOn, answeredOn } of facts) {
    if (receivedOn < from || receivedOn > to) continue
    const month = receivedOn.slice(0, 7)
    const key = `${month} ${topic}`
    const cell = months.get(key) ?? { month, topic, received: 0, answered: 0 }
    cell.received += 1
    if (answeredOn !== null) cell.answered += 1
    months.set(key, cell)
  }
  return [...months.values()].sort(
    (a, b) => compare(a.month, b.month) || b.received - a.received || compare(a.topic, b.topic),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
