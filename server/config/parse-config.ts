import { isIP } from 'node:net'
import { isAbsolute, join } from 'node:path'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Config, ConfigProblem, ConfigProblemCode, DatabaseChoice, ListenAddress, SettingName } from './config.ts'
import type { Settings } from './read-env.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const defaultPort = 8620

/** Settings to configuration. All problems are told at once, so that an installer does not learn them one start at a time. */
export const parseConfig = (settings: Settings, defaultDataDir: string): Result<Config, readonly ConfigProblem[]> => {
  const problems: ConfigProblem[] = []
  const wrong = (name: SettingName, code: ConfigProblemCode) => {
    problems.push({ name, code })
  }
  const listen = parseListen(settings, wrong)
  const database = parseDatabase(settings.DATABASE_URL, wrong)
  const dataDir = settings.DATA_DIR ?? defaultDataDir
  if (!isAbsolute(dataDir)) wrong('DATA_DIR', 'not_an_absolute_path')
  const blobs = {
    dir: settings.BLOB_DIR ?? join(dataDir, 'blobs'),
    keyFile: settings.BLOB_KEY ?? join(dataDir, 'blob.key'),
  }
  if (settings.BLOB_DIR !== undefined && !isAbsolute(blobs.dir)) wrong('BLOB_DIR', 'not_an_absolute_path')
  if (settings.BLOB_KEY !== undefined && !isAbsolute(blobs.keyFile)) wrong('BLOB_KEY', 'not_an_absolute_path')
  const logLevel = logLevels.find((level) => level === (settings.LOG_LEVEL ?? 'info').toLowerCase())
  if (logLevel === undefined) wrong('LOG_LEVEL', 'not_a_log_level')
  const pushesAtOnce = wholeNumber(settings.PUSHES_AT_ONCE ?? '8', 1, 1000)
  if (pushesAtOnce === null) wrong('PUSHES_AT_ONCE', 'not_a_count')
  if (problems.length > 0 || logLevel === undefined || pushesAtOnce === null) return err(problems)
  return ok({ listen, database, dataDir, logLevel, blobs, pushesAtOnce })
}

/** True when only this machine can reach the address. A host name other than `localhost` may resolve anywhere. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

type Wrong = (name: SettingName, code: ConfigProblemCode) => void

const parseListen = (settings: Settings, wrong: Wrong): ListenAddress => {
  const host = settings.HOST ?? '127.0.0.1'
  const port = wholeNumber(settings.PORT ?? String(defaultPort), 0, 65_535)
  if (port === null) wrong('PORT', 'not_a_port')
  if (isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/i.test(host)) wrong('HOST', 'not_an_address')
  const { TLS_CERT: certFile, TLS_KEY: keyFile } = settings
  if (certFile !== undefined && keyFile !== undefined) return { host, port: port ?? 0, tls: { certFile, keyFile } }
  if (certFile !== undefined) wrong('TLS_KEY', 'tls_incomplete')
  else if (keyFile !== undefined) wrong('TLS_CERT', 'tls_incomplete')
  else if (!isLoopback(host)) {
    wrong('TLS_CERT', 'tls_required')
    wrong('TLS_KEY', 'tls_required')
  }
  return { host, port: port ?? 0, tls: null }
}

const parseDatabase = (url: string | undefined, wrong: Wrong): DatabaseChoice => {
  if (url === undefined) return { kind: 'embedded' }
  if (!isPostgresUrl(url)) wrong('DATABASE_URL', 'not_a_postgres_url')
  return { kind: 'url', url }
}

const isPostgresUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (url.protocol === 'postgres:' || url.protocol === 'postgresql:') && url.pathname.length > 1
}

const wholeNumber = (text: string, min: number, max: number): number | null => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : null
}
