import { X509Certificate, createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Result, err, ok } from '../../domain/result.ts'
import type { ConfigProblem, ConfigProblemCode, ListenAddress, SettingName } from './config.ts'

export interface TlsMaterial {
  readonly cert: Buffer
  readonly key: Buffer
}

/** Certificate and key from their files, proven to belong together, so that a mistake shows at start and not at the first client. */
export const readTls = (tls: ListenAddress['tls']): Result<TlsMaterial | null, readonly ConfigProblem[]> => {
  if (tls === null) return ok(null)
  const cert = readFile(tls.certFile)
  const key = readFile(tls.keyFile)
  const problems: ConfigProblem[] = []
  if (cert === null) problems.push({ name: 'TLS_CERT', code: 'file_unreadable' })
  if (key === null) problems.push({ name: 'TLS_KEY', code: 'file_unreadable' })
  if (cert === null || key === null) return err(problems)
  const certificate = attempt(() => new X509Certificate(cert))
  const privateKey = attempt(() => createPrivateKey(key))
  if (certificate === null) return oneProblem('TLS_CERT', 'not_a_certificate')
  if (privateKey === null) return oneProblem('TLS_KEY', 'not_a_private_key')
  if (!certificate.checkPrivateKey(privateKey)) return oneProblem('TLS_KEY', 'certificate_and_key_differ')
  return ok({ cert, key })
}

const oneProblem = (name: SettingName, code: ConfigProblemCode) => err([{ name, code }])

const readFile = (path: string): Buffer | null => attempt(() => readFileSync(path))

const attempt = <T>(make: () => T): T | null => {
  try {
    return make()
  } catch {
    return null
  }
}
