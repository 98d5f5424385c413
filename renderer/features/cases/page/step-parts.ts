import { countedOn } from '../../../../domain/clock/count-days.ts'
import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { shortDateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'

export const onDay = (date: PlainDate): string => shortDateWithWeekday(date)
export const sinceDay = (date: PlainDate): string => i18n.t('cases:page.step.since', { date: onDay(date) })

/** The day of the limit that counts now: 今日 第 3 日; null without a clock. */
export const dayOfLimit = (clocks: DualClock, today: PlainDate): string | null => {
  const clock = clocks.promised ?? clocks.statutory
  if (clock === null) return null
  const n = countedOn(clock, today)
  return n === 0 ? i18n.t('cases:page.step.dayZero') : i18n.t('cases:page.step.day', { n })
}
