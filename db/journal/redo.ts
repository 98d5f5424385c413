import type { Operation } from '../../contract/operation.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import { noteCaseNo, noteLetterNo } from '../cases/counter.ts'
import type { Connection } from '../connection.ts'
import { discardDraft } from '../drafts/writer.ts'
import { lastLinkFact } from '../log/append.ts'
import { findOrigin, originOf } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { putAwayHash } from '../scope/put-away-links.ts'
import { named, statement } from '../statement.ts'
import { entityTypeOf } from '../sync/classify.ts'
import { touchedEntities } from '../sync/touched.ts'
import { hexToBytes, isUuid, uuidToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'
import type { JournalOperation } from './entry.ts'

export interface Redone {
  readonly count: number
  /** Whose place in their chain another act has taken. */
  readonly displaced: readonly Operation[]
}

/**
 * Puts operations of the journal that the database does not have into its log, byte for byte: these acts were done, so none is made anew
 * and nothing follows from them again. Inside a transaction. One that is here already is left as it is, so doing it twice is harmless.
 */
export const redo = (
  connection: Connection,
  scope: WriteScope,
  calendar: WorkCalendar,
  operations: Iterable<JournalOperation>,
): Redone => {
  const touched = touchedEntities(connection, scope, calendar)
  const displaced: Operation[] = []
  let count = 0
  for (const operation of operations) {
    // The seal of its frame, or its hash, says that this program wrote it.
    const envelope = operationOf(operation.canon)
    // Under whatever number: a chain that was begun anew keeps the ids.
    if (connection.first(byOp, { op: uuidToBytes(envelope.op) }) !== null) continue
    if (wasPutAway(connection, envelope)) continue
    if (isPlaceTaken(connection, envelope)) {
      displaced.push(envelope)
      continue
    }
    // Nothing in its place, and the server holds it safely: the log may let go of such.
    if (envelope.seq <= safeIn(connection, envelope.inc)) continue
    put(connection, envelope, operation)
    const type = entityTypeOf(envelope.kind)
    if (type === 'reference' || isUuid(envelope.entity)) touched.add(type, envelope.entity)
    count += 1
  }
  if (count > 0) {
    scope.touch('sync')
    connection.facts.delete(lastLinkFact)
    touched.refold()
  }
  return { count, displaced }
}

const safeIn = (connection: Connection, inc: string): number => {
  const meta = metaReader(connection)
  return meta.find('incarnation') === inc ? Number(meta.find('safe') ?? '0') : 0
}

/** RET-2: it was safe, and left this store. */
const wasPutAway = (connection: Connection, { device, inc, seq }: Operation): boolean => {
  const origin = findOrigin(connection, device, inc)
  return origin !== null && putAwayHash(connection, origin, seq) !== null
}

const isPlaceTaken = (connection: Connection, { device, inc, seq }: Operation): boolean => {
  const origin = findOrigin(connection, device, inc)
  return origin !== null && connection.first(byPlace, { origin, seq }) !== null
}

const put = (connection: Connection, envelope: Operation, { hash, canon }: JournalOperation): void => {
  connection.run(insert, {
    op: uuidToBytes(envelope.op),
    origin: originOf(connection, envelope.device, envelope.inc),
    seq: envelope.seq,
    entity: envelope.entity,
    kind: envelope.kind,
    hash: hexToBytes(hash),
    hlc: envelope.hlc,
    canon,
  })
  noteNumbers(connection, envelope)
  // The form that this act was made from is done with; a draft of another act has another id.
  if (isUuid(envelope.entity)) discardDraft(connection, envelope.entity, envelope.actor)
}

/** A number that was printed is never given again. */
export const noteNumbers = (connection: Connection, { center, data }: Pick<Operation, 'center' | 'data'>): void => {
  const { caseNo, letterNo } = { caseNo: null, letterNo: null, ...data }
  if (typeof caseNo === 'string') noteCaseNo(connection, caseNo)
  if (typeof letterNo === 'string') noteLetterNo(connection, center, letterNo)
}

const byOp = statement<{ op: Uint8Array }>()((param) =>
  query.selectFrom('operation').select('n').where('op', '=', param('op')),
)

const byPlace = statement<{ origin: number; seq: number }>()((param) =>
  query.selectFrom('operation').select('n').where('origin', '=', param('origin')).where('seq', '=', param('seq')),
)

type OwnRow = {
  readonly op: Uint8Array
  readonly origin: number
  readonly seq: number
  readonly entity: string
  readonly kind: string
  readonly hash: Uint8Array
  readonly hlc: string
  readonly canon: string
}

const insert = statement<OwnRow>()((param) =>
  query.insertInto('operation').values({
    ...named(param, ['op', 'origin', 'seq', 'entity', 'kind', 'hash', 'hlc', 'canon']),
    status: 'pending',
  }),
)
