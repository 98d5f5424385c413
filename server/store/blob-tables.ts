/** Tables of attached files (0090). Instants are epoch milliseconds. */
export interface BlobTables {
  readonly blob: BlobTable
  readonly blob_lease: BlobLeaseTable
}

interface BlobTable {
  readonly center: string
  /** SHA-256 of the bytes, hex. */
  readonly id: string
  readonly size: number
  readonly type: string
  /** Device that began to send it. */
  readonly device: string
  readonly created_at: number
  /** When it was whole and proved; null before. */
  readonly stored_at: number | null
}

interface BlobLeaseTable {
  readonly center: string
  readonly id: string
  readonly holder: string
  readonly until: number
}
