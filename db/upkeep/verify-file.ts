import type { Connection } from '../connection.ts'
import { toStoreError } from '../store-error.ts'
import type { ProblemList } from './problems.ts'

/** Every page and its seal, every index against its table, every row that names another. */
export const verifyFile = ({ database }: Connection, problems: ProblemList): void => {
  try {
    for (const line of rows(database.pragma('integrity_check(100)'))) {
      const text = String(Object.values(line)[0])
      if (text !== 'ok') problems.add('page_damaged', 'file', text)
    }
    for (const { table, parent } of rows(database.pragma('foreign_key_check'))) {
      problems.add('reference_broken', String(table), `names a row of ${String(parent)} that is not there`)
    }
  } catch (error) {
    throw toStoreError(error)
  }
}

const rows = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : [])
