import { type Operation, genesisHash } from '../../contract/operation.ts'
import { type PulledOperation, takesEffect } from '../../contract/sync.ts'
import { noteLetterNo } from '../cases/counter.ts'
import type { Connection } from '../connection.ts'
import { lastLinkFact } from '../log/append.ts'
import { chainHash } from '../log/chain.ts'
import { baseOf, setBase } from '../log/origin.ts'
import type { HeldReason } from '../log/reader.ts'
import { bytesToHex, hexToBytes, isUuid, uuidToBytes } from '../uuid.ts'
import { type Classified, entityTypeOf } from './classify.ts'
import { displace } from './displace.ts'
import { findBase, leaveOpen } from './find-base.ts'
import type { KnownRows } from './known-rows.ts'
import {
  commitOwn,
  dropQuarantine,
  knownOperation,
  putQuarantine,
  putSignature,
  setClock,
  showOtherwise,
  takeBack,
} from './statements.ts'
import type { Touched } from './touched.ts'

export interface TakenIn {
  readonly type: 'taken' | 'held' | 'forked'
  /** Null for a text that is no operation. */
  readonly op: string | null
  readonly hlc: string | null
}

/**
 * Puts one pulled operation into the log, or, when it is here already, its verdict beside it. What cannot stand in the log — no
 * operation at all, a place in a chain that is taken by another text, an id that is in force already — is kept raw in `quarantine`. An orphan
 * that comes again is an ordinary operation from here on, whether in its own chain or in another one (SYN-29).
 */
export const takeIn = (
  connection: Connection,
  touched: Touched,
  rows: KnownRows,
  center: string,
  pulled: PulledOperation,
  classified: Classified,
): TakenIn => {
  if (classified.type === 'unreadable') {
    quarantine(connection, center, pulled)
    return { type: 'held', op: null, hlc: null }
  }
  const { type, envelope, held } = classified
  const { op, hlc } = envelope
  const origin = rows.originOf(envelope)
  const isKnown = rows.has(origin, envelope)
  if (isKnown) rows.flush()
  const known = isKnown ? connection.all(knownOperation, { op: uuidToBytes(op), origin, seq: envelope.seq }) : []
  // SYN-102: read again, with what stood in its way gone.
  const place = (): void => {
    if (rows.isAnyRaw) connection.run(dropQuarantine, { center, cseq: pulled.cseq })
  }
  const same = known.find(({ hash }) => bytesToHex(hash) === pulled.hash)
  if (same !== undefined) {
    const { cseq, verdict, reason, committedAt } = pulled
    keepProof(connection, origin, envelope, pulled)
    if (same.hlc_eff === null && pulled.hlcEff !== '') connection.run(setClock, { n: same.n, hlcEff: pulled.hlcEff })
    if (same.redacted !== redactedOf(pulled) && same.status === null) {
      connection.run(showOtherwise, { n: same.n, canon: pulled.canon, redacted: redactedOf(pulled) })
    } else if (same.cseq === cseq && same.verdict === verdict) return { type: 'taken', op, hlc }
    place()
    connection.run(commitOwn, { n: same.n, cseq, verdict, reason, ref: refOf(pulled), committedAt })
  } else {
    const seat = known.find((row) => row.origin === origin && row.seq === envelope.seq)
    const inForce = known.some((row) => row.verdict !== null && takesEffect(row.verdict))
    const isTaken = seat !== undefined && (seat.status !== null || seat.cseq !== null)
    const isTwice = inForce && takesEffect(pulled.verdict)
    if (isTaken || isTwice || breaksChain(connection, rows, origin, envelope, pulled)) {
      quarantine(connection, center, pulled)
      return { type: 'forked', op, hlc }
    }
    if (seat !== undefined) {
      const entity = displace(connection, seat.n)
      if (isUuid(entity)) touched.add(entityTypeOf(seat.kind), entity)
    }
    place()
    insert(connection, rows, origin, envelope, pulled, held)
    keepProof(connection, origin, envelope, pulled)
  }
  const foldable = type === 'reference' ? held === null : isUuid(envelope.entity)
  if (foldable && (isKnown || held !== null)) touched.add(type, envelope.entity)
  else if (foldable) touched.append(type, envelope, pulled)
  return { type: held === null ? 'taken' : 'held', op, hlc }
}

/** Asked only where its predecessor is here, or it is the first: a device does not see every operation of every other. */
const breaksChain = (
  connection: Connection,
  rows: KnownRows,
  origin: number,
  { seq, device }: Operation,
  { canon, hash, redacted }: PulledOperation,
): boolean => {
  if (redacted === true) {
    // Its hash is that of a text that is not here; where its chain begins cannot be told either.
    if (seq === 1) connection.run(leaveOpen, { origin })
    return false
  }
  if (seq === 1) {
    rows.flush()
    return !beginsWell(connection, origin, device, canon, hash)
  }
  const before = rows.hashAt(origin, seq - 1)
  return before !== null && chainHash(before, canon) !== hash
}

/** SYN-27: at nothing, or at a link of an earlier incarnation of the same device, which is noted. */
const beginsWell = (connection: Connection, origin: number, device: string, canon: string, hash: string): boolean => {
  const known = baseOf(connection, origin)
  if (known !== null) return chainHash(known.hash, canon) === hash
  if (chainHash(genesisHash, canon) === hash) return true
  const base = findBase(connection, origin, device, canon, hash)
  if (base !== null) setBase(connection, origin, base)
  // While a restored server collects, a chain may come before the one that it continues (find-base.ts).
  else connection.run(leaveOpen, { origin })
  return true
}

const redactedOf = ({ redacted }: PulledOperation): 0 | 1 => (redacted === true ? 1 : 0)

const refOf = ({ ref }: PulledOperation): Uint8Array | null => (ref === null ? null : uuidToBytes(ref))

/** SYN-29: with it this device can prove the chain up to here to a server that has lost it. */
const keepProof = (
  connection: Connection,
  origin: number,
  { seq }: Operation,
  { sig, hash }: PulledOperation,
): void => {
  if (sig !== null) connection.run(putSignature, { origin, seq, hash: hexToBytes(hash), sig })
}

const insert = (
  connection: Connection,
  rows: KnownRows,
  origin: number,
  envelope: Operation,
  pulled: PulledOperation,
  held: HeldReason | null,
): void => {
  rows.put(envelope, pulled.hash, {
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
    ref: refOf(pulled),
    committed_at: pulled.committedAt,
    hlc_eff: pulled.hlcEff === '' ? null : pulled.hlcEff,
    held,
    canon: pulled.canon,
    redacted: redactedOf(pulled),
  })
  if (rows.isAnyPutAway) connection.run(takeBack, { origin, seq: envelope.seq })
  connection.facts.delete(lastLinkFact)
  const caseNo = envelope.data['caseNo']
  // Whatever its verdict: a number that was printed is never given again.
  if (typeof caseNo === 'string') rows.noteCaseNo(caseNo)
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
