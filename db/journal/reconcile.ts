import type { Operation } from '../../contract/operation.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { Connection } from '../connection.ts'
import { appendOperation } from '../log/append.ts'
import { findOwnOrigin } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { StoreError, toStoreError } from '../store-error.ts'
import { entityTypeOf } from '../sync/classify.ts'
import { touchedEntities } from '../sync/touched.ts'
import { bytesToHex, bytesToUuid, isUuid, uuidToBytes } from '../uuid.ts'
import { type WriteScope, writeScope } from '../write-scope.ts'
import type { JournalOperation, JournalTip } from './entry.ts'
import type { Journal } from './journal.ts'
import { ownSince } from './keeper.ts'
import type { JournalDamage } from './read-journal.ts'
import { noteNumbers, redo } from './redo.ts'
import { standingOf } from './standing.ts'

export interface Reconciled {
  /** Operations that the journal had and the database had not. */
  readonly redone: number
  /** Operations that the database had and the journal had not. */
  readonly rewritten: number
  readonly damage: readonly JournalDamage[]
}

/**
 * Brings database and journal to the same state when the store opens. The journal ahead: its operations are put into the log. The database
 * ahead: the journal gets them. Damage in the journal: what can be read of it is used, its files are moved to `aside`, and a new one is
 * written from the database.
 */
export const reconcile = (
  connection: Connection,
  calendar: WorkCalendar,
  journal: Journal,
  aside: string,
): Reconciled => {
  const damage = journal.damage()
  if (damage.length === 0 && sameTip(journal.tip(), ownTip(connection))) return { redone: 0, rewritten: 0, damage }
  const redone = redoAll(connection, calendar, journal)
  // An append that was cut off is no damage: its transaction was never committed.
  const cutOff = damage.length === 1 && damage[0]?.atEnd === true
  const sound = damage.length === 0 || (cutOff && ownSince(connection, journal, 1).length === 0)
  if (!sound || journal.tip() === null || !follows(connection, journal)) {
    return { redone, rewritten: unlessFull(() => beginAnew(connection, journal, aside)), damage }
  }
  if (cutOff) journal.clearEnd()
  return { redone, rewritten: unlessFull(() => appendAll(connection, journal)), damage: [] }
}

/** A full disk must not hide what is on it: the store opens, and the next act is refused until the journal has been written. */
const unlessFull = (write: () => number): number => {
  try {
    return write()
  } catch (error) {
    if (error instanceof StoreError && error.code === 'disk_full') return 0
    throw error
  }
}

/** True when the chain of the database goes on from the end of the journal. */
const follows = (connection: Connection, journal: Journal): boolean => {
  const tip = journal.tip()
  const origin = findOwnOrigin(connection)
  if (tip === null || tip.inc !== metaReader(connection).find('incarnation')) return true
  const there = origin === null ? null : connection.first(hashAt, { origin, seq: tip.seq })
  return there !== null && bytesToHex(there.hash) === tip.hash
}

/** What is in the journal and not in the log. Many at once, as after a loss of the database, in several transactions. */
export const redoAll = (
  connection: Connection,
  calendar: WorkCalendar,
  journal: Pick<Journal, 'entries'>,
  tell: (done: number) => void = () => undefined,
): number => {
  let redone = 0
  let seen = 0
  for (const batch of batchesOf(journal)) {
    redone += inTransaction(connection, (scope) => {
      const { count, displaced } = redo(connection, scope, calendar, batch)
      chainAgain(connection, scope, calendar, displaced)
      return count + displaced.length
    })
    seen += batch.length
    tell(seen)
  }
  return redone
}

/**
 * Acts whose place in the chain another act has taken: a database that was put back went on without this journal. They go to the end of the
 * chain under their own ids; the server tells what has become of them.
 */
