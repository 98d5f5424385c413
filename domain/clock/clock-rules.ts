import type { Article } from '../law/article.ts'

/** 工作日 or calendar day (自然日). */
export type ClockUnit = 'workday' | 'day'

/** What a law (or a promise) says about one limit. Data: the same for every case it applies to. */
export interface ClockRules {
  /** Length of the limit; 0 = decided on the spot, due on the day of the start. */
  readonly days: number
  readonly unit: ClockUnit
  /** Which event starts it: receipt (条例 art. 33) or acceptance (行政许可法 art. 42). */
  readonly startsOn: 'received' | 'accepted'
  /** Longest extension the law allows, in days of `unit`; 0 = none. */
  readonly extensionMax: number
  /** Calendar-day limits only: a last day that is a day off moves to the next working day. */
  readonly endsOnWorkday: boolean
  readonly articles: {
    /** Why this event starts the limit and its day is not counted. */
    readonly start: readonly Article[]
    readonly limit: readonly Article[]
    readonly extension: readonly Article[]
    /** Why the last day moves, with `endsOnWorkday`. */
    readonly lastDay: readonly Article[]
  }
}

type RulesInput = Pick<ClockRules, 'days'> &
  Partial<Omit<ClockRules, 'days' | 'articles'>> & { readonly articles?: Partial<ClockRules['articles']> }

/**
 * Rules with the general provisions filled in: working days, from receipt, no extension; the day of the start is not
 * counted (民法典 art. 201) and a calendar-day limit does not end on a day off (民事诉讼法 art. 85).
 */
export const clockRules = (input: RulesInput): ClockRules => ({
  days: input.days,
  unit: input.unit ?? 'workday',
  startsOn: input.startsOn ?? 'received',
  extensionMax: input.extensionMax ?? 0,
  endsOnWorkday: input.endsOnWorkday ?? true,
  articles: {
    start: input.articles?.start ?? ['civilCode:201'],
    limit: input.articles?.limit ?? [],
    extension: input.articles?.extension ?? [],
    lastDay: input.articles?.lastDay ?? ['civilProcedure:85'],
  },
})

/** Longest limit or extension, in days: ten years. Everything longer is a slip of the keyboard. */
export const maxClockDays = 3650
