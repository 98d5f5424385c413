import type { RecordState } from '../../domain/record/record-state.ts'
import type { Connection } from '../connection.ts'
import { uuidToBytes } from '../uuid.ts'
import { recordById } from './statements.ts'

/** How the own operations of a record stand with the server, and who opened it. */
export interface RecordStanding {
  readonly deviceNo: string
  readonly pending: number
  readonly attention: number
  readonly held: boolean
}

/** A record as the table has it. */
export interface StoredRecord extends RecordStanding {
  readonly seq: number
  readonly state: RecordState
  readonly haystack: string
}

export const findStoredRecord = (connection: Connection, id: string): StoredRecord | null => {
  const row = connection.first(recordById, { id: uuidToBytes(id) })
  if (row === null) return null
  const { seq, pending, attention, haystack } = row
  return {
    seq,
    pending,
    attention,
    haystack,
    deviceNo: row.device_no,
    held: row.held === 1,
    state: parseRecord(row.state),
  }
}

/** Written by save.ts from a `RecordState`. */
export const parseRecord = (text: string): RecordState => JSON.parse(text) as RecordState
