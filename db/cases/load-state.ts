import type { CaseState } from '../../domain/case/case-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

/** The folded state of a case by its key, or null. */
export const loadState = (connection: Connection, seq: number): CaseState | null => {
  const row = connection.first(stateBySeq, { seq })
  return row === null ? null : parseState(row.state)
}

/** Written by save.ts from a `CaseState`; every page of the file is authenticated, so it is what was written. */
export const parseState = (text: string): CaseState => JSON.parse(text) as CaseState

const stateBySeq = statement<{ seq: number }>()((param) =>
  query.selectFrom('case_state').select('state').where('seq', '=', param('seq')),
)
