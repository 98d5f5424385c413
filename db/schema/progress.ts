/** A matter as a public terminal is told of it (SYN-90). */
export interface ProgressTable {
  /** Keyed hash of the matter's id, 32 bytes. */
  id: Uint8Array
  kind: string
  step: string
  received: string
  due: string | null
  ended: string | null
}

/** What leads to it. */
export interface ProgressHashTable {
  /** 32 bytes. */
  hash: Uint8Array
  id: Uint8Array
}
