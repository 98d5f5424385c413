import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { type PlainDate, dayNumberOf } from '../../domain/plain-date.ts'
import { recordModuleOf } from '../../domain/record/modules.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import { type FoldedFields, foldFields, tokensForIndex } from '../../domain/text/search-tokens.ts'
import type { Connection } from '../connection.ts'
import { haystackOf } from '../search/case-fields.ts'
import { isUuid, uuidToBytes } from '../uuid.ts'
import type { RecordStanding, StoredRecord } from './find-stored.ts'
import {
  type RecordColumns,
  deleteRecord,
  insertRecord,
  putRecordTokens,
  removeRecordTokens,
  updateRecord,
} from './statements.ts'

/** Writes the row of a record and its words in the search index. Inside a transaction. */
export const saveRecord = (
  connection: Connection,
  calendar: WorkCalendar,
  state: RecordState,
  standing: RecordStanding,
  before: StoredRecord | null,
): void => {
  const fields = recordFields(state, calendar)
  const columns = { ...recordColumns(state, fields, calendar), ...standingColumns(standing) }
  const seq =
    before?.seq ?? connection.run(insertRecord, { id: uuidToBytes(state.id), kind: state.kind, ...columns }).rowid
  if (before !== null) connection.run(updateRecord, { seq, ...columns })
  if (before?.haystack !== columns.haystack)
    connection.run(putRecordTokens, { rowid: seq, tokens: tokensForIndex(fields).join(' ') })
}

/** Takes a record out: the operation that opened it was not applied. The log keeps everything. */
export const removeRecord = (connection: Connection, seq: number): void => {
  connection.run(removeRecordTokens, { rowid: seq })
  connection.run(deleteRecord, { seq })
}

/** The columns that follow from the folded state. */
export const recordColumns = (
  state: RecordState,
  fields: FoldedFields,
  calendar: WorkCalendar,
): Omit<RecordColumns, 'id' | 'kind' | 'device_no' | 'pending' | 'attention' | 'held'> => {
  const head = recordModuleOf(state.kind).head(state, calendar)
  return {
    status: state.status,
    rec_key: head.key,
    title: head.title,
    organ: head.organ,
    // What somebody lost need not be about a case.
    case_id: head.caseId === null || !isUuid(head.caseId) ? null : uuidToBytes(head.caseId),
    day: dayNumberOf(head.date),
    due: dayOf(head.due),
    closed: head.closed ? 1 : 0,
    version: state.version,
    haystack: haystackOf(fields),
    state: JSON.stringify(state),
  }
}

/** What of a record can be found, folded. */
export const recordFields = (state: RecordState, calendar: WorkCalendar): FoldedFields => {
  const { title, organ, key, words } = recordModuleOf(state.kind).head(state, calendar)
  const texts = [title, organ, key, ...words].filter((text): text is string => text !== null && text !== '')
  return foldFields({ texts, names: [], idNumbers: [], phones: [] })
}

const standingColumns = ({ deviceNo, pending, attention, held }: RecordStanding) => ({
  device_no: deviceNo,
  pending,
  attention,
  held: held ? 1 : 0,
})

const dayOf = (date: PlainDate | null): number | null => (date === null ? null : dayNumberOf(date))