const chainAgain = (
  connection: Connection,
  scope: WriteScope,
  calendar: WorkCalendar,
  displaced: readonly Operation[],
): void => {
  if (displaced.length === 0) return
  const touched = touchedEntities(connection, scope, calendar)
  // The journal may hold one under two chains.
  for (const envelope of new Map(displaced.map((each) => [each.op, each])).values()) {
    const { op, entity, kind, kver, base, data, actor, session, wall, mono } = envelope
    noteNumbers(connection, envelope)
    appendOperation(connection, { op, entity, kind, kver, base, data, actor, session, wall, mono })
    const type = entityTypeOf(kind)
    if (type === 'reference' || isUuid(entity)) touched.add(type, entity)
  }
  touched.refold()
}

/** End of the own chain in the database. */
export const ownTip = (connection: Connection): JournalTip | null => {
  const origin = findOwnOrigin(connection)
  const inc = metaReader(connection).find('incarnation')
  const last = origin === null ? null : connection.first(lastLink, { origin })
  return last === null || inc === null ? null : { inc, seq: last.seq, hash: bytesToHex(last.hash) }
}

const sameTip = (a: JournalTip | null, b: JournalTip | null): boolean =>
  a?.inc === b?.inc && a?.seq === b?.seq && a?.hash === b?.hash

const appendAll = (connection: Connection, journal: Journal): number => {
  let written = 0
  for (;;) {
    const operations = ownSince(connection, journal, batchSize)
    if (operations.length === 0) return written
    journal.append([{ type: 'operations', operations }], () => standingOf(connection, journal.tip()))
    written += operations.length
  }
}

/** Every own operation that the server does not hold safely, whatever incarnation made it. Cut short, the next opening does the rest. */
const beginAnew = (connection: Connection, journal: Journal, aside: string): number => {
  journal.startOver(aside)
  const device = metaReader(connection).findDevice()
  if (device === null) return 0
  let written = 0
  for (let after = 0; ;) {
    const rows = connection.all(unsafeAfter, { after, device: uuidToBytes(device.device), limit: batchSize })
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.n
    const operations = rows.map(({ inc, seq, hash, canon }) => ({
      inc: bytesToUuid(inc),
      seq,
      hash: bytesToHex(hash),
      canon,
    }))
    journal.append([{ type: 'operations', operations }], () => standingOf(connection, journal.tip()))
    written += operations.length
  }
  const tip = ownTip(connection)
  // Nothing of what is safe was written, and yet the next act follows the last one.
  if (!sameTip(journal.tip(), tip)) {
    const standing = standingOf(connection, tip)
    journal.append([{ type: 'standing', standing }], () => standing)
  }
  return written
}

const batchSize = 1000

function* batchesOf(journal: Pick<Journal, 'entries'>): Generator<readonly JournalOperation[]> {
  let batch: JournalOperation[] = []
  for (const entry of journal.entries()) {
    if (entry.type !== 'operations') continue
    batch.push(...entry.operations)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Without the journal's own record of it: what is written here is in the journal, or is written there next. */
export const inTransaction = <T>(connection: Connection, work: (scope: WriteScope) => T): T => {
  const { database } = connection
  const scope = writeScope()
  try {
    database.exec('BEGIN IMMEDIATE')
    const result = work(scope)
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    connection.facts.clear()
    throw toStoreError(error)
  } finally {
    scope.end()
  }
}

const lastLink = statement<{ origin: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['seq', 'hash'])
    .where('origin', '=', param('origin'))
    .orderBy('seq', 'desc')
    .limit(1),
)

const hashAt = statement<{ origin: number; seq: number }>()((param) =>
  query.selectFrom('operation').select('hash').where('origin', '=', param('origin')).where('seq', '=', param('seq')),
)

const unsafeAfter = statement<{ after: number; device: Uint8Array; limit: number }>()((param) =>
  query
    .selectFrom('operation')
    .innerJoin('origin', 'origin.n', 'operation.origin')
    .select(['operation.n', 'origin.inc', 'operation.seq', 'operation.hash', 'operation.canon'])
    .where('operation.n', '>', param('after'))
    .where('operation.status', 'in', ['pending', 'sent', 'committed'])
    .where('origin.device', '=', param('device'))
    .orderBy('operation.n')
    .limit(param('limit')),
)
