import { isPlainDate, plainDateInShanghai, weekdayOf, type PlainDate } from '../../domain/plain-date.ts'
import { i18n } from './setup.ts'

/** `2026年11月22日`, in sentences and on letters. */
export const longDate = (date: PlainDate): string =>
  i18n.t('dates:long', {
    year: date.slice(0, 4),
    month: String(Number(date.slice(5, 7))),
    day: String(Number(date.slice(8))),
  })

/** `2026-11-22 周日`, where a deadline is shown. */
export const dateWithWeekday = (date: PlainDate): string => `${date} ${weekday(date)}`

/** `11-22 周日`, in tables whose year is clear. */
export const shortDateWithWeekday = (date: PlainDate): string => `${date.slice(5)} ${weekday(date)}`

/** `11-22`. */
export const shortDate = (date: PlainDate): string => date.slice(5)

/** `周日`. */
export const weekday = (date: PlainDate): string => i18n.t(`dates:weekdays.d${weekdayOf(date)}`)

/** `星期日`. */
export const weekdayLong = (date: PlainDate): string => i18n.t(`dates:weekdaysLong.d${weekdayOf(date)}`)

/** A date that came over the channel as text, or null: rows carry dates as strings. */
export const asDate = (text: string | null): PlainDate | null => (text !== null && isPlainDate(text) ? text : null)

/** `10:26`, Beijing time whatever zone the machine is set to. */
export const clockTime = (epochMs: number): string => instant(epochMs).slice(11, 16)

/** `10:26:07`. */
export const clockTimeWithSeconds = (epochMs: number): string => instant(epochMs).slice(11, 19)

/** `11-22 10:26`. */
export const shortStamp = (epochMs: number): string => {
  const text = instant(epochMs)
  return `${text.slice(5, 10)} ${text.slice(11, 16)}`
}

/** `2026-11-22 10:26`. */
export const stamp = (epochMs: number): string => `${instant(epochMs).slice(0, 10)} ${clockTime(epochMs)}`

/** `10:26` when the instant is of today, otherwise `11-22 10:26`. */
export const timeOrStamp = (epochMs: number, today: string): string =>
  plainDateInShanghai(epochMs) === today ? clockTime(epochMs) : shortStamp(epochMs)

const shanghaiOffsetMs = 8 * 3_600_000
const instant = (epochMs: number): string => new Date(epochMs + shanghaiOffsetMs).toISOString()
