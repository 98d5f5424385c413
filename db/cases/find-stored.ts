import type { CaseState } from '../../domain/case/case-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { uuidToBytes } from '../uuid.ts'
import { parseState } from './load-state.ts'

/** How the own operations of a case stand with the server, and who opened it. */
export interface CaseStanding {
  readonly deviceNo: string
  /** Own operations without a verdict. */
  readonly pending: number
  /** Own operations that were not applied. */
  readonly attention: number
  readonly held: boolean
}

/** A case as the tables have it. */
export interface CaseOnFile extends CaseStanding {
  readonly seq: number
  readonly state: CaseState
  readonly haystack: string
}

export const findStored = (connection: Connection, caseId: string): CaseOnFile | null => {
  const row = connection.first(byId, { id: uuidToBytes(caseId) })
  if (row === null) return null
  const { seq, pending, attention, haystack } = row
  return {
    seq,
    pending,
    attention,
    haystack,
    deviceNo: row.device_no,
    held: row.held === 1,
    state: parseState(row.state),
  }
}

const byId = statement<{ id: Uint8Array }>()((param) =>
  query
    .selectFrom('cases')
    .innerJoin('case_state', 'case_state.seq', 'cases.seq')
    .select([
      'cases.seq',
      'cases.device_no',
      'cases.pending',
      'cases.attention',
      'cases.held',
      'cases.haystack',
      'case_state.state',
    ])
    .where('cases.id', '=', param('id')),
)
