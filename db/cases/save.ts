import { canonicalJson } from '../../contract/canonical-json.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { dayNumberOf } from '../../domain/plain-date.ts'
import type { Connection } from '../connection.ts'
import { foldedCaseFields, haystackOf, isFoundAlike } from '../search/case-fields.ts'
import { indexAgain, unindexCase } from '../search/index-case.ts'
import { indexNewCases, noteUnindexed } from '../search/unindexed.ts'
import { uuidToBytes } from '../uuid.ts'
import { saveAliases } from './aliases.ts'
import { caseColumns } from './case-columns.ts'
import type { CaseOnFile, CaseStanding } from './find-stored.ts'
import {
  closeRanks,
  deleteCase,
  deleteMaterials,
  insertCase,
  insertMaterial,
  insertState,
  numberOf,
  updateCase,
  updateCaseInPlace,
  updateState,
} from './statements.ts'

/**
 * Writes list row, state, materials and search index of a case, and answers what is on file now. Inside a transaction.
 *
 * @param before what is on file of the same case, null for a new one
 * @param words `as_on_file`: what the case is found by is taken from there where the state says the same; `anew`: it is worked out again,
 * which mends what is wrong there
 */
export const saveCase = (
  connection: Connection,
  calendar: WorkCalendar,
  state: CaseState,
  { deviceNo, pending, attention, held }: CaseStanding,
  before: CaseOnFile | null,
  words: 'as_on_file' | 'anew' = 'as_on_file',
): CaseOnFile => {
  // The number belongs to the opening act; when another one takes its place, the case starts afresh under its own number.
  const same = before?.state.caseNo === state.caseNo ? before : null
  const isAlike = same !== null && isFoundAlike(same.state, state)
  const fields = isAlike && words === 'as_on_file' ? null : foldedCaseFields(state)
  const columns = {
    ...caseColumns(state, fields === null ? (same?.haystack ?? '') : haystackOf(fields), calendar),
    device_no: deviceNo,
    pending,
    attention,
    held: held ? 1 : 0,
  }
  if (before !== null && same === null) removeCase(connection, before.seq)
  const seq = same?.seq ?? connection.run(insertCase, { id: uuidToBytes(state.id), ...columns }).rowid
  if (same !== null && connection.run(updateCaseInPlace, { seq, ...columns }).rows === 0)
    connection.run(updateCase, { seq, ...columns })
  connection.run(same === null ? insertState : updateState, { seq, state: JSON.stringify(state) })
  saveMaterials(connection, seq, state, same)
  saveAliases(connection, seq, state, same?.state ?? null)
  const file = { seq, state, deviceNo, pending, attention, held, haystack: columns.haystack }
  if (fields === null) return file
  if (same === null) noteUnindexed(connection, seq, fields)
  else if (!isAlike || same.haystack !== columns.haystack) {
    // Its own entry may still be outstanding.
    indexNewCases(connection)
    indexAgain(connection, seq, fields)
  }
  return file
}

/** Takes a case out of the store: the operation that opened it was not applied. The log keeps everything. */
export const removeCase = (connection: Connection, seq: number): void => {
  indexNewCases(connection)
  unindexCase(connection, seq)
  const number = connection.first(numberOf, { seq })
  connection.run(deleteCase, { seq })
  if (number !== null) connection.run(closeRanks, { caseNo: number.case_no, twin: number.twin })
}

const saveMaterials = (connection: Connection, seq: number, state: CaseState, before: CaseOnFile | null): void => {
  if (state.kind !== 'service') return
  if (before?.state.kind === 'service') {
    if (before.state.intake.materials === state.intake.materials) return
    if (canonicalJson(before.state.intake.materials) === canonicalJson(state.intake.materials)) return
    connection.run(deleteMaterials, { seq })
  }
  connection.insertAll(
    insertMaterial,
    state.intake.materials.map((line) => ({
      case_seq: seq,
      n: line.n,
      name: line.name,
      form: line.form,
      required: line.required ? 1 : 0,
      tolerable: line.tolerable ? 1 : 0,
      expected: line.expected,
      received: line.received,
      state: line.state,
      promised_on: line.promisedOn === null ? null : dayNumberOf(line.promisedOn),
    })),
  )
}
