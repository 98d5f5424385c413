import type { Connection } from '../connection.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToUuid, uuidToBytes } from '../uuid.ts'

/** Other devices of the center (SYN-110). */
export interface PeerReader {
  /** Devices whose work was read here and of which no certificate is kept, this one aside. The server's own is among them: it has none. */
  readonly unvouched: () => readonly string[]
  /** What proves a device to a server that has lost its record of it; null = none is kept. */
  readonly certificateOf: (device: string) => string | null
}

export const peerReader = (connection: Connection): PeerReader => ({
  unvouched: () => {
    const own = metaReader(connection).findDevice()?.device
    return connection
      .all(unvouched, {})
      .map(({ device }) => bytesToUuid(device))
      .filter((device) => device !== own)
  },
  certificateOf: (device) => connection.first(certificateOf, { device: uuidToBytes(device) })?.certificate ?? null,
})

const unvouched = statement<NoParams>()(() =>
  query
    .selectFrom('origin as o')
    .leftJoin('device_certificate as c', 'c.device', 'o.device')
    .select('o.device')
    .distinct()
    .where('c.device', 'is', null)
    .orderBy('o.device'),
)

const certificateOf = statement<{ device: Uint8Array }>()((param) =>
  query.selectFrom('device_certificate').select('certificate').where('device', '=', param('device')),
)
