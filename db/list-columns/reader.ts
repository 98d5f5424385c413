import { z } from 'zod'
import { type CaseColumnId, caseColumnIds } from '../../contract/queries/case-library.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

export interface ListColumnsReader {
  /** Null = never chosen, or nothing of it is known to this version of the program. */
  readonly find: (staffId: string) => readonly CaseColumnId[] | null
}

export const listColumnsReader = (connection: Connection): ListColumnsReader => ({
  find: (staffId) => {
    const kept = connection.first(ofStaff, { staffId })
    return kept === null ? null : known(JSON.parse(kept.columns))
  },
})

const known = (value: unknown): readonly CaseColumnId[] | null => {
  const read = z.array(z.string()).safeParse(value)
  const named = new Set(read.success ? read.data : [])
  const ids = [...named].flatMap((name) => caseColumnIds.find((id) => id === name) ?? [])
  return ids.length === 0 ? null : ids
}

const ofStaff = statement<{ staffId: string }>()((param) =>
  query.selectFrom('list_columns').select('columns').where('staff_id', '=', param('staffId')),
)
