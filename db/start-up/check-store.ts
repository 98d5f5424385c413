import { statSync } from 'node:fs'
import type { Connection } from '../connection.ts'
import { chainHash } from '../log/chain.ts'
import { findOwnOrigin, hashBeforeFirst } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { StoreError, toStoreError } from '../store-error.ts'
import { bytesToHex } from '../uuid.ts'

/** 35,000 cases or so, some tenths of a second. Larger files are read through when nobody waits (nightly-upkeep.ts). */
const readAtOpening = 268_435_456

/** Own operations whose hashes are counted again at each start; `verify` counts all. */
const linksAtOpening = 2000

export type FileCheck = 'quick_check' | 'integrity_check'

/**
 * What is looked at before a store is opened. Throws `StoreError` `damaged`.
 *
 * @param suspect damage was met at work: everything is read, however long it takes
 */
export const checkStore = (connection: Connection, path: string, suspect: boolean): void => {
  if (suspect) checkFile(connection, 'integrity_check')
  else if (statSync(path).size <= readAtOpening) checkFile(connection, 'quick_check')
  checkOwnLinks(connection)
}

/** Reads every page; the seals of the pages are checked with it. */
export const checkFile = ({ database }: Connection, check: FileCheck): void => {
  try {
    const first = database.pragma(`${check}(1)`, { simple: true })
    if (first !== 'ok') throw new StoreError('damaged', `${check}: ${String(first)}`)
  } catch (error) {
    throw toStoreError(error)
  }
}

/** A text that changed under a page whose seal is right passes every check of SQLite; its hash does not. */
const checkOwnLinks = (connection: Connection): void => {
  const origin = findOwnOrigin(connection)
  if (origin === null) return
  const safe = Number(metaReader(connection).find('safe') ?? '0')
  const last = connection.first(lastSeq, { origin })?.seq ?? 0
  let before: { readonly seq: number; readonly hash: string } | null = null
  for (const row of connection.all(linksFrom, { origin, from: Math.max(safe, last - linksAtOpening) })) {
    const hash = bytesToHex(row.hash)
    if (before !== null && row.seq !== before.seq + 1)
      throw new StoreError('damaged', `own operation ${String(before.seq + 1)} is missing`)
    const prevHash: string | null =
      before?.seq === row.seq - 1 ? before.hash : row.seq === 1 ? hashBeforeFirst(connection, origin) : null
    if (prevHash !== null && chainHash(prevHash, row.canon) !== hash)
      throw new StoreError('damaged', `own operation ${String(row.seq)} is not what its hash says`)
    before = { seq: row.seq, hash }
  }
}

const lastSeq = statement<{ origin: number }>()((param) =>
  query.selectFrom('operation').select('seq').where('origin', '=', param('origin')).orderBy('seq', 'desc').limit(1),
)

const linksFrom = statement<{ origin: number; from: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['seq', 'hash', 'canon'])
    .where('origin', '=', param('origin'))
    .where('seq', '>=', param('from'))
    .orderBy('seq'),
)
