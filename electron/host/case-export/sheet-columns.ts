import type { CaseColumnId } from '../../../contract/queries/case-library.ts'
import type { CaseRow } from '../../../contract/queries/cases.ts'
import { caseWords } from '../../../contract/words/case-words.ts'
import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts'
import type { TimeThresholds } from '../../../domain/clock/legal-time-state.ts'
import { type LimitTime, limitTimeOf } from '../../../domain/clock/limit-time.ts'
import { type PlainDate, plainDate } from '../../../domain/plain-date.ts'
import { plainCell } from './plain-cell.ts'

export interface SheetColumn {
  readonly header: string
  /** Characters. */
  readonly width: number
  /** Of a cell that is nothing but a number. */
  readonly isNumber: boolean
}

export type SheetCell = string | number | null

export const sheetColumns = (ids: readonly CaseColumnId[]): readonly SheetColumn[] =>
  ids.map((id) => ({ header: caseWords.column[id], width: widths[id], isNumber: id === 'left' }))

export interface SheetDay {
  readonly today: PlainDate
  readonly calendar: WorkCalendar
  readonly thresholds: TimeThresholds
}

/** The cells of a row, saying what the list says; days left are a number. */
export const sheetCells = (ids: readonly CaseColumnId[], row: CaseRow, day: SheetDay): readonly SheetCell[] => {
  const time = timeOf(row, day)
  return ids.map((id) => {
    const value = cells[id](row, time)
    return typeof value === 'string' ? plainCell(value) : value
  })
}

const timeOf = (row: CaseRow, { today, calendar, thresholds }: SheetDay): LimitTime =>
  limitTimeOf(
    {
      clockStart: dateOf(row.clockStart),
      statutoryDue: dateOf(row.statutoryDue),
      promisedDue: dateOf(row.promisedDue),
      closedOn: dateOf(row.closedOn),
    },
    today,
    calendar,
    thresholds,
  )

const dateOf = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text))

const cells: Readonly<Record<CaseColumnId, (row: CaseRow, time: LimitTime) => SheetCell>> = {
  caseNo: ({ caseNo }) => caseNo,
  kind: ({ kind }) => caseWords.kind[kind],
  title: ({ title }) => title,
  applicant: ({ applicant }) => (applicant === '' ? caseWords.nameless : applicant),
  organ: ({ organ }) => organ,
  status: ({ status }) => caseWords.status[status],
  arrived: ({ arrivedOn }) => arrivedOn,
  time: ({ clockStart }, { state }) =>
    state === 'not_started' && clockStart !== null ? caseWords.noLimit : caseWords.legalTime[state],
  due: ({ provisional }, { due }) => (due === null ? null : provisional ? `${due}（${caseWords.provisional}）` : due),
  left: (_row, { left }) => left,
  limit: (_row, { limit }) => (limit === null ? null : caseWords.limit[limit]),
  handler: ({ handler }) => handler,
  closed: ({ closedOn }) => closedOn,
  source: ({ deviceNo }) => deviceNo,
}

const widths: Readonly<Record<CaseColumnId, number>> = {
  caseNo: 26,
  kind: 14,
  title: 48,
  applicant: 24,
  organ: 24,
  status: 16,
  arrived: 12,
  time: 12,
  due: 18,
  left: 8,
  limit: 8,
  handler: 12,
  closed: 12,
  source: 8,
}
