import { type Connection, remembered } from '../connection.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { uuidToBytes } from '../uuid.ts'

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

/** Of this device and this file; null before enrolment and before the first own operation. */
export const findOwnOrigin = (connection: Connection): number | null => {
  const known = connection.facts.get(ownOrigin)
  if (typeof known === 'number') return known
  const meta = metaReader(connection)
  const device = meta.findDevice()
  const inc = meta.find('incarnation')
  const found = device === null || inc === null ? null : findOrigin(connection, device.device, inc)
  // A device is set once, and an origin's number never changes.
  if (found !== null) connection.facts.set(ownOrigin, found)
  return found
}

const ownOrigin = 'own origin'

const byDevice = statement<{ device: Uint8Array; inc: Uint8Array }>()((param) =>
  query.selectFrom('origin').select('n').where('device', '=', param('device')).where('inc', '=', param('inc')),
)

const insert = statement<{ device: Uint8Array; inc: Uint8Array }>()((param) =>
  query.insertInto('origin').values(named(param, ['device', 'inc'])),
)
