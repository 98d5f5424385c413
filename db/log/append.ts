import { canonicalJson } from '../../contract/canonical-json.ts'
import type { Operation } from '../../contract/operation.ts'
import { syncCaps } from '../../contract/sync.ts'
import { attestedTime } from '../attest/store-time.ts'
import { type Connection, remembered } from '../connection.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { bytesToHex, hexToBytes, uuidToBytes } from '../uuid.ts'
import { chainHash } from './chain.ts'
import { formatTime, laterTime, nextTime, parseTime } from './hlc.ts'
import { hashBeforeFirst, originOf } from './origin.ts'

/** What the maker of an operation knows; the log adds device, incarnation, seq, clock and hash. */
export interface NewOperation {
  /** UUIDv7. */
  readonly op: string
  readonly entity: string
  readonly kind: string
  readonly kver: number
  /** Version of the entity that the actor saw. */
  readonly base: number
  readonly data: object
  /** Staff id, or `system`. */
  readonly actor: string
  /** UUID of the sign-in, null from the command line. */
  readonly session: string | null
  /** Epoch milliseconds of the device. */
  readonly wall: number
  /** Milliseconds since the device started. */
  readonly mono: number
}

/** The operation is longer than the protocol carries, so the server could never take it. */
export class OperationTooLarge extends Error {
  constructor(length: number) {
    super(`operation of ${length} characters; at most ${syncCaps.bytesPerOperation} are carried`)
    this.name = 'OperationTooLarge'
  }
}

/**
 * Appends an own operation as `pending`: next seq of the chain, canonical text, hash over the one before. Inside a transaction.
 * Throws `OperationTooLarge`, and Error when the device has no identity yet.
 */
export const appendOperation = (connection: Connection, operation: NewOperation): Operation => {
  const meta = metaReader(connection)
  const device = meta.findDevice()
  const inc = meta.find('incarnation')
  if (device === null || inc === null) throw new Error('the store has no device identity: enrol or init it first')
  const origin = originOf(connection, device.device, inc)
  const last = remembered(connection, lastLinkFact, () => connection.first(lastLink, { origin }))
  const seen = laterTime(parseTime(last?.hlc ?? ''), parseTime(meta.find('hlc_seen') ?? ''))
  const envelope: Operation = {
    v: 1,
    op: operation.op,
    device: device.device,
    inc,
    seq: (last?.seq ?? 0) + 1,
    center: device.center,
    deviceNo: device.deviceNo,
    entity: operation.entity,
    kind: operation.kind,
    kver: operation.kver,
    base: operation.base,
    hlc: formatTime(nextTime(seen, operation.wall), device.deviceNo),
    wall: operation.wall,
    mono: operation.mono,
    ...attestedTime(connection, operation.mono),
    actor: operation.actor,
    session: operation.session,
    data: { ...operation.data },
  }
  const canon = canonicalJson(envelope)
  if (isTooLarge(canon)) throw new OperationTooLarge(canon.length)
  const hash = chainHash(last === null ? hashBeforeFirst(connection, origin) : bytesToHex(last.hash), canon)
  connection.run(insert, {
    op: uuidToBytes(envelope.op),
    origin,
    seq: envelope.seq,
    entity: envelope.entity,
    kind: envelope.kind,
    hash: hexToBytes(hash),
    hlc: envelope.hlc,
    canon,
  })
  connection.facts.set(lastLinkFact, { seq: envelope.seq, hash: hexToBytes(hash), hlc: envelope.hlc })
  return envelope
}

/** No character is longer than three bytes for each unit of its length, so most texts need not be measured. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > syncCaps.bytesPerOperation && Buffer.byteLength(text) > syncCaps.bytesPerOperation

/** Own operations come here alone, save those that a store put back from a copy gets back by a pull (sync/take-in.ts). */
export const lastLinkFact = 'last own link'

const lastLink = statement<{ origin: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['seq', 'hash', 'hlc'])
    .where('origin', '=', param('origin'))
    .orderBy('seq', 'desc')
    .limit(1),
)

interface OwnRow extends Record<string, string | number | Uint8Array> {
  op: Uint8Array
  origin: number
  seq: number
  entity: string
  kind: string
  hash: Uint8Array
  hlc: string
  canon: string
}

const insert = statement<OwnRow>()((param) =>
  query.insertInto('operation').values({
    ...named(param, ['op', 'origin', 'seq', 'entity', 'kind', 'hash', 'hlc', 'canon']),
    status: 'pending',
  }),
)
