import type { SyncTroubleCode } from '../../../contract/sync.ts'

/** Why an exchange with the server did not come to its end. */
export interface Trouble {
  readonly code: SyncTroubleCode
  /** Where the server stands, with refusals that concern the chain. */
  readonly position: { readonly ack: number; readonly seq: number | null } | null
  /** The server's own wish how long to wait, milliseconds. */
  readonly retryAfterMs: number | null
}

export const trouble = (code: SyncTroubleCode, more: Partial<Omit<Trouble, 'code'>> = {}): Trouble => ({
  code,
  position: more.position ?? null,
  retryAfterMs: more.retryAfterMs ?? null,
})

/**
 * SYN-22: what no retry can mend, because this device and the server do not agree on who or what they are. The agent stops and says so;
 * nothing is deleted, and a person or a later version settles it. Everything else is tried again by itself.
 */
const final: ReadonlySet<SyncTroubleCode> = new Set<SyncTroubleCode>([
  'fork',
  'chain_broken',
  'epoch_changed',
  'history_changed',
  'device_revoked',
  'device_unknown',
  'scope_forbidden',
  'protocol_unsupported',
  'operation_malformed',
  'server_url_invalid',
  'server_url_not_tls',
])

export const isFinal = (code: SyncTroubleCode): boolean => final.has(code)
