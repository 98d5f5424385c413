import type { Generated } from 'kysely'

/** What is known of a file whose bytes are, or were, on this disk. */
export interface BlobTable {
  /** SHA-256 of the bytes. */
  id: Uint8Array
  size: number
  /** Epoch of the server that said that it holds the whole file; another one has to say it anew. */
  sent_epoch: Generated<string | null>
  /** Why the server does not take it. */
  refused: Generated<string | null>
  added_at: number
}

/** Cases that it was attached to here. */
export interface BlobUseTable {
  blob: Uint8Array
  case_id: Uint8Array
  /** 1 = the case knows that the bytes are in. */
  told: Generated<0 | 1>
}
