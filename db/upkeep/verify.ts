import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { Connection } from '../connection.ts'
import { StoreError } from '../store-error.ts'
import { type ProblemList, type StoreProblem, problemList } from './problems.ts'
import { verifyCases } from './verify-cases.ts'
import { verifyFile } from './verify-file.ts'
import { verifyHistory, verifyLog } from './verify-log.ts'
import { verifyRecordSearch } from './verify-record.ts'
import { verifySearch } from './verify-search.ts'

export interface VerifyReport {
  readonly ok: boolean
  readonly operations: number
  readonly cases: number
  readonly problems: readonly StoreProblem[]
}

/** Reads the whole store and says what does not hold together. Changes nothing. */
export const verifyStore = (connection: Connection, calendar: WorkCalendar): VerifyReport => {
  const problems = problemList()
  check(problems, 'file', () => verifyFile(connection, problems))
  const operations = check(problems, 'operation', () => verifyLog(connection, problems)) ?? 0
  check(problems, 'cursor', () => verifyHistory(connection, problems))
  const cases = check(problems, 'cases', () => verifyCases(connection, calendar, problems)) ?? 0
  check(problems, 'case_fts', () => verifySearch(connection, problems))
  check(problems, 'record_fts', () => verifyRecordSearch(connection, problems))
  const all = problems.all()
  return { ok: all.length === 0, operations, cases, problems: all }
}

/** A damaged page ends one check, not the others. */
const check = <T>(problems: ProblemList, table: string, work: () => T): T | null => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'damaged') throw error
    problems.add('page_damaged', table, error.message)
    return null
  }
}
