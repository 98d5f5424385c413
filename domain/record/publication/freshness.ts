import { type WorkCalendar, workdayAfter } from '../../calendar/work-calendar.ts'
import type { PlainDate } from '../../plain-date.ts'
import { monthsAfter } from '../../register/months-after.ts'
import { findCategory, isWithinCategory } from './categories.ts'
import type { Publication } from './publication-record.ts'

/** How often a column is to be updated. */
export type UpdateInterval = { readonly months: number } | { readonly workdays: number }

/** A column of the catalogue that must not stand still. `organ` null = whichever organ; `source` = who asks for it. */
export interface FreshnessRule {
  readonly id: string
  /** Code of a column; what lies below it counts for it. */
  readonly category: string
  readonly organ: string | null
  readonly every: UpdateInterval
  readonly source: string
}

/**
 * What offices commonly check; no national law fixes these intervals (ogi2019:53(2) only forbids to let a column go out of date), so a
 * center keeps its own list.
 */
export const usualFreshnessRules: readonly FreshnessRule[] = [
  { id: 'enforcement', category: '20-06', organ: null, every: { months: 1 }, source: '行政执法结果按月公开' },
  { id: 'licences', category: '20-05', organ: null, every: { months: 1 }, source: '办理结果按月公开' },
  { id: 'statistics', category: '20-04', organ: null, every: { months: 3 }, source: '统计信息按季公开' },
  { id: 'budget', category: '20-07', organ: null, every: { months: 12 }, source: '预算、决算按年公开' },
  { id: 'fees', category: '20-08', organ: null, every: { months: 12 }, source: '收费目录按年核对' },
]

/** Something was put into a column on a day: a release, a correction, a new version. */
export interface ColumnUpdate {
  readonly category: string
  readonly organ: string
  readonly updatedOn: PlainDate
}

/** A column as it stands on a day. */
export interface ColumnStanding {
  readonly rule: FreshnessRule
  /** In the words of the Regulation. */
  readonly title: string
  /** Null = never updated. */
  readonly lastOn: PlainDate | null
  /** The last day on which the next update is in time; null = there was never a first one. */
  readonly owedBy: PlainDate | null
  /** It stood still for too long. The last day of the period is still in time. */
  readonly stale: boolean
}

/** Every column with a rule, by the order of the rules. */
export const columnStandings = (
  rules: readonly FreshnessRule[],
  updates: readonly ColumnUpdate[],
  today: PlainDate,
  calendar: WorkCalendar,
): readonly ColumnStanding[] =>
  rules.map((rule) => {
    const lastOn = lastUpdate(rule, updates, today)
    const owedBy = lastOn === null ? null : periodEnd(rule.every, lastOn, calendar)
    const title = findCategory(rule.category)?.title ?? rule.category
    return { rule, title, lastOn, owedBy, stale: owedBy !== null && today > owedBy }
  })

/** Every day on which an entry put something new before the public. */
export const columnUpdates = (entries: Iterable<Publication>): readonly ColumnUpdate[] => {
  const updates: ColumnUpdate[] = []
  for (const { published, releases, corrections } of entries) {
    if (published === null) continue
    const { category, organ } = published.content
    const days = [...releases.map(({ publishedOn }) => publishedOn), ...corrections.map(({ on }) => on)]
    for (const updatedOn of new Set(days)) updates.push({ category, organ, updatedOn })
  }
  return updates
}

const lastUpdate = (
  { category, organ }: FreshnessRule,
  updates: readonly ColumnUpdate[],
  today: PlainDate,
): PlainDate | null =>
  updates.reduce<PlainDate | null>((last, update) => {
    const counts =
      update.updatedOn <= today &&
      isWithinCategory(update.category, category) &&
      (organ === null || organ === update.organ)
    return counts && (last === null || update.updatedOn > last) ? update.updatedOn : last
  }, null)

const periodEnd = (every: UpdateInterval, from: PlainDate, calendar: WorkCalendar): PlainDate =>
  'months' in every ? monthsAfter(from, every.months) : workdayAfter(calendar, from, every.workdays)
