import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { caseColumns } from '../cases/case-columns.ts'
import { parseState } from '../cases/load-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { foldedCaseFields } from '../search/case-fields.ts'
import { named, statement } from '../statement.ts'
import type { MovedCase } from './moved-case.ts'
import { openCasesAfter } from './open-cases.ts'

/** Counts every open case again with another calendar, writes what moved, and answers it. Inside a transaction. */
export const recountOpenCases = (connection: Connection, calendar: WorkCalendar): readonly MovedCase[] => {
  const moved = movedCases(connection, calendar)
  for (const { seq, columns } of moved) connection.run(updateDue, { seq, ...columns })
  return moved.map(({ moved: one }) => one)
}

/** What another calendar would move; nothing is written. */
export const previewRecount = (connection: Connection, calendar: WorkCalendar): readonly MovedCase[] =>
  movedCases(connection, calendar).map(({ moved }) => moved)

interface Recounted {
  readonly seq: number
  readonly columns: DueColumns
  readonly moved: MovedCase
}

const names = ['statutory_due', 'promised_due', 'provisional', 'urgent'] as const

type DueColumns = Pick<ReturnType<typeof caseColumns>, (typeof names)[number]>

const movedCases = (connection: Connection, calendar: WorkCalendar): readonly Recounted[] => {
  const moved: Recounted[] = []
  for (const row of openCasesAfter(connection)) {
    const state = parseState(row.state)
    const after = caseColumns(state, foldedCaseFields(state), calendar)
    if (names.every((name) => row[name] === after[name])) continue
    const { statutory_due, promised_due, provisional, urgent } = after
    moved.push({
      seq: row.seq,
      columns: { statutory_due, promised_due, provisional, urgent },
      moved: {
        caseId: state.id,
        caseNo: state.caseNo,
        kind: state.kind,
        before: { statutory: row.statutory_due, promised: row.promised_due, provisional: row.provisional === 1 },
        after: { statutory: statutory_due, promised: promised_due, provisional: provisional === 1 },
      },
    })
  }
  return moved
}

const updateDue = statement<{ readonly seq: number } & { readonly [K in keyof DueColumns]: DueColumns[K] }>()((param) =>
  query.updateTable('cases').set(named(param, names)).where('seq', '=', param('seq')),
)
