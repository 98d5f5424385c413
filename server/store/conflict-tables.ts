/** Tables of 0070. */
export interface ConflictTables {
  readonly natural_key: NaturalKeyTable
}

interface NaturalKeyTable {
  readonly center: string
  /** HMAC of the number, 32 bytes. */
  readonly hash: Buffer
  readonly id: string
  readonly kind: 'hard' | 'soft'
  readonly device_no: string
  readonly added_at: number
}
