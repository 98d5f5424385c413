// A store as an older version left it: the schema up to some step, on a real encrypted file.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../connect.ts'
import type { Connection } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { migrations } from './all.ts'

export interface OldStore {
  readonly connection: Connection
  readonly dir: string
  /** Rows of a query as plain objects. */
  readonly rows: (sql: string) => unknown[]
  readonly exec: (sql: string) => void
  /** Brings it to the step `id`. */
  readonly migrateTo: (id: number) => void
  readonly remove: () => void
}

/** The file as it was just before the migration `id`. */
export const storeBefore = (id: number, maxPages: number | null = null): OldStore => {
  const dir = mkdtempSync(join(tmpdir(), 'yichuang-migrate-'))
  const connection = connect(join(dir, 'desk.db'), { key: randomBytes(32), nativeBinding: null, maxPages })
  const migrateTo = (to: number): void => {
    migrate(
      connection,
      migrations.filter((step) => step.id <= to),
      join(dir, 'copies'),
    )
  }
  migrateTo(id - 1)
  return {
    connection,
    dir,
    rows: (sql) => connection.database.prepare(sql).all(),
    exec: (sql) => {
      connection.database.exec(sql)
    },
    migrateTo,
    remove: () => {
      connection.database.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Every table that holds rows of ours, with the words behind its closing bracket (`STRICT`, `WITHOUT ROWID`). */
export const tablesOf = (store: OldStore): Map<string, string> =>
  new Map(
    store
      .rows(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .map((row) => Object.values(Object(row)).map(String))
      .map(([name = '', sql = '']) => [name, sql.slice(sql.lastIndexOf(')') + 1).trim()]),
  )
