import type { Generated } from 'kysely'
import type { CaseKind } from '../../domain/case/case-state.ts'
import type { MaterialState } from '../../domain/service/service-intake.ts'
import type { MaterialForm } from '../../domain/service/service-item.ts'
import type { KindedStatus } from '../cases/kinded-status.ts'

/** What lists, search and hints need of a case. Days are day numbers (domain/plain-date.ts). */
export interface CasesTable {
  /** Grows with every case that arrives here: newest first is `seq` descending, also in the search index. */
  seq: Generated<number>
  /** 16 bytes. */
  id: Uint8Array
  case_no: string
  /** 0; counts up when another case carries the same number, which verify reports. The number must never stop a pull. */
  twin: number
  kind: CaseKind
  status: KindedStatus
  title: string
  organ: string
  /** Id of the service item; null where a case is about none. */
  item: string | null
  /** Name of whoever has it in hand; null = nobody. */
  handler: string | null
  /** Of the applicant; null = not asked, or he is kept out of lists. */
  village: string | null
  applicant: string
  /** 1 = the name is a person's (domain/case/is-person.ts), for lists to mask; also the empty name of whoever is kept out of them. */
  applicant_person: number
  idn: string | null
  phone: string | null
  device_no: string
  arrived: number
  clock_start: number | null
  statutory_due: number | null
  promised_due: number | null
  /** 1 = the due dates reach into a year without a published calendar. */
  provisional: number
  closed: number | null
  /** 1 = a pause of the clock is open. */
  paused: number
  /** Day the nearest limit ends; `noLimit` when no clock runs. Orders the open cases. */
  urgent: number
  version: number
  /** Own operations without a verdict. */
  pending: number
  /** Own operations that were not applied. */
  attention: number
  /** 1 = its history holds an operation that this version cannot fold. */
  held: number
  /** What search verifies against: the searchable fields, normalised. */
  haystack: string
}

/** The folded state, apart from `cases` so that a list page reads small rows. */
export interface CaseStateTable {
  seq: number
  state: string
}

/** Numbers that lead to this case though they were given to another entry of the same application. */
export interface CaseAliasTable {
  case_no: string
  case_seq: number
}

export interface MaterialTable {
  case_seq: number
  n: number
  name: string
  form: MaterialForm
  required: number
  tolerable: number
  expected: number
  received: number
  state: MaterialState
  promised_on: number | null
}

/** Contentless: `tokens` can be written and matched, never read. */
export interface CaseFtsTable {
  rowid: number
  tokens: string
  /** FTS5's hidden column: the table's own name, for MATCH and for commands. */
  case_fts: Generated<string>
}

/** FTS5's own table of the length of every entry. */
export interface CaseFtsDocsizeTable {
  id: number
  sz: Uint8Array
}

/** Highest number given or seen for a device and day. */
export interface CaseCounterTable {
  center: string
  device_no: string
  /** `yyyymmdd`, as in the number. */
  day: string
  last: number
}
