import type { Generated } from 'kysely'
import type { RecordKind } from '../../domain/record/record-state.ts'

/** Everything beside cases that lives by a procedure (domain/record). Days are day numbers. */
export interface RecordTable {
  /** Grows with every record that arrives here; also the key in the search index. */
  seq: Generated<number>
  /** 16 bytes. */
  id: Uint8Array
  kind: RecordKind
  status: string
  /** Its own key, unique within the kind while it is open; null = none. */
  rec_key: string | null
  title: string
  organ: string | null
  /** 16 bytes: the case it is about. */
  case_id: Uint8Array | null
  day: number
  /** When something is owed next. */
  due: number | null
  closed: number
  version: number
  device_no: string
  pending: number
  attention: number
  held: number
  haystack: string
  state: string
}

/** Contentless: `tokens` can be written and matched, never read. */
export interface RecordFtsTable {
  rowid: number
  tokens: string
  record_fts: Generated<string>
}
