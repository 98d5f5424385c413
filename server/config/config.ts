import type { Level } from 'pino'

/** Everything the server is told from outside, checked and complete. */
export interface Config {
  readonly listen: ListenAddress
  readonly database: DatabaseChoice
  /** Absolute. Holds the embedded database, its secret and nothing of a client. */
  readonly dataDir: string
  readonly logLevel: Level | 'silent'
  /** Attached files. Both absolute; the folder is shared by all servers of one database, and so is the key. */
  readonly blobs: { readonly dir: string; readonly keyFile: string }
  /** Pushes worked on at once; more are asked to come back (SYN-17). */
  readonly pushesAtOnce: number
}

export interface ListenAddress {
  readonly host: string
  /** 0 = any free port. */
  readonly port: number
  /** Null only on a loopback address. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
}

export type DatabaseChoice = { readonly kind: 'embedded' } | { readonly kind: 'url'; readonly url: string }

/** One wrong or missing setting: its name, what is wrong with it, never its value (it may hold a password). */
export interface ConfigProblem {
  readonly name: SettingName
  readonly code: ConfigProblemCode
}

export const settingNames = [
  'HOST',
  'PORT',
  'TLS_CERT',
  'TLS_KEY',
  'DATABASE_URL',
  'DATA_DIR',
  'LOG_LEVEL',
  'PUSHES_AT_ONCE',
  'BLOB_DIR',
  'BLOB_KEY',
] as const
export type SettingName = (typeof settingNames)[number]

export const configProblemCodes = [
  'not_a_port',
  'not_an_address',
  'tls_required', // another machine could reach this address
  'tls_incomplete', // certificate without key or the other way round
  'not_a_postgres_url',
  'not_an_absolute_path',
  'not_a_log_level',
  'not_a_count',
  'file_unreadable',
  'not_a_certificate',
  'not_a_private_key',
  'certificate_and_key_differ',
] as const
export type ConfigProblemCode = (typeof configProblemCodes)[number]
