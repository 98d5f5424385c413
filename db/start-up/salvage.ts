import { openSealed } from '../connect.ts'
import type { CopyKey } from '../backup/copy.ts'
import type { JournalOperation } from '../journal/entry.ts'
import { chainHash } from '../log/chain.ts'
import { genesisHash } from '../../contract/operation.ts'
import type { SqliteDatabase } from '../sqlite.ts'
import { bytesToHex, bytesToUuid } from '../uuid.ts'

/** What can still be read of a damaged database. */
export interface Salvaged {
  /** Own operations whose hash is right; the journal has them too, unless it is damaged as well. */
  readonly operations: readonly JournalOperation[]
  /** Forms that were begun: they are nowhere else. Null when they cannot be read. */
  readonly drafts: readonly Readonly<Record<string, unknown>>[] | null
  /** Which papers belong to them; the bytes are files of their own. */
  readonly draftFiles: readonly Readonly<Record<string, unknown>>[]
}

/** Reads without changing anything. Whatever cannot be read is passed over. */
export const salvage = (path: string, key: CopyKey): Salvaged => {
  const database = attempt(() => openSealed(path, { ...key, readonly: true }))
  if (database === null) return { operations: [], drafts: null, draftFiles: [] }
  try {
    return {
      operations: ownOperations(database),
      drafts: tableOf(database, 'draft'),
      draftFiles: tableOf(database, 'draft_file') ?? [],
    }
  } finally {
    attempt(() => database.close())
  }
}

const ownOperations = (database: SqliteDatabase): JournalOperation[] => {
  const highest = Number(rowsOf(database, 'SELECT max(n) AS n FROM operation')[0]?.['n'] ?? 0)
  const found: JournalOperation[] = []
  const hashes = new Map<string, string>()
  for (let from = 1; from <= highest; from += span) {
    for (const row of spanOf(database, from)) {
      const { inc, seq, hash, canon } = row
      if (!(inc instanceof Uint8Array) || !(hash instanceof Uint8Array)) continue
      if (typeof seq !== 'number' || typeof canon !== 'string') continue
      const one = { inc: bytesToUuid(inc), seq, hash: bytesToHex(hash), canon }
      hashes.set(`${one.inc} ${String(seq)}`, one.hash)
      const before = seq === 1 ? genesisHash : hashes.get(`${one.inc} ${String(seq - 1)}`)
      if (before !== undefined && chainHash(before, canon) === one.hash) found.push(one)
    }
  }
  return found
}

const span = 200

/** A page that cannot be read costs the rows on it, not those beside it. */
const spanOf = (database: SqliteDatabase, from: number): readonly Readonly<Record<string, unknown>>[] => {
  const whole = attempt(() => database.prepare(inSpan).all(from, from + span - 1))
  if (whole !== null) return whole.map(asRow)
  return Array.from({ length: span }, (_, at) => from + at).flatMap((n) =>
    (attempt(() => database.prepare(inSpan).all(n, n)) ?? []).map(asRow),
  )
}

const inSpan = `SELECT origin.inc AS inc, operation.seq AS seq, operation.hash AS hash, operation.canon AS canon
  FROM operation JOIN origin ON origin.n = operation.origin
  WHERE operation.n BETWEEN ? AND ? AND operation.status IS NOT NULL ORDER BY operation.n`

const tableOf = (database: SqliteDatabase, table: 'draft' | 'draft_file'): Salvaged['drafts'] =>
  attempt(() => database.prepare(`SELECT * FROM ${table}`).all())?.map(asRow) ?? null

const rowsOf = (database: SqliteDatabase, sql: string): readonly Readonly<Record<string, unknown>>[] =>
  (attempt(() => database.prepare(sql).all()) ?? []).map(asRow)

const asRow = (row: unknown): Readonly<Record<string, unknown>> => ({ ...Object(row) })

const attempt = <T>(work: () => T): T | null => {
  try {
    return work()
  } catch {
    return null
  }
}
