/** A stretch of days of an entry that everybody may read (SYN-100). */
export interface PublishedTable {
  /** Keyed hash of the entry's id, 32 bytes. */
  id: Uint8Array
  n: number
  /** Where it is looked for: the column of the catalogue, or the name of the register. */
  place: string
  shown_from: string
  /** Last day; null = none is known. */
  shown_until: string | null
  /** JSON. */
  entry: string
}
