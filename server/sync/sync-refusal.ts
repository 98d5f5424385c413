import type { SyncErrorCode } from '../../contract/sync.ts'

/** Where a chain stands: the server's ack, and the seq that does not fit when it is known. */
export interface Position {
  readonly ack: number
  readonly seq: number | null
}

type Positioned = Extract<SyncErrorCode, 'epoch_changed' | 'fork' | 'gap' | 'chain_broken' | 'operation_malformed'>

/** A refusal of a sync request as the device gets it; the API turns it into the typed error of contract/server.ts. */
export type SyncRefusal =
  { readonly code: Positioned; readonly position: Position } | { readonly code: Exclude<SyncErrorCode, Positioned> }
