import type { PlainDate } from '../../../domain/plain-date.ts'
import { addDays, isPlainDate, yearOf } from '../../../domain/plain-date.ts'

/**
 * A date as a clerk types it; null when it is none. Takes `2026-11-22`, `20261122`, `2026.11.22`, `2026年11月22日`, without a year `11-22`
 * and `1122`, and `+5` or `-3` (calendar days from `today`). Full-width digits are read too.
 *
 * @param side where a date without a year lies: a promise `after` today, an arrival `before` it (today itself is either)
 */
export const parseDateEntry = (text: string, today: PlainDate, side: 'before' | 'after'): PlainDate | null => {
  const entry = text.normalize('NFKC').trim()
  const relative = /^([+-])(\d{1,3})$/.exec(entry)
  if (relative !== null) return addDays(today, Number(relative[2]) * (relative[1] === '-' ? -1 : 1))
  const dated = /^(\d{4})(\d{2})(\d{2})$/.exec(entry) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(entry)
  if (dated !== null) return dateOf(Number(dated[1]), dated[2], dated[3])
  const yearless = /^(\d{2})(\d{2})$/.exec(entry) ?? /^(\d{1,2})[-./月](\d{1,2})日?$/.exec(entry)
  if (yearless === null) return null
  const inYear = (year: number): PlainDate | null => dateOf(year, yearless[1], yearless[2])
  const thisYear = inYear(yearOf(today))
  if (side === 'after')
    return thisYear !== null && thisYear >= today ? thisYear : (inYear(yearOf(today) + 1) ?? thisYear)
  return thisYear !== null && thisYear <= today ? thisYear : (inYear(yearOf(today) - 1) ?? thisYear)
}

const dateOf = (year: number, month = '', day = ''): PlainDate | null => {
  const date = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : null
}
