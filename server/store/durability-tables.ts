/** Tables of migration 0050: what a second machine holds, restores, signed heads, places of centers. */
export interface DurabilityTables {
  readonly restore_log: RestoreLogTable
  readonly verified_backup: VerifiedBackupTable
  readonly center_place: CenterPlaceTable
  readonly center_safety: CenterSafetyTable
  readonly safety_sample: SafetySampleTable
  readonly checkpoint: CheckpointTable
}

/** Every restore of this database, the newest being the epoch in use. */
interface RestoreLogTable {
  readonly epoch: string
  readonly restored_at: number
  /** Null while devices are still asked for what the backup lacked. */
  readonly collected_at: number | null
}

interface VerifiedBackupTable {
  readonly id: string
  readonly lsn: string
  readonly verified_at: number
}

/** Centers that live in another database; the others live in this one. */
interface CenterPlaceTable {
  readonly center: string
  readonly url: string
}

/** Up to which commit number a second machine holds the center. */
interface CenterSafetyTable {
  readonly center: string
  readonly cseq: number
  readonly at: number
}

/** A commit number, and an LSN read after it: whoever holds the WAL up to there holds the commit. */
interface SafetySampleTable {
  readonly center: string
  readonly cseq: number
  readonly lsn: string
  /** Identifier of the PostgreSQL cluster: LSNs of another one say nothing. */
  readonly system: string
}

interface CheckpointTable {
  readonly center: string
  readonly cseq: number
  readonly head: string
  readonly at: number
  readonly sig: string
}
