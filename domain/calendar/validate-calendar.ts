import type { PlainDate } from '../plain-date.ts'
import { comparePlainDates, isPlainDate, weekdayOf, yearOf } from '../plain-date.ts'
import type { Result } from '../result.ts'
import { err, ok } from '../result.ts'
import type { CalendarVersion, DecreedDay } from './calendar-version.ts'

/** A calendar as it comes from a file or the server: the shape is right, nothing else is known. */
export interface CalendarDraft {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly publishedOn: string
  readonly source: string
  readonly days: readonly {
    readonly date: string
    readonly kind: 'off' | 'work'
    readonly name: string
    readonly decree: string
    readonly scope: 'national' | 'regional'
  }[]
}

export type CalendarProblem =
  | { readonly code: 'id_missing' | 'source_missing' }
  /** Coverage that is no date, backwards, or not of whole years: half a year is what a cut-off file looks like. */
  | { readonly code: 'coverage_invalid'; readonly from: string; readonly to: string }
  | { readonly code: 'published_on_invalid'; readonly text: string }
  | { readonly code: 'date_invalid'; readonly text: string }
  | { readonly code: 'duplicate_date'; readonly date: PlainDate }
  /** Only the December before the first year may lie outside: New Year arrangements reach back into it. */
  | { readonly code: 'outside_coverage'; readonly date: PlainDate }
  | { readonly code: 'name_missing'; readonly date: PlainDate }
  | { readonly code: 'makeup_not_weekend'; readonly date: PlainDate }
  | { readonly code: 'holiday_missing'; readonly year: number; readonly name: string }
  | { readonly code: 'days_off_implausible'; readonly year: number; readonly days: number }
  /** Days off on weekdays minus worked weekend days: about the number of statutory holidays. */
  | { readonly code: 'balance_implausible'; readonly year: number; readonly balance: number }

/**
 * Refuses a calendar that cannot be a State Council arrangement, above all one that was cut off on its way; the version in use
 * then stays in use. All problems are named.
 */
export const validateCalendar = (draft: CalendarDraft): Result<CalendarVersion, readonly CalendarProblem[]> => {
  const problems: CalendarProblem[] = []
  if (draft.id.trim() === '') problems.push({ code: 'id_missing' })
  if (draft.source.trim() === '') problems.push({ code: 'source_missing' })
  if (!isPlainDate(draft.publishedOn)) problems.push({ code: 'published_on_invalid', text: draft.publishedOn })
  const { from, to } = draft
  const coverage = isPlainDate(from) && isPlainDate(to) && isWholeYears(from, to) ? { from, to } : null
  if (coverage === null) problems.push({ code: 'coverage_invalid', from, to })

  const days: DecreedDay[] = []
  const seen = new Set<string>()
  for (const { date, kind, name, decree, scope } of draft.days) {
    if (!isPlainDate(date)) {
      problems.push({ code: 'date_invalid', text: date })
      continue
    }
    if (seen.has(date)) problems.push({ code: 'duplicate_date', date })
    seen.add(date)
    if (coverage !== null && (date > coverage.to || date < `${yearOf(coverage.from) - 1}-12-01`)) {
      problems.push({ code: 'outside_coverage', date })
    }
    if (name.trim() === '') problems.push({ code: 'name_missing', date })
    if (kind === 'work' && weekdayOf(date) <= 5) problems.push({ code: 'makeup_not_weekend', date })
    days.push({ date, kind, name, decree, scope })
  }
  if (coverage !== null) {
    for (let year = yearOf(coverage.from); year <= yearOf(coverage.to); year++)
      problems.push(...yearProblems(year, days))
  }
  if (problems.length > 0 || coverage === null) return err(problems)
  return ok({ ...draft, ...coverage, days: days.sort((a, b) => comparePlainDates(a.date, b.date)) })
}

const isWholeYears = (from: PlainDate, to: PlainDate): boolean =>
  from < to && from.endsWith('-01-01') && to.endsWith('-12-31')

const yearProblems = (year: number, days: readonly DecreedDay[]): readonly CalendarProblem[] => {
  const ofYear = days.filter(({ date }) => yearOf(date) === year)
  const daysOff = ofYear.filter(({ kind }) => kind === 'off')
  const problems: CalendarProblem[] = holidaysOf(year)
    .filter((name) => !daysOff.some((day) => day.name.includes(name)))
    .map((name) => ({ code: 'holiday_missing', year, name }))
  // 23–33 days in 2007–2026.
  if (daysOff.length < 18 || daysOff.length > 45) {
    problems.push({ code: 'days_off_implausible', year, days: daysOff.length })
  }
  // 10–13 in 2007–2026; a day or two move over the turn of the year, and one-off holidays add some.
  const balance = daysOff.filter(({ date }) => weekdayOf(date) <= 5).length - (ofYear.length - daysOff.length)
  if (balance < 8 || balance > 17) problems.push({ code: 'balance_implausible', year, balance })
  return problems
}

/** 全国年节及纪念日放假办法 art. 2; before its revision of 2008 without the three traditional festivals. */
const holidaysOf = (year: number): readonly string[] =>
  year < 2008
    ? ['元旦', '春节', '劳动节', '国庆节']
    : ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']
