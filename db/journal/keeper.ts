import { type Connection, remembered } from '../connection.ts'
import { lastLinkFact } from '../log/append.ts'
import { findOwnOrigin } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { bytesToHex } from '../uuid.ts'
import type { JournalEntry, JournalOperation } from './entry.ts'
import type { Journal } from './journal.ts'
import { identityOf, standingOf } from './standing.ts'

/** Puts what a transaction adds into the journal before the transaction is committed. */
export interface JournalKeeper {
  /** Throws `read_only` when nothing may be written any more. */
  readonly expectWritable: () => void
  /**
   * Inside the transaction, as its last step. Answers how to undo it when COMMIT fails; null when the transaction made nothing of this
   * desk's own.
   */
  readonly beforeCommit: () => (() => void) | null
}

/** @param expectRoom throws when the disk has no room for another act; asked only when there is one */
export const journalKeeper = (connection: Connection, journal: Journal, expectRoom: () => void): JournalKeeper => ({
  expectWritable: journal.expectWritable,
  beforeCommit: () => {
    const operations = ownSince(connection, journal)
    const entries: JournalEntry[] = []
    const standing = () => standingOf(connection, journal.tip())
    if (metaReader(connection).findDevice() !== null && journal.identity() !== identityText(connection))
      entries.push({ type: 'standing', standing: standing() })
    if (operations.length > 0) {
      expectRoom()
      entries.push({ type: 'operations', operations })
    }
    if (entries.length === 0) return null
    journal.append(entries, standing)
    return journal.takeBack
  },
})

/** Whatever changes it empties the facts. */
const identityText = (connection: Connection): string =>
  remembered(connection, 'journal identity', () => JSON.stringify(identityOf(connection)))

/** Own operations that the journal does not have yet, in the order of their chain. */
export const ownSince = (connection: Connection, journal: Journal, limit = noLimit): readonly JournalOperation[] => {
  const origin = findOwnOrigin(connection)
  const inc = metaReader(connection).find('incarnation')
  if (origin === null || inc === null) return []
  const tip = journal.tip()
  const after = tip?.inc === inc ? tip.seq : 0
  // Known after every intake; without it the index is asked.
  const last = connection.facts.get(lastLinkFact)
  if (isLink(last) && last.seq === after) return []
  return connection
    .all(ownAfter, { origin, after, limit })
    .map(({ seq, hash, canon }) => ({ inc, seq, hash: bytesToHex(hash), canon }))
}

const noLimit = 2_147_483_647

const isLink = (value: unknown): value is { readonly seq: number } =>
  typeof value === 'object' && value !== null && 'seq' in value

const ownAfter = statement<{ origin: number; after: number; limit: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['seq', 'hash', 'canon'])
    .where('origin', '=', param('origin'))
    .where('seq', '>', param('after'))
    .orderBy('seq')
    .limit(param('limit')),
)

/** For the test of their plans. */
export const journalStatements = { ownAfter } as const
