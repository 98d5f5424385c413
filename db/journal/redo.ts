import { type Operation, OperationSchema } from '../../contract/operation.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { noteCaseNo, noteLetterNo } from '../cases/counter.ts'
import type { Connection } from '../connection.ts'
import { discardDraft } from '../drafts/writer.ts'
import { lastLinkFact } from '../log/append.ts'
import { findOrigin, originOf } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { entityTypeOf } from '../sync/classify.ts'
import { touchedEntities } from '../sync/touched.ts'
import { hexToBytes, isUuid, uuidToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'
import type { JournalOperation } from './entry.ts'

/**
 * Puts operations of the journal that the database does not have into its log, byte for byte: these acts were done, so none is made anew
 * and nothing follows from them again. Inside a transaction. Answers how many; one that is here already is left as it is, so doing it
 * twice is harmless.
 */
export const redo = (
  connection: Connection,
  scope: WriteScope,
  calendar: WorkCalendar,
  operations: Iterable<JournalOperation>,
): number => {
  const touched = touchedEntities(connection, scope, calendar)
  let redone = 0
  for (const operation of operations) {
    const envelope = envelopeOf(operation)
    if (envelope === null || isKnown(connection, envelope) || isLetGo(connection, envelope)) continue
    put(connection, envelope, operation)
    const type = entityTypeOf(envelope.kind)
    if (type === 'reference' || isUuid(envelope.entity)) touched.add(type, envelope.entity)
    redone += 1
  }
  if (redone > 0) {
    scope.touch('sync')
    connection.facts.delete(lastLinkFact)
    touched.refold()
  }
  return redone
}

/** True when the operation is in the log, under whatever number: a chain that was begun anew keeps the ids. */
const isKnown = (connection: Connection, envelope: Operation): boolean =>
  connection.first(byOp, { op: uuidToBytes(envelope.op) }) !== null || isPlaceTaken(connection, envelope)

const isPlaceTaken = (connection: Connection, { device, inc, seq }: Operation): boolean => {
  const origin = findOrigin(connection, device, inc)
  return origin !== null && connection.first(byPlace, { origin, seq }) !== null
}

/** The server holds it safely, and nothing stands in its place here: the log may let go of such. */
export const isLetGo = (connection: Connection, envelope: Operation): boolean => {
  const meta = metaReader(connection)
  const safe = meta.find('incarnation') === envelope.inc ? Number(meta.find('safe') ?? '0') : 0
  return envelope.seq <= safe && !isPlaceTaken(connection, envelope)
}

/** Null for what is no operation; the seal of its frame says that this program wrote it, so it never is. */
export const envelopeOf = ({ canon }: Pick<JournalOperation, 'canon'>): Operation | null => {
  try {
    return OperationSchema.safeParse(JSON.parse(canon)).data ?? null
  } catch {
    return null
  }
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
