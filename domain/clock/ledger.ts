import { assertNever } from '../assert-never.ts'
import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import { fromDayNumber } from '../plain-date.ts'
import type { PauseReason, RestartReason } from './clock-facts.ts'
import type { LedgerDay } from './ledger-days.ts'
import { ledgerDaysOf } from './ledger-days.ts'
import type { Clock } from './run-clock.ts'

/** Why a stretch stands in the ledger as it does. Code and data; the sentence is the page's. */
export type LedgerReason =
  | { readonly code: 'received' | 'accepted' }
  | { readonly code: 'fresh_start'; readonly reason: RestartReason }
  | { readonly code: 'superseded' }
  | { readonly code: 'counted' }
  | { readonly code: 'makeup'; readonly holiday: string; readonly decree: string }
  | { readonly code: 'weekend' }
  | { readonly code: 'holiday'; readonly holiday: string; readonly decree: string }
  | { readonly code: 'pause'; readonly pause: PauseReason }
  | { readonly code: 'last_day_off' }
  | { readonly code: 'limit_reached'; readonly limit: number; readonly extension: number }

/** One line: a stretch of days that are alike. */
export interface LedgerEntry {
  readonly kind: 'start' | 'counted' | 'excluded' | 'paused' | 'due'
  readonly from: PlainDate
  /** Null = still open: the clock stands still and nobody knows until when. */
  readonly to: PlainDate | null
  /** Calendar days of the stretch; 0 for the closing `due` line and for an open pause. */
  readonly days: number
  /** Days counted so far, at the end of the stretch. */
  readonly total: number
  readonly reason: LedgerReason
  readonly articles: readonly Article[]
  /** The pause around a day off that is not left out a second time. */
  readonly during: PauseReason | null
  /** Counted towards the extension. */
  readonly extension: boolean
  /** No arrangement is published for these days. */
  readonly provisional: boolean
}

/**
 * The explanation of a due date: every calendar day from the first start to the due date lies in exactly one entry, and the
 * counted ones add up to the limit. The last entry, of no days, is the due date itself, or the open pause that hides it.
 */
export const ledgerOf = (clock: Clock): readonly LedgerEntry[] => {
  const entries: LedgerEntry[] = []
  let total = 0
  for (const day of ledgerDaysOf(clock)) {
    if (day.role === 'counted') total++
    const entry = { ...entryOf(clock, day), total }
    const before = entries[entries.length - 1]
    if (before !== undefined && continues(before, entry)) {
      entries[entries.length - 1] = { ...before, to: entry.to, days: before.days + 1, total }
    } else entries.push(entry)
  }
  return [...entries, closing(clock, total)]
}

const entryOf = (clock: Clock, day: LedgerDay): Omit<LedgerEntry, 'total'> => {
  const reason = reasonOf(clock, day)
  return {
    kind: kindOf(day),
    from: day.date,
    to: day.date,
    days: 1,
    reason,
    articles: articlesOf(clock, day, reason),
    during: day.role === 'rest' ? (day.pause?.reason ?? null) : null,
    extension: day.extension,
    provisional: !day.day.covered,
  }
}

const closing = (clock: Clock, total: number): LedgerEntry => {
  const common = { days: 0, total, during: null } as const
  if (clock.due === null) {
    const open = clock.gaps[clock.gaps.length - 1]
    if (open === undefined) throw new Error('A clock without a due date has an open pause')
    const { pause } = open
    return {
      ...common,
      kind: 'paused',
      from: fromDayNumber(open.from + 1),
      to: null,
      reason: { code: 'pause', pause: pause.reason },
      articles: pause.articles,
      extension: false,
      provisional: false,
    }
  }
  const extension = clock.limit - clock.rules.days
  return {
    ...common,
    kind: 'due',
    from: clock.due,
    to: clock.due,
    reason: { code: 'limit_reached', limit: clock.limit, extension },
    articles: [...clock.rules.articles.limit, ...(extension > 0 ? clock.rules.articles.extension : [])],
    extension: extension > 0,
    provisional: clock.provisional,
  }
}

const kindOf = (day: LedgerDay): LedgerEntry['kind'] => {
  switch (day.role) {
    case 'start':
    case 'counted':
    case 'paused':
      return day.role
    case 'superseded':
    case 'rest':
    case 'moved':
      return 'excluded'
    default:
      return assertNever(day.role)
  }
}

const reasonOf = (clock: Clock, { role, date, day, pause }: LedgerDay): LedgerReason => {
  switch (role) {
    case 'start': {
      const restart = clock.facts.restarts.find((fresh) => fresh.on === date)
      return restart === undefined ? { code: clock.rules.startsOn } : { code: 'fresh_start', reason: restart.reason }
    }
    case 'superseded':
      return { code: 'superseded' }
    case 'counted':
      return day.kind === 'makeup' && clock.rules.unit === 'workday'
        ? { code: 'makeup', holiday: day.holidayName ?? '', decree: day.decree ?? '' }
        : { code: 'counted' }
    case 'rest':
      return day.kind === 'holiday'
        ? { code: 'holiday', holiday: day.holidayName ?? '', decree: day.decree ?? '' }
        : { code: 'weekend' }
    case 'paused':
      return { code: 'pause', pause: pause?.reason ?? 'unspecified' }
    case 'moved':
      return { code: 'last_day_off' }
    default:
      return assertNever(role)
  }
}

const articlesOf = (clock: Clock, day: LedgerDay, reason: LedgerReason): readonly Article[] => {
  switch (reason.code) {
    case 'received':
    case 'accepted':
      return clock.rules.articles.start
    case 'fresh_start':
      return clock.facts.restarts.find((fresh) => fresh.on === day.date)?.articles ?? []
    case 'superseded':
      return clock.facts.restarts.find((fresh) => fresh.on === clock.start)?.articles ?? []
    case 'pause':
      return day.pause?.articles ?? []
    case 'last_day_off':
      return clock.rules.articles.lastDay
    case 'counted':
      return limitArticles(clock, day)
    case 'makeup':
      return [...limitArticles(clock, day), ...dayArticle(day)]
    case 'weekend':
    case 'holiday':
      return dayArticle(day)
    case 'limit_reached':
      return []
    default:
      return assertNever(reason)
  }
}

const limitArticles = (clock: Clock, day: LedgerDay): readonly Article[] =>
  day.extension ? clock.rules.articles.extension : clock.rules.articles.limit

const dayArticle = ({ day }: LedgerDay): readonly Article[] => (day.article === null ? [] : [day.article])

/** Two days are one stretch when nothing that is said about them differs. */
const continues = (before: LedgerEntry, next: LedgerEntry): boolean =>
  before.kind === next.kind &&
  before.during === next.during &&
  before.extension === next.extension &&
  before.provisional === next.provisional &&
  // Every start is a line of its own; reasons and articles are plain data with a fixed order of keys.
  before.kind !== 'start' &&
  JSON.stringify([before.reason, before.articles]) === JSON.stringify([next.reason, next.articles])
