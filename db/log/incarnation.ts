import { canonicalJson } from '../../contract/canonical-json.ts'
import { genesisHash } from '../../contract/operation.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import type { Connection } from '../connection.ts'
import { dropBlocks } from '../leases/number-blocks.ts'
import { metaReader } from '../meta/reader.ts'
import { putMeta } from '../meta/writer.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid, hexToBytes, uuidToBytes } from '../uuid.ts'
import { chainHash } from './chain.ts'
import { formatBareTime, laterTime, parseTime } from './hlc.ts'
import { type BaseLink, baseOf, originOf, setBase } from './origin.ts'

/** `own_ack`: the last link that the server has confirmed. `nothing`: a server that does not even know that one. */
export type Continuing = 'own_ack' | 'nothing'

/**
 * SYN-27: a new chain in this file. It continues at the last confirmed link; every own operation that has no verdict moves into it, with
 * the id and the data it had, and its old text is kept. Nothing that a person did is changed. Answers how many moved.
 */
export const beginIncarnation = (connection: Connection, inc: string, continuing: Continuing | BaseLink): number => {
  const meta = metaReader(connection)
  const device = meta.findDevice()
  const before = meta.find('incarnation')
  if (device === null || before === null) throw new Error('the store has no device identity: enrol or init it first')
  const old = originOf(connection, device.device, before)
  const confirmed = () => lastConfirmed(connection, old, before, Number(meta.find('ack') ?? '0'))
  const base = typeof continuing === 'object' ? continuing : continuing === 'nothing' ? null : confirmed()
  const origin = originOf(connection, device.device, inc)
  if (base !== null) setBase(connection, origin, base)
  keepClock(connection, old)
  // Another copy of this store may have given numbers of the same blocks.
  dropBlocks(connection)
  let at = { seq: 0, hash: base?.hash ?? genesisHash }
  const waiting = connection.all(ownWaiting, { device: uuidToBytes(device.device) })
  for (const row of waiting) {
    connection.run(keepText, { op: row.op, origin: row.origin, seq: row.seq, hash: row.hash, canon: row.canon })
    const canon = canonicalJson({ ...operationOf(row.canon), inc, seq: at.seq + 1 })
    at = { seq: at.seq + 1, hash: chainHash(at.hash, canon) }
    connection.run(moveTo, { n: row.n, origin, seq: at.seq, hash: hexToBytes(at.hash), canon })
  }
  putMeta(connection, 'ack', '0')
  putMeta(connection, 'safe', '0')
  // Empties the facts too: own origin, last link and incarnation are other ones now.
  putMeta(connection, 'incarnation', inc)
  return waiting.length
}

/** The first operation of the new chain comes after the last of the old one. */
const keepClock = (connection: Connection, origin: number): void => {
  const own = parseTime(connection.first(lastClock, { origin })?.hlc ?? '')
  const newest = laterTime(own, parseTime(metaReader(connection).find('hlc_seen') ?? ''))
  if (newest !== null) putMeta(connection, 'hlc_seen', formatBareTime(newest))
}

const lastConfirmed = (connection: Connection, origin: number, inc: string, ack: number): BaseLink | null => {
  if (ack === 0) return baseOf(connection, origin)
  const link = connection.first(hashOf, { origin, seq: ack })
  return link === null ? null : { inc, seq: ack, hash: bytesToHex(link.hash) }
}

/** Earlier incarnations of this device that hold operations, oldest first. */
export const earlierIncarnations = (connection: Connection): readonly string[] => {
  const meta = metaReader(connection)
  const device = meta.findDevice()
  const inc = meta.find('incarnation')
  if (device === null || inc === null) return []
  return connection
    .all(ownOrigins, { device: uuidToBytes(device.device) })
    .map((row) => bytesToUuid(row.inc))
    .filter((each) => each !== inc)
}

const lastClock = statement<{ origin: number }>()((param) =>
  query.selectFrom('operation').select('hlc').where('origin', '=', param('origin')).orderBy('seq', 'desc').limit(1),
)

const ownOrigins = statement<{ device: Uint8Array }>()((param) =>
  query.selectFrom('origin').select('inc').where('device', '=', param('device')).orderBy('n'),
)

/** In the order they were made: rows keep their number when they move. */
const ownWaiting = statement<{ device: Uint8Array }>()((param) =>
  query
    .selectFrom('operation')
    .innerJoin('origin', 'origin.n', 'operation.origin')
    .select(['operation.n', 'operation.op', 'operation.origin', 'operation.seq', 'operation.hash', 'operation.canon'])
    .where('origin.device', '=', param('device'))
    .where('operation.status', 'is not', null)
    .where('operation.cseq', 'is', null)
    .orderBy('operation.n'),
)

const hashOf = statement<{ origin: number; seq: number }>()((param) =>
  query.selectFrom('operation').select('hash').where('origin', '=', param('origin')).where('seq', '=', param('seq')),
)

type OldText = {
  readonly op: Uint8Array
  readonly origin: number
  readonly seq: number
  readonly hash: Uint8Array
  readonly canon: string
}

const keepText = statement<OldText>()((param) =>
  query
    .insertInto('superseded_operation')
    .orIgnore()
    .values({ ...named(param, ['op', 'origin', 'seq', 'hash', 'canon']), why: 'rechained' }),
)

type NewPlace = {
  readonly n: number
  readonly origin: number
  readonly seq: number
  readonly hash: Uint8Array
  readonly canon: string
}

const moveTo = statement<NewPlace>()((param) =>
  query
    .updateTable('operation')
    .set({
      origin: param('origin'),
      seq: param('seq'),
      hash: param('hash'),
      canon: param('canon'),
      status: 'pending',
    })
    .where('n', '=', param('n')),
)
