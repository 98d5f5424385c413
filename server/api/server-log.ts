import pino from 'pino'
import type { Config } from '../config/config.ts'
import { errorCodeOf } from '../store/error-code.ts'

/**
 * All that may be logged, by name. There is no free text: bodies, query strings, names, numbers and messages of errors (which
 * quote what they stumble over) have no way in.
 */
export interface LogFields {
  readonly requestId?: string
  readonly method?: string
  /** Path of the route, not of the request. */
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly device?: string
  readonly center?: string
  /** Refusal or failure code. */
  readonly code?: string
  readonly kind?: string
  readonly url?: string
  readonly folder?: string
  readonly migrations?: readonly string[]
  /** Centers by their codes. */
  readonly centers?: readonly string[]
  readonly signal?: string
  readonly error?: LoggedError
}

interface LoggedError {
  readonly name: string
  readonly code: string | null
  readonly frames: readonly string[]
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
export type ServerLog = (level: LogLevel, event: string, fields?: LogFields) => void

/** One JSON line an event, on standard output. */
export const makeLog = (level: Config['logLevel']): ServerLog => {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return (at, event, fields = {}) => {
    logger[at](fields, event)
  }
}

/** Where an error came from, without its message. */
export const toLoggedError = (error: unknown): LoggedError => ({
  name: error instanceof Error ? error.name : typeof error,
  code: errorCodeOf(error),
  frames:
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 8)
          .map((line) => line.trim())
      : [],
})
