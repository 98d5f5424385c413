import { type Operation, genesisHash } from '../../contract/operation.ts'
import type { PulledOperation } from '../../contract/sync.ts'
import { noteCaseNo, noteLetterNo } from '../cases/counter.ts'
import type { Connection } from '../connection.ts'
import { lastLinkFact } from '../log/append.ts'
import { chainHash } from '../log/chain.ts'
import { originOf } from '../log/origin.ts'
import type { HeldReason } from '../log/reader.ts'
import { bytesToHex, hexToBytes, isUuid, uuidToBytes } from '../uuid.ts'
import { classify } from './classify.ts'
import { commitOwn, hashAt, insertPulled, knownOperation, putQuarantine } from './statements.ts'
import type { Touched } from './touched.ts'

export interface TakenIn {
  readonly type: 'taken' | 'held' | 'forked'
  /** Null for a text that is no operation. */
  readonly op: string | null
  readonly hlc: string | null
}

/**
 * Puts one pulled operation into the log, or, when it is here already, its verdict beside it. What cannot stand in the log — no
 * operation at all, an id or a place in a chain that is taken by another text — is kept raw in `quarantine`.
 */
export const takeIn = (connection: Connection, touched: Touched, center: string, pulled: PulledOperation): TakenIn => {
  const classified = classify(pulled.canon)
  if (classified.type === 'unreadable') {
    quarantine(connection, center, pulled)
    return { type: 'held', op: null, hlc: null }
  }
  const { type, envelope, held } = classified
  const { op, hlc } = envelope
  const origin = originOf(connection, envelope.device, envelope.inc)
  const known = connection.all(knownOperation, { op: uuidToBytes(op), origin, seq: envelope.seq })
  const same = known.find(({ hash }) => bytesToHex(hash) === pulled.hash)
  if (same !== undefined) {
    const { cseq, verdict, reason, committedAt } = pulled
    if (same.cseq === cseq && same.verdict === verdict) return { type: 'taken', op, hlc }
    connection.run(commitOwn, { n: same.n, cseq, verdict, reason, committedAt })
  } else if (known.length > 0 || breaksChain(connection, origin, envelope, pulled)) {
    quarantine(connection, center, pulled)
    return { type: 'forked', op, hlc }
  } else {
    insert(connection, origin, envelope, pulled, held)
  }
  const foldable = type === 'reference' ? held === null : isUuid(envelope.entity)
  if (foldable) touched.add(type, envelope.entity)
  return { type: held === null ? 'taken' : 'held', op, hlc }
}

/** Asked only where its predecessor is here, or it is the first: a device does not see every operation of every other. */
const breaksChain = (connection: Connection, origin: number, { seq }: Operation, pulled: PulledOperation): boolean => {
  const before = connection.first(hashAt, { origin, seq: seq - 1 })
  const prevHash = seq === 1 ? genesisHash : before === null ? null : bytesToHex(before.hash)
  return prevHash !== null && chainHash(prevHash, pulled.canon) !== pulled.hash
}

const insert = (
  connection: Connection,
  origin: number,
  envelope: Operation,
  pulled: PulledOperation,
  held: HeldReason | null,
): void => {
  connection.run(insertPulled, {
    op: uuidToBytes(envelope.op),
    origin,
    seq: envelope.seq,
    entity: envelope.entity,
    kind: envelope.kind,
    hash: hexToBytes(pulled.hash),
    hlc: envelope.hlc,
    cseq: pulled.cseq,
    verdict: pulled.verdict,
    reason: pulled.reason,
    committed_at: pulled.committedAt,
    held,
    canon: pulled.canon,
  })
  connection.facts.delete(lastLinkFact)
  const caseNo = envelope.data['caseNo']
  // Whatever its verdict: a number that was printed is never given again.
  if (typeof caseNo === 'string') noteCaseNo(connection, caseNo)
  const letterNo = envelope.data['letterNo']
  if (typeof letterNo === 'string') noteLetterNo(connection, envelope.center, letterNo)
}

const quarantine = (connection: Connection, center: string, pulled: PulledOperation): void => {
  connection.run(putQuarantine, {
    center,
    cseq: pulled.cseq,
    raw: pulled.canon,
    hash: hexToBytes(pulled.hash),
    verdict: pulled.verdict,
    committed_at: pulled.committedAt,
  })
}
