import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What may stand in the log, and nothing else: no free text, so no name, number or path can slip in. */
export interface LogFields {
  /** A code of ours: failure, refusal, sync trouble. */
  readonly code?: string
  /** Version of the application or the schema. */
  readonly version?: string
  readonly ms?: number
  readonly count?: number
  /** Class of an error and the place it was thrown at, as `file.ts:12`. */
  readonly error?: string
  readonly place?: string
}

export type LogLevel = 'info' | 'warn' | 'error'

export interface HostLog {
  /** `event` in words of our own, e.g. `store.opened`. */
  readonly write: (level: LogLevel, event: string, fields?: LogFields) => void
}

export interface HostLogOptions {
  /** Folder of the store; the log lies in `logs/host.log` under it. */
  readonly dir: string
  readonly now: () => number
  readonly maxBytes?: number
  /** Full files kept beside the one being written. */
  readonly keep?: number
}

/** JSON lines like pino's, turned over by size. A log that cannot be written must stop no work, so its failures are swallowed. */
export const createHostLog = ({ dir, now, maxBytes = 1_048_576, keep = 4 }: HostLogOptions): HostLog => {
  const folder = join(dir, 'logs')
  const path = join(folder, 'host.log')
  return {
    write: (level, event, fields = {}) => {
      const line = `${JSON.stringify({ time: now(), level, event: withoutLongNumbers(safe(event)), ...allowed(fields) })}\n`
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        if (sizeOf(path) + line.length > maxBytes) turnOver(path, keep)
        appendFileSync(path, line, { mode: 0o600 })
      } catch {
        return
      }
    },
  }
}

/** Words and figures as codes, versions and file names are made of; anything else becomes `_`. */
const safe = (value: string): string => value.replaceAll(/[^A-Za-z0-9_.:-]/g, '_').slice(0, 60)

/** Checked when written, not only by type: an error's properties may come from anywhere. */
const allowed = ({ code, version, ms, count, error, place }: LogFields): LogFields => ({
  ...(code === undefined ? {} : { code: withoutLongNumbers(safe(code)) }),
  ...(version === undefined ? {} : { version: withoutLongNumbers(safe(version)) }),
  ...(ms === undefined ? {} : { ms: Math.round(ms) }),
  ...(count === undefined ? {} : { count: Math.round(count) }),
  ...(error === undefined ? {} : { error: withoutLongNumbers(safe(error)) }),
  ...(place === undefined ? {} : { place: withoutLongNumbers(safe(place)) }),
})

/** No code of ours has seven digits in a row; identity and telephone numbers have. */
const withoutLongNumbers = (text: string): string => text.replaceAll(/\d{7,}/g, '#')

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** host.log → host.1.log → host.2.log …; the oldest goes. */
const turnOver = (path: string, keep: number): void => {
  const numbered = (n: number): string => path.replace(/\.log$/, `.${String(n)}.log`)
  rmSync(numbered(keep), { force: true })
  for (let n = keep - 1; n >= 1; n -= 1) if (sizeOf(numbered(n)) > 0) renameSync(numbered(n), numbered(n + 1))
  renameSync(path, numbered(1))
}

/** What of an error may be logged: its class, its code and where it was thrown; never its message. */
export const errorFields = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const place = /([\w.-]+:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1]
  return { error: error.name, ...code, ...(place === undefined ? {} : { place }) }
}
