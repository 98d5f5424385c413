import type { TimeMemory } from './attest/store-time.ts'
import type { SqliteDatabase, SqliteStatement } from './sqlite.ts'
import { type CompiledStatement, type SqlParams, type Statement, bind, ofManyRows } from './statement.ts'
import { toStoreError } from './store-error.ts'

/** One open SQLite database with its prepared statements. What it throws for a failing machine is a `StoreError`. */
export interface Connection {
  readonly database: SqliteDatabase
  readonly first: <P extends SqlParams, Row>(statement: Statement<P, Row>, params: P) => Row | null
  readonly all: <P extends SqlParams, Row>(statement: Statement<P, Row>, params: P) => Row[]
  /** Row by row, for results too large to hold. The store can do nothing else meanwhile. */
  readonly each: <P extends SqlParams, Row>(statement: Statement<P, Row>, params: P, visit: (row: Row) => void) => void
  readonly run: <P extends SqlParams>(statement: Statement<P, unknown>, params: P) => Changed
  /** An insert of one row, for each of these in their order; many of them with one call, which is a fifth of the work less. */
  readonly insertAll: <P extends SqlParams>(statement: Statement<P, unknown>, rows: readonly P[]) => void
  /**
   * Facts that every intake asks for and hardly anything changes (identity, numbers of origins). Right because this process alone writes;
   * emptied when a transaction rolls back.
   */
  readonly facts: Map<string, unknown>
  /** Counts what is written to cases and to the log, by whomever. */
  readonly revision: { matters: number }
  readonly time: TimeMemory
}

/** Cases that wait for their entry in the search index (search/unindexed.ts). */
export const unindexedFact = 'unindexed cases'

/** Cases as the page that was read last left them (sync/fold-memory.ts). */
export const foldMemoryFact = 'folded cases'

/** After a change in `meta`: all that may follow from it. Neither which cases wait for the index does, nor what was folded. */
export const forgetFactsOfMeta = ({ facts }: Connection): void => {
  for (const name of facts.keys()) if (name !== unindexedFact && name !== foldMemoryFact) facts.delete(name)
}

/** The value kept under `name`, worked out when it is not there. `T` is always the same for one name. */
export const remembered = <T>(connection: Connection, name: string, work: () => T): T => {
  const { facts } = connection
  if (facts.has(name)) return facts.get(name) as T
  const value = work()
  facts.set(name, value)
  return value
}

export interface Changed {
  readonly rows: number
  /** Of the last insert. */
  readonly rowid: number
}

interface Prepared {
  readonly statement: SqliteStatement
  readonly slots: CompiledStatement['slots']
  /** It changes a case, or the log that cases are folded from. */
  readonly ofMatters: boolean
}

/** How many rows go into one statement: as many of the largest as there are, then what is left. More than 32 gain nothing. */
const rowsAtOnce = [32, 16, 8, 4, 2, 1] as const

const writesMatters = /^(?:insert (?:or \w+ )?into|update|delete from) "(?:operation|cases|case_state|base_state)"/u

export const connectionOf = (database: SqliteDatabase): Connection => {
  const prepared = new Map<() => CompiledStatement, Prepared>()
  const prepare = (compiled: () => CompiledStatement): Prepared => {
    const known = prepared.get(compiled)
    if (known !== undefined) return known
    const { sql, slots } = compiled()
    const made = { statement: database.prepare(sql), slots, ofMatters: writesMatters.test(sql) }
    prepared.set(compiled, made)
    return made
  }
  const preparedRows = new Map<() => CompiledStatement, Map<number, Prepared>>()
  const prepareRows = (compiled: () => CompiledStatement, rows: number): Prepared => {
    const bySize = preparedRows.get(compiled) ?? new Map<number, Prepared>()
    preparedRows.set(compiled, bySize)
    const known = bySize.get(rows)
    if (known !== undefined) return known
    const { sql } = ofManyRows(compiled(), rows)
    const made = { statement: database.prepare(sql), slots: compiled().slots, ofMatters: writesMatters.test(sql) }
    bySize.set(rows, made)
    return made
  }
  const revision = { matters: 0 }
  return {
    database,
    facts: new Map(),
    revision,
    time: { boot: null, told: undefined },
    first: <P extends SqlParams, Row>({ compiled }: Statement<P, Row>, params: P) =>
      guarded(() => {
        const { statement, slots } = prepare(compiled)
        // The statement's type says what its columns are; STRICT tables hold nothing else.
        return (statement.get(...bind(slots, params)) ?? null) as Row | null
      }),
    all: <P extends SqlParams, Row>({ compiled }: Statement<P, Row>, params: P) =>
      guarded(() => {
        const { statement, slots } = prepare(compiled)
        return statement.all(...bind(slots, params)) as Row[]
      }),
    each: <P extends SqlParams, Row>({ compiled }: Statement<P, Row>, params: P, visit: (row: Row) => void) => {
      guarded(() => {
        const { statement, slots } = prepare(compiled)
        for (const row of statement.iterate(...bind(slots, params))) visit(row as Row)
      })
    },
    run: ({ compiled }, params) =>
      guarded(() => {
        const { statement, slots, ofMatters } = prepare(compiled)
        if (ofMatters) revision.matters++
        const { changes, lastInsertRowid } = statement.run(...bind(slots, params))
        return { rows: changes, rowid: Number(lastInsertRowid) }
      }),
    insertAll: ({ compiled }, rows) =>
      guarded(() => {
        let at = 0
        for (const size of rowsAtOnce) {
          while (rows.length - at >= size) {
            const { statement, slots, ofMatters } = prepareRows(compiled, size)
            if (ofMatters) revision.matters++
            statement.run(...rows.slice(at, at + size).flatMap((row) => bind(slots, row)))
            at += size
          }
        }
      }),
  }
}

/** Does what touches the disk; what goes wrong there comes out as a `StoreError`. */
export const guarded = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw toStoreError(error)
  }
}
