import { type PlainDate, plainDate } from '../plain-date.ts'

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const
const quarters = ['1', '2', '3', '4'] as const
type Month = (typeof months)[number]
type QuarterDigit = (typeof quarters)[number]
/** A month, a quarter, or the whole of a year. */
export type PeriodKey = `m${Month}` | `q${QuarterDigit}` | 'y'

/** All of a year. */
export const periodsOf: readonly PeriodKey[] = [
  ...months.map((month): PeriodKey => `m${month}`),
  ...quarters.map((quarter): PeriodKey => `q${quarter}`),
  'y',
]

/** First and last day. */
export const periodDays = (year: number, key: PeriodKey): { readonly from: PlainDate; readonly to: PlainDate } => {
  const days = (first: number, last: number) => ({
    from: plainDate(`${String(year)}-${two(first)}-01`),
    to: plainDate(`${String(year)}-${two(last)}-${String(lastDay(year, last))}`),
  })
  if (key === 'y') return days(1, 12)
  const n = Number(key.slice(1))
  return key.startsWith('q') ? days(n * 3 - 2, n * 3) : days(n, n)
}

const two = (n: number): string => String(n).padStart(2, '0')

const lastDay = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
