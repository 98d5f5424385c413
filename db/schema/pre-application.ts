/** An application of another system that waits for a window (OPN-14). */
export interface PreApplicationTable {
  /** Keyed hash of its number, 32 bytes. */
  id: Uint8Array
  /** `preNoKey` (domain/conflict) of its number. */
  no_key: string
  /** JSON of contract/open.ts. */
  application: string
  /** Epoch milliseconds. */
  received_at: number
}
