import type { SyncTroubleCode } from '../../../contract/sync.ts'

/** Why an exchange with the server did not come to its end. */
export interface Trouble {
  readonly code: SyncTroubleCode
  /** Where the server stands, with refusals that concern the chain. */
  readonly position: { readonly ack: number; readonly seq: number | null } | null
  /** The server's own wish how long to wait, milliseconds. */
  readonly retryAfterMs: number | null
  /** HTTP status of a refusal; null when there was no answer at all. */
  readonly status: number | null
}

export const trouble = (code: SyncTroubleCode, more: Partial<Omit<Trouble, 'code'>> = {}): Trouble => ({
  code,
  position: more.position ?? null,
  retryAfterMs: more.retryAfterMs ?? null,
  status: more.status ?? null,
})

/**
 * SYN-22: what no retry can mend, because the server does not take this device for one of the center, or the address is none. The agent
 * stops and says so; nothing is deleted, and a person settles it. Everything else is mended or tried again by itself.
 */
const final: ReadonlySet<SyncTroubleCode> = new Set<SyncTroubleCode>([
  'device_revoked',
  'device_unknown',
  'scope_forbidden',
  'server_url_invalid',
  'server_url_not_tls',
])

export const isFinal = (code: SyncTroubleCode): boolean => final.has(code)

/** The server could not be reached, or could not work: what a hall full of devices meets in one moment and comes back from in one (SYN-21). */
const outages: ReadonlySet<SyncTroubleCode> = new Set<SyncTroubleCode>([
  'unreachable',
  'not_trusted',
  'timed_out',
  'server_failed',
  'busy',
  'moving',
])

export const isOutage = (code: SyncTroubleCode): boolean => outages.has(code)

/** SYN-101: a server that was made before there was this question. What it keeps, and what it refuses, it names in its own words. */
export const isUnknownRoute = ({ code, status }: Trouble): boolean => code === 'request_refused' && status === 404
