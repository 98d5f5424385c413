import { plainDate, weekdayOf } from '../../domain/plain-date.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import type { Clock } from '../../domain/clock/run-clock.ts'

const weekdays = '一二三四五六日'
const weekday = (date: PlainDate): string => weekdays[weekdayOf(date) - 1] ?? ''

/** The legal day a case was taken in on, from its number: a test may run over midnight. */
export const dayOf = (caseNo: string): PlainDate =>
  plainDate(caseNo.replace(/^\d{6}-(\d{4})(\d{2})(\d{2})-.*$/u, '$1-$2-$3'))

/** `2026-12-04周五`: as the pages say it, without the space between, which is not always one. */
export const onPage = (date: PlainDate): string => `${date}周${weekday(date)}`

/** `2026年12月4日（星期五）`: as the letters say it. */
export const inLetter = (date: PlainDate): string =>
  `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（星期${weekday(date)}）`

/** Of a limit that there must be. */
export const dueOf = (clock: Clock | null): PlainDate => {
  const due = clock?.due ?? null
  if (due === null) throw new Error('there is no due date')
  return due
}
