import type { Result } from './result.ts'
import { err, ok } from './result.ts'

/**
 * A legal date: `YYYY-MM-DD`, years 0001–9999, a day that exists in the Gregorian calendar. It has no time and no zone, so
 * it is the same day on every machine. Two of them compare rightly as strings.
 */
export type PlainDate = string & { readonly __plainDate: true }

export interface DateProblem {
  readonly code: 'date_invalid'
  readonly text: string
}

/** Monday = 1 … Sunday = 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** True only for a date that exists: `2026-02-30`, `2026-2-3` and `２０２６-02-03` are none. */
export const isPlainDate = (text: string): text is PlainDate => {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return false
  const year = number(text, 0, 4)
  const month = number(text, 5, 7)
  const day = number(text, 8, 10)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const parsePlainDate = (text: string): Result<PlainDate, DateProblem> =>
  isPlainDate(text) ? ok(text) : err({ code: 'date_invalid', text })

/** For dates written in code and tests. Throws RangeError on a date that does not exist. */
export const plainDate = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new RangeError(`Not a date: ${text}`)
  return text
}

/** Negative, zero or positive, for sorting. */
export const comparePlainDates = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0)

/** Days since 1970-01-01 (which is 0). */
export const dayNumberOf = (date: PlainDate): number => {
  const month = number(date, 5, 7)
  const year = number(date, 0, 4) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + number(date, 8, 10) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysPerEra + dayOfEra - epochShift
}

/** The inverse of `dayNumberOf`. Throws RangeError outside the years 0001–9999. */
export const fromDayNumber = (dayNumber: number): PlainDate => {
  if (!Number.isInteger(dayNumber) || dayNumber < firstDayNumber || dayNumber > lastDayNumber) {
    throw new RangeError(`Not a day number: ${dayNumber}`)
  }
  const shifted = dayNumber + epochShift
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  // The arithmetic above yields only existing dates, so the brand holds without a second check.
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate
}

/** Calendar days, forward or (negative) back. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumberOf(date) + days)

/** Calendar days from `a` to `b`, negative when `b` is earlier. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => dayNumberOf(b) - dayNumberOf(a)

export const weekdayOf = (date: PlainDate): Weekday => weekdayOfDayNumber(dayNumberOf(date))

export const weekdayOfDayNumber = (dayNumber: number): Weekday =>
  // 1970-01-01 was a Thursday (4). The remainder of a division by 7, made positive, is 0…6.
  (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday

/** Calendar year. */
export const yearOf = (date: PlainDate): number => number(date, 0, 4)

/**
 * The legal date of an instant. All of China keeps Beijing time (UTC+8), Xinjiang and Inner Mongolia included, whatever zone
 * the machine is set to. Summer time was kept in 1986–1991 only: no case is that old (the first disclosure regulation is
 * of 2008), so the offset is a constant.
 *
 * @param epochMs milliseconds since 1970-01-01T00:00Z
 */
export const plainDateInShanghai = (epochMs: number): PlainDate =>
  fromDayNumber(Math.floor((epochMs + shanghaiOffsetMs) / dayMs))

/** The instant a legal date begins at, milliseconds since 1970-01-01T00:00Z. */
export const startOfDayInShanghai = (date: PlainDate): number => dayNumberOf(date) * dayMs - shanghaiOffsetMs

const hyphen = 45
const dayMs = 86_400_000
const shanghaiOffsetMs = 8 * 3_600_000
/** Days of 400 Gregorian years; the calendar repeats after them. */
const daysPerEra = 146_097
/** Days from 0000-03-01, where the arithmetic starts so that the leap day is the last of its year, to 1970-01-01. */
const epochShift = 719_468
const firstDayNumber = -719_162
const lastDayNumber = 2_932_896

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)

/** Digits of `text` in [from, to) as a number; NaN when one is not an ASCII digit. */
const number = (text: string, from: number, to: number): number => {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
