import { type Selectable, sql } from 'kysely'
import type { CaseRow } from '../../contract/queries/cases.ts'
import { type PlainDate, fromDayNumber } from '../../domain/plain-date.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import type { CasesTable } from '../schema/cases.ts'
import { statement } from '../statement.ts'
import { bytesToUuid } from '../uuid.ts'
import { statusOf } from './kinded-status.ts'

/** A row with the applicant's name as it is, and whether to mask it. */
export interface UnmaskedRow extends CaseRow {
  readonly applicantPerson: boolean
}

/** The rows of these keys, in the order of the keys; a key without a case is left out. */
export const caseRows = (connection: Connection, seqs: readonly number[]): UnmaskedRow[] => {
  if (seqs.length === 0) return []
  const rows = new Map(connection.all(rowsBySeq, { seqs: JSON.stringify(seqs) }).map((row) => [row.seq, row]))
  return seqs.flatMap((seq) => {
    const row = rows.get(seq)
    return row === undefined ? [] : [toCaseRow(row)]
  })
}

/** A case with an operation that was not applied is marked before one that only waits. */
export const syncOf = ({ pending, attention }: { pending: number; attention: number }): CaseRow['sync'] =>
  attention > 0 ? 'conflict' : pending > 0 ? 'pending' : 'committed'

const columns = [
  'seq',
  'id',
  'case_no',
  'kind',
  'status',
  'title',
  'applicant',
  'applicant_person',
  'organ',
  'arrived',
  'clock_start',
  'statutory_due',
  'promised_due',
  'provisional',
  'closed',
  'paused',
  'handler',
  'device_no',
  'pending',
  'attention',
] as const

const toCaseRow = (row: Pick<Selectable<CasesTable>, (typeof columns)[number]>): UnmaskedRow => ({
  id: bytesToUuid(row.id),
  caseNo: row.case_no,
  kind: row.kind,
  status: statusOf(row.status),
  title: row.title,
  applicant: row.applicant,
  applicantPerson: row.applicant_person === 1,
  organ: row.organ,
  arrivedOn: dateOfDay(row.arrived),
  clockStart: dateOf(row.clock_start),
  statutoryDue: dateOf(row.statutory_due),
  promisedDue: dateOf(row.promised_due),
  provisional: row.provisional === 1,
  closedOn: dateOf(row.closed),
  paused: row.paused === 1,
  handler: row.handler,
  deviceNo: row.device_no,
  sync: syncOf(row),
})

const dateOf = (day: number | null): PlainDate | null => (day === null ? null : dateOfDay(day))

/** A page names the same few days again and again. */
const dates = new Map<number, PlainDate>()

const dateOfDay = (day: number): PlainDate => {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = fromDayNumber(day)
  if (dates.size < 10_000) dates.set(day, date)
  return date
}

export const rowsBySeq = statement<{ seqs: string }>()((param) =>
  query
    .selectFrom('cases')
    .select(columns)
    .where(sql<boolean>`seq in (select value from json_each(${param('seqs')}))`),
)
