import { type Connection, remembered } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

/** Small facts of the store, one text a key. Secrets may be here: the file is encrypted. */
export const metaKeys = [
  /** UUID of this database, set when it is made. */
  'incarnation',
  /** JSON of `DeviceIdentity`. */
  'device',
  /** Base URL of the central server. */
  'server',
  /** PEM of the authority that vouches for the server's certificate; none = the platform's (SYN-80). */
  'server_ca',
  /** Ed25519 private key of the device, PKCS8 DER in base64. */
  'device_key',
  /** Epoch of the server's database as last seen. */
  'epoch',
  /** Own operations up to this seq have a verdict; the server gives them in the order of the chain. */
  'ack',
  /** Highest own seq that the server holds safely. */
  'safe',
  /** Ed25519 key of the server as first seen, SPKI DER in base64. */
  'server_key',
  /** X25519 key that parcels for the server are sealed for, as it vouched for it last; SPKI DER in base64. */
  'server_seal_key',
  /** JSON of the parcel that was last written, and of the one last taken in (contract/queries/parcels.ts). */
  'parcel_out',
  'parcel_in',
  /** Enrolment certificate of this device, shown at every hello (SYN-31). */
  'certificate',
  /** JSON of the newest head that the server has signed (SYN-31), with its epoch. */
  'checkpoint',
  /** A signed head that the server's history contradicted later, kept as evidence. */
  'checkpoint_contradicted',
  /** JSON of the last time that the server has vouched for (SYN-69). */
  'time_told',
  /** JSON of the run of the machine, where the system does not name it (electron/host/clock). */
  'boot',
  /** JSON of the scope that the server gives this device (SYN-56); none = everything. */
  'scope',
  /** JSON of where a snapshot goes on (SYN-60); none while there is nothing to go on with. */
  'snapshot',
  /** Epoch milliseconds of the last answer of the server. */
  'last_contact_at',
  /** JSON of how this device looks, locks and prints (contract/queries/desk.ts). */
  'device_settings',
  /** Newest hybrid time of operations of others. */
  'hlc_seen',
  /** Counts up with every change of reference data. */
  'reference_revision',
  /** `searchRules` (domain/text) of the program that made the search index. */
  'search_rules',
  'fold_rules',
  /** Something left with its scope, and its pages are not written over yet (RET-3). */
  'to_overwrite',
  /** Of a public terminal: by what it looks up, how far it was told and by which rules, and tries that found nothing (SYN-90, SYN-91). */
  'progress_key',
  'progress_place',
  'progress_tries',
  /** How far a public terminal was given what everybody may read, and by which rules (SYN-100). */
  'published_place',
  /** How far a window was told of applications of other systems, and by which rules (OPN-14). */
  'applications_place',
  /** JSON of what a hall is told of the work of its center, and when it was counted (BRD-1). */
  'public_figures',
] as const
export type MetaKey = (typeof metaKeys)[number]

/** Who this device is; made at enrolment, or by `init` for a store that stands alone. */
export interface DeviceIdentity {
  /** UUID. */
  readonly device: string
  /** Short number, unique in the center: part of every case number. */
  readonly deviceNo: string
  /** Division code of the center. */
  readonly center: string
}

export interface MetaReader {
  readonly find: (key: MetaKey) => string | null
  /** Null before enrolment. */
  readonly findDevice: () => DeviceIdentity | null
}

export const metaReader = (connection: Connection): MetaReader => {
  const find = (key: MetaKey): string | null =>
    remembered(connection, key, () => connection.first(byKey, { key })?.v ?? null)
  return {
    find,
    findDevice: () =>
      remembered(connection, 'parsed device', () => {
        const text = find('device')
        // Written by meta/writer.ts from the same type.
        return text === null ? null : (JSON.parse(text) as DeviceIdentity)
      }),
  }
}

const byKey = statement<{ key: MetaKey }>()((param) =>
  query.selectFrom('meta').select('v').where('k', '=', param('key')),
)
