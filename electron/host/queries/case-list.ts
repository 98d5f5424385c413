import type { CaseList, CaseListInput, CaseRow } from '../../../contract/queries/cases.ts'
import type { UnmaskedRow } from '../../../db/cases/list-rows.ts'
import type { DayRange } from '../../../db/cases/list-within.ts'
import type { StoreReader } from '../../../db/store.ts'
import { type WorkCalendar, addWorkdays } from '../../../domain/calendar/work-calendar.ts'
import { maskName } from '../../../domain/identity/mask.ts'
import { type PlainDate, dayNumberOf } from '../../../domain/plain-date.ts'

/** A page of the list, persons masked by what their rows say: no case is read for it. */
export const caseList = (read: StoreReader, input: CaseListInput, days: DayRange | null = null): CaseList => {
  const { rows, next, total, more } = read.cases.list(input, days)
  return { rows: rows.map(maskRow), next, total, more }
}

/** The days on which the limit asked for ends; a clock that stands still is told by its pause. */
export const daysOfLimit = (
  { where }: Pick<CaseListInput, 'where'>,
  today: PlainDate,
  calendar: WorkCalendar,
): DayRange | null => {
  const limit = where?.limit ?? null
  if (limit === null || limit.kind === 'paused') return null
  const now = dayNumberOf(today)
  return limit.kind === 'overdue' ? { from: 0, to: now - 1 } : { from: now, to: addWorkdays(calendar, now, limit.days) }
}

export const maskRow = ({ applicantPerson, ...row }: UnmaskedRow): CaseRow =>
  applicantPerson ? { ...row, applicant: maskName(row.applicant) } : row
