import { sql } from 'kysely'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { PulledOperation } from '../../contract/sync.ts'
import { noteCaseNo, noteLetterNo } from '../cases/counter.ts'
import type { Connection } from '../connection.ts'
import { type BaseState, dropBaseStates, endOfNames, putBaseState } from '../log/base-state.ts'
import { putMeta } from '../meta/writer.ts'
import { findOwnOrigin } from '../log/origin.ts'
import { query } from '../query.ts'
import { deleteOperation, putAwayOperation } from '../scope/delete-operations.ts'
import { dropHeadRuns, putHeadRuns } from '../scope/head-runs.ts'
import { statement } from '../statement.ts'
import { bytesToHex, hexToBytes, isUuid } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'
import { advanceAck } from './ack.ts'
import { classify, entityTypeOf, envelopesOf } from './classify.ts'
import { closeBases } from './find-base.ts'
import { knownRows } from './known-rows.ts'
import { dropQuarantineWithin, putCursor } from './statements.ts'
import { takeIn } from './take-in.ts'
import { touchedEntities } from './touched.ts'

/** A stretch of the entities of a center as they were at a commit number. */
export interface SnapshotPiece {
  readonly center: string
  readonly at: number
  /** Rolling hash there. */
  readonly head: string
  /** Entities above `after` as far as `next`; null = all that are left. */
  readonly after: string
  readonly next: string | null
  readonly states: readonly Omit<BaseState, 'cseq'>[]
  readonly ops: readonly PulledOperation[]
}

/**
 * SYN-60: what the server says of a stretch of entities takes the place of what is known of them up to its commit number. Own operations
 * stay. The last piece moves the cursor: until then the snapshot may break off anywhere and be begun anew, or gone on with.
 */
export const applySnapshot = (
  connection: Connection,
  scope: WriteScope,
  calendar: WorkCalendar,
  piece: SnapshotPiece,
): void => {
  const { center, at, after, next } = piece
  // SYN-102: what of it is this device's, comes again.
  if (after === '' && connection.run(dropQuarantineWithin, { center, from: 1, to: at }).rows > 0)
    putMeta(connection, 'to_overwrite', '1')
  const touched = touchedEntities(connection, scope, calendar)
  const given = new Set(piece.ops.map(({ hash }) => hash))
  const range = { after, through: next ?? endOfNames, at }
  const ownChain = findOwnOrigin(connection)
  for (const { n, origin, hash, entity, kind } of connection.all(othersWithin, range)) {
    if (given.has(bytesToHex(hash))) continue
    // A copy of this device may have written it, into the chain that goes on here: its link stays.
    if (origin === ownChain) putAwayOperation(connection, n)
    else deleteOperation(connection, n)
    const type = entityTypeOf(kind)
    if (type === 'reference' || isUuid(entity)) touched.add(type, entity)
  }
  const known = new Set(piece.states.map(({ entity }) => entity))
  for (const { n, hash, entity, kind } of connection.all(ownWithin, range)) {
    // Safe, and of a matter that is over for the server: alone it would be half of a story.
    if (known.has(entity) || given.has(bytesToHex(hash)) || !isUuid(entity)) continue
    putAwayOperation(connection, n)
    touched.add(entityTypeOf(kind), entity)
  }
  for (const { type, entity } of dropBaseStates(connection, after, next)) touched.add(type, entity)
  for (const state of piece.states) {
    putBaseState(connection, { ...state, cseq: at })
    noteNumbers(connection, center, state.state)
    touched.add(state.type, state.entity)
  }
  const read = piece.ops.map((pulled) => ({ pulled, classified: classify(pulled.canon) }))
  const rows = knownRows(
    connection,
    read.flatMap(({ classified }) => envelopesOf(classified)),
  )
  for (const { pulled, classified } of read) takeIn(connection, touched, rows, center, pulled, classified)
  rows.finish()
  closeBases(connection)
  if (next === null) {
    dropHeadRuns(connection, center, 0)
    putHeadRuns(connection, center, [{ from: 1, to: at, head: piece.head }])
    connection.run(putCursor, { center, cseq: at, head: hexToBytes(piece.head) })
    const own = findOwnOrigin(connection)
    if (own !== null) advanceAck(connection, own)
  }
  touched.refold()
}

/** A number that was printed is never given again. */
const noteNumbers = (connection: Connection, center: string, state: BaseState['state']): void => {
  if ('caseNo' in state) noteCaseNo(connection, state.caseNo)
  for (const { no } of state.documents) noteLetterNo(connection, center, no)
}

/** Nothing that a snapshot brought is known any more; the history is read from its start. */
export const forgetSnapshot = (connection: Connection, touched: ReturnType<typeof touchedEntities>): void => {
  for (const { type, entity } of dropBaseStates(connection, '', null)) touched.add(type, entity)
}

const othersWithin = statement<{ after: string; through: string; at: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['n', 'origin', 'hash', 'entity', 'kind'])
    .where('status', 'is', null)
    .where('cseq', '<=', param('at'))
    .where('entity', '>', param('after'))
    .where('entity', '<=', param('through')),
)

/** Without the end of a chain: the next act follows it. */
const ownWithin = statement<{ after: string; through: string; at: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['n', 'hash', 'entity', 'kind'])
    .where('status', '=', 'safe')
    .where('cseq', '<=', param('at'))
    .where('entity', '>', param('after'))
    .where('entity', '<=', param('through'))
    .where(sql<boolean>`seq < (select max(l.seq) from operation as l where l.origin = operation.origin)`),
)
