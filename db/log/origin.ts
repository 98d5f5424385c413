import { type Connection, remembered } from '../connection.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid, hexToBytes, uuidToBytes } from '../uuid.ts'
import { genesisHash } from '../../contract/operation.ts'

/** Small number of a device and incarnation, or null when nothing of it is here yet. */
export const findOrigin = (connection: Connection, device: string, inc: string): number | null =>
  connection.first(byDevice, { device: uuidToBytes(device), inc: uuidToBytes(inc) })?.n ?? null

/** The same, made when missing. Inside a transaction only. */
export const originOf = (connection: Connection, device: string, inc: string): number =>
  remembered(
    connection,
    `origin ${device} ${inc}`,
    () =>
      findOrigin(connection, device, inc) ??
      connection.run(insert, { device: uuidToBytes(device), inc: uuidToBytes(inc) }).rowid,
  )

/** The link of an earlier incarnation that one continues (SYN-27). */
export interface BaseLink {
  readonly inc: string
  readonly seq: number
  /** Lower-case hex. */
  readonly hash: string
}

/** Null = it begins at nothing. */
export const baseOf = (connection: Connection, origin: number): BaseLink | null => {
  const row = connection.first(baseByOrigin, { origin })
  const { base_inc: inc, base_seq: seq, base_hash: hash } = row ?? { base_inc: null, base_seq: null, base_hash: null }
  return inc === null || seq === null || hash === null ? null : { inc: bytesToUuid(inc), seq, hash: bytesToHex(hash) }
}

/** Chain hash before the first operation of an incarnation. */
export const hashBeforeFirst = (connection: Connection, origin: number): string =>
  baseOf(connection, origin)?.hash ?? genesisHash

export const setBase = (connection: Connection, origin: number, { inc, seq, hash }: BaseLink): void => {
  connection.run(putBase, { origin, inc: uuidToBytes(inc), seq, hash: hexToBytes(hash) })
}

/** Of this device and this file; null before enrolment and before the first own operation. */
export const findOwnOrigin = (connection: Connection): number | null => {
  const known = connection.facts.get(ownOrigin)
  if (typeof known === 'number') return known
  const meta = metaReader(connection)
  const device = meta.findDevice()
  const inc = meta.find('incarnation')
  const found = device === null || inc === null ? null : findOrigin(connection, device.device, inc)
  // A device is set once; a new incarnation empties the facts (log/incarnation.ts).
  if (found !== null) connection.facts.set(ownOrigin, found)
  return found
}

const ownOrigin = 'own origin'

const byDevice = statement<{ device: Uint8Array; inc: Uint8Array }>()((param) =>
  query.selectFrom('origin').select('n').where('device', '=', param('device')).where('inc', '=', param('inc')),
)

const baseByOrigin = statement<{ origin: number }>()((param) =>
  query.selectFrom('origin').select(['base_inc', 'base_seq', 'base_hash']).where('n', '=', param('origin')),
)

const putBase = statement<{ origin: number; inc: Uint8Array; seq: number; hash: Uint8Array }>()((param) =>
  query
    .updateTable('origin')
    .set({ base_inc: param('inc'), base_seq: param('seq'), base_hash: param('hash'), base_open: 0 })
    .where('n', '=', param('origin')),
)

const insert = statement<{ device: Uint8Array; inc: Uint8Array }>()((param) =>
  query.insertInto('origin').values(named(param, ['device', 'inc'])),
)
