import type { ReportRequest } from '../../../../contract/queries/statistics.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { type PeriodKey, periodDays } from '../../../../domain/report/periods.ts'
import type { RegisterName } from '../../../../domain/register/registers.ts'
import { quarterOf } from '../../../../domain/supervision/assessment/quarter-facts.ts'

export const statisticsTabs = ['center', 'items', 'contacts', 'reports'] as const
export type StatisticsTab = (typeof statisticsTabs)[number]

export const reportKinds = ['annual', 'quarter', 'register', 'center'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What a person looks at. Nulls follow the day: this year, this month. */
export interface StatisticsView {
  readonly tab: StatisticsTab
  readonly year: number | null
  readonly period: PeriodKey | null
  readonly contact: 'consultation' | 'complaint'
  readonly report: {
    readonly kind: ReportKind
    readonly year: number | null
    readonly quarter: 1 | 2 | 3 | 4 | null
    readonly register: RegisterName
    readonly by: string | null
    readonly from: PlainDate | null
    readonly to: PlainDate | null
  }
}

export const initialStatisticsView: StatisticsView = {
  tab: 'center',
  year: null,
  period: null,
  contact: 'consultation',
  report: { kind: 'annual', year: null, quarter: null, register: 'power_list', by: null, from: null, to: null },
}

/** The Regulation is in force since then. */
export const firstYear = 2008

export const yearOfDay = (day: PlainDate): number => Number(day.slice(0, 4))

/** The month of a day. */
export const monthOfDay = (day: PlainDate): PeriodKey => `m${day.slice(5, 7)}` as PeriodKey

/** The period in view: of another year than this one the whole of it, unless one was chosen. */
export const periodInView = ({ year, period }: StatisticsView, today: PlainDate): PeriodKey =>
  period ?? (year === null || year === yearOfDay(today) ? monthOfDay(today) : 'y')

/** The report that the form asks for; null while a date is missing or they are the wrong way round. */
export const requestOf = ({ report }: StatisticsView, today: PlainDate): ReportRequest | null => {
  const { kind, register, by } = report
  // The year that is over is the one to be reported on.
  const year = report.year ?? (kind === 'annual' ? yearOfDay(today) - 1 : yearOfDay(today))
  if (kind === 'annual') return { kind, year }
  if (kind === 'quarter') return { kind, year, quarter: report.quarter ?? quarterOf(today).quarter }
  const usual = periodDays(yearOfDay(today), 'y')
  const [from, to] = [report.from ?? usual.from, report.to ?? usual.to]
  if (to < from) return null
  return kind === 'register' ? { kind, register, from, to, by } : { kind, from, to }
}
