import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { uuidToBytes } from '../uuid.ts'

export interface PeerWriter {
  /** SYN-110: keeps what the server vouched for; a newer one takes the place of an older. */
  readonly keepCertificate: (device: string, certificate: string) => void
}

export const peerWriter = (connection: Connection): PeerWriter => ({
  keepCertificate: (device, certificate) => {
    connection.run(keep, { device: uuidToBytes(device), certificate })
  },
})

const keep = statement<{ device: Uint8Array; certificate: string }>()((param) =>
  query.replaceInto('device_certificate').values(named(param, ['device', 'certificate'])),
)
