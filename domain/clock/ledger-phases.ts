import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import { daysBetween } from '../plain-date.ts'
import type { PauseReason } from './clock-facts.ts'
import type { LedgerEntry } from './ledger.ts'

/** A row of the ledger as people read it: what ran, what stood still, with the days off inside it as remarks. */
export interface LedgerPhase {
  readonly kind: 'start' | 'superseded' | 'running' | 'paused' | 'due'
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly counted: number
  readonly paused: number
  /** Days off, which would not have counted anyway. */
  readonly rest: number
  /** Days counted at the end of the phase. */
  readonly total: number
  readonly pause: PauseReason | null
  readonly extension: boolean
  readonly articles: readonly Article[]
  /** Weekends, holidays and make-up days inside, and the days a last day off moves over. */
  readonly remarks: readonly LedgerEntry[]
}

/** Sums of a finished ledger: 46 calendar days = 20 counted + 10 paused + 16 days off. The days of the starts are not among them. */
export interface LedgerSums {
  readonly calendarDays: number
  readonly counted: number
  readonly paused: number
  readonly rest: number
  readonly superseded: number
}

export const ledgerPhasesOf = (entries: readonly LedgerEntry[]): readonly LedgerPhase[] => {
  const phases: LedgerPhase[] = []
  for (const entry of entries) {
    const next = phaseOf(entry)
    const before = phases[phases.length - 1]
    if (before !== undefined && joins(before, next)) phases[phases.length - 1] = join(before, next)
    else phases.push(next)
  }
  return phases
}

export const ledgerSumsOf = (entries: readonly LedgerEntry[]): LedgerSums => {
  const sums = { calendarDays: 0, counted: 0, paused: 0, rest: 0, superseded: 0 }
  for (const entry of entries) {
    if (entry.kind === 'start' || entry.kind === 'due') continue
    sums.calendarDays += entry.days
    if (entry.kind === 'excluded') sums[entry.reason.code === 'superseded' ? 'superseded' : 'rest'] += entry.days
    else sums[entry.kind] += entry.days
  }
  return sums
}

const phaseOf = (entry: LedgerEntry): LedgerPhase => {
  const pause = entry.reason.code === 'pause' ? entry.reason.pause : entry.during
  const superseded = entry.reason.code === 'superseded'
  const remarkable = entry.reason.code === 'makeup' || (entry.kind === 'excluded' && !superseded)
  return {
    kind:
      entry.kind === 'start' || entry.kind === 'due'
        ? entry.kind
        : superseded
          ? 'superseded'
          : pause === null
            ? 'running'
            : 'paused',
    from: entry.from,
    to: entry.to,
    counted: entry.kind === 'counted' ? entry.days : 0,
    paused: entry.kind === 'paused' ? entry.days : 0,
    rest: entry.kind === 'excluded' && !superseded ? entry.days : 0,
    total: entry.total,
    pause,
    extension: entry.extension,
    articles: entry.articles.filter((article) => !aboutTheDay.test(article)),
    remarks: remarkable ? [entry] : [],
  }
}

/** Articles that make a day off or worked belong to the remark, not to the row. */
const aboutTheDay = /^(?:holidays|workingHours):/

/** Days off belong to the phase around them; a running phase is parted only by the extension that begins in it. */
const joins = (before: LedgerPhase, next: LedgerPhase): boolean =>
  before.kind === next.kind &&
  (before.kind === 'running' || before.kind === 'paused' || before.kind === 'superseded') &&
  before.pause === next.pause &&
  before.to !== null &&
  next.to !== null &&
  daysBetween(before.to, next.from) === 1 &&
  (before.extension === next.extension || next.counted === 0)

const join = (before: LedgerPhase, next: LedgerPhase): LedgerPhase => ({
  ...before,
  to: next.to,
  counted: before.counted + next.counted,
  paused: before.paused + next.paused,
  rest: before.rest + next.rest,
  total: next.total,
  articles: [...before.articles, ...next.articles.filter((article) => !before.articles.includes(article))],
  remarks: [...before.remarks, ...next.remarks],
})
