import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { type MovedCase, movedLimits } from '../../domain/case/moved-limits.ts'
import { caseColumns } from '../cases/case-columns.ts'
import { parseState } from '../cases/load-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { haystackOfCase } from '../search/case-fields.ts'
import { named, statement } from '../statement.ts'

import { openCasesAfter } from './open-cases.ts'

/** Counts every open case again with another calendar and writes what moved. Inside a transaction. True = something did. */
export const recountOpenCases = (connection: Connection, calendar: WorkCalendar): boolean => {
  const moved = [...openCasesAfter(connection)].flatMap((row) => {
    const columns = dueColumns(parseState(row.state), calendar)
    return names.every((name) => row[name] === columns[name]) ? [] : [{ seq: row.seq, ...columns }]
  })
  for (const row of moved) connection.run(updateDue, row)
  return moved.length > 0
}

/** What another calendar would move, oldest case first; nothing is written. */
export const previewRecount = (
  connection: Connection,
  inUse: WorkCalendar,
  calendar: WorkCalendar,
): readonly MovedCase[] => {
  const moved: MovedCase[] = []
  for (const { state } of openCasesAfter(connection)) {
    const one = movedLimits(parseState(state), inUse, calendar)
    if (one !== null) moved.push(one)
  }
  return moved
}

const names = ['statutory_due', 'promised_due', 'provisional', 'urgent'] as const

type DueColumns = Pick<ReturnType<typeof caseColumns>, (typeof names)[number]>

const dueColumns = (state: CaseState, calendar: WorkCalendar): DueColumns => {
  const { statutory_due, promised_due, provisional, urgent } = caseColumns(state, haystackOfCase(state), calendar)
  return { statutory_due, promised_due, provisional, urgent }
}

const updateDue = statement<{ readonly seq: number } & { readonly [K in keyof DueColumns]: DueColumns[K] }>()((param) =>
  query.updateTable('cases').set(named(param, names)).where('seq', '=', param('seq')),
)
