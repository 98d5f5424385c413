import type { PlainDate } from '../../plain-date.ts'
import { monthOf, monthsAfter } from '../../register/months-after.ts'
import { type RegisterEntry, latestVersion } from '../register/register-record.ts'
import { isWithinCategory } from './categories.ts'
import { columnUpdates } from './freshness.ts'
import type { Publication } from './publication-record.ts'

/** A month in which an organ published no enforcement result. */
export interface MissedMonth {
  readonly organ: string
  /** `2026-11`. */
  readonly month: string
}

/** An organ published something on a day, or declared a month without results (零报告): then any day of that month. */
export interface EnforcementUpdate {
  readonly organ: string
  readonly publishedOn: PlainDate
}

/**
 * Months, from that of `from` to the last one ended before `today`, in which one of the organs published nothing: enforcement results are
 * published monthly. The month that is running is not over and never missed. By organ as given, then by month.
 */
export const findMissedMonths = (
  organs: readonly string[],
  updates: Iterable<EnforcementUpdate>,
  from: PlainDate,
  today: PlainDate,
): readonly MissedMonth[] => {
  const published = new Set<string>()
  for (const { organ, publishedOn } of updates) published.add(`${organ}\n${monthOf(publishedOn)}`)
  const months = monthsBetween(from, today)
  return organs.flatMap((organ) =>
    months.flatMap((month) => (published.has(`${organ}\n${month}`) ? [] : [{ organ, month }])),
  )
}

/**
 * Months that an organ missed in the last year, each organ counted from its own first publication: who never published results is not
 * known to have any.
 */
export const missedLately = (updates: readonly EnforcementUpdate[], today: PlainDate): readonly MissedMonth[] => {
  const firstByOrgan = new Map<string, PlainDate>()
  for (const { organ, publishedOn } of updates) {
    const first = firstByOrgan.get(organ)
    if (first === undefined || publishedOn < first) firstByOrgan.set(organ, publishedOn)
  }
  const yearAgo = monthsAfter(today, -12)
  return [...firstByOrgan]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([organ, first]) => findMissedMonths([organ], updates, first > yearAgo ? first : yearAgo, today))
}

/** Enforcement results put before the public: rows of the register, and entries of the catalogue's column of penalties and compulsion. */
export const enforcementPublications = (
  results: Iterable<RegisterEntry>,
  entries: Iterable<Publication>,
): readonly EnforcementUpdate[] => [
  ...enforcementUpdates(results),
  ...columnUpdates(entries).flatMap(({ category, organ, updatedOn }) =>
    isWithinCategory(category, '20-06') ? [{ organ, publishedOn: updatedOn }] : [],
  ),
]

/** The days on which entries of the register of enforcement results were published; those put in by mistake do not count. */
export const enforcementUpdates = (entries: Iterable<RegisterEntry>): readonly EnforcementUpdate[] => {
  const updates: EnforcementUpdate[] = []
  for (const entry of entries) {
    if (entry.register !== 'enforcement_results' || entry.endings.at(-1)?.change === 'error') continue
    const { organ, publishedOn } = latestVersion(entry).values
    if (typeof organ === 'string' && typeof publishedOn === 'string')
      // A register's date was checked when the entry was put in.
      updates.push({ organ, publishedOn: publishedOn as PlainDate })
  }
  return updates
}

/** From the month of `from` to the one before that of `today`. */
const monthsBetween = (from: PlainDate, today: PlainDate): readonly string[] => {
  const last = monthOf(today)
  const months: string[] = []
  for (let index = monthIndex(monthOf(from)); monthName(index) < last; index += 1) months.push(monthName(index))
  return months
}

const monthIndex = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

const monthName = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
