import { toLoggedError } from '../api/server-log.ts'
import type { ListenAddress } from '../config/config.ts'
import { EmbeddedDatabaseError } from '../store/embedded/embedded-database-error.ts'
import { errorCodeOf } from '../store/error-code.ts'
import { NewerSchemaError } from '../store/migrate.ts'
import { embeddedMessage, words } from './messages.ts'

/** Plain words for what kept the server or a command from running; none of them quotes a password or a connection address. */
export const failureMessage = (error: unknown, listen: ListenAddress): string => {
  if (error instanceof EmbeddedDatabaseError) return embeddedMessage(error.code, error.detail)
  if (error instanceof NewerSchemaError) return words.newerSchema(error.unknown)
  const code = errorCodeOf(error)
  const call = typeof error === 'object' && error !== null && 'syscall' in error ? error.syscall : null
  if (call === 'listen' || call === 'bind') {
    if (code === 'EADDRINUSE') return words.portBusy(listen.host, listen.port)
    if (code === 'EACCES') return words.portForbidden(listen.host, listen.port)
    if (code === 'EADDRNOTAVAIL') return words.addressUnavailable(listen.host)
  }
  if (call === 'getaddrinfo' && error instanceof Error && 'hostname' in error && error.hostname === listen.host) {
    return words.addressUnavailable(listen.host)
  }
  if (code === insufficientPrivilege) return words.notOwner
  if (code !== null && isDatabaseCode(code)) return words.databaseUnreachable(code)
  const { name, frames } = toLoggedError(error)
  return words.unexpected([`${name} ${code ?? ''}`.trim(), ...frames].join('\n'))
}

const insufficientPrivilege = '42501'

/** Network failures, and SQLSTATE of refused sign-ins (28…), unknown databases (3D…) and servers not ready (57…). */
const isDatabaseCode = (code: string): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN'].includes(code) ||
  /^(28|3D|57|53)/.test(code)
