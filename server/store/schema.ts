import type { Generated, GeneratedAlways } from 'kysely'
import type { RecordState } from '../../domain/record/record-state.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { Center, Staff, Window } from '../../contract/reference.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import type { TimeClaim } from '../../domain/time-claim/time-claim.ts'
import type { Verdict } from '../../contract/sync.ts'
import type { BlobTables } from './blob-tables.ts'
import type { ConflictTables } from './conflict-tables.ts'
import type { DurabilityTables } from './durability-tables.ts'
import type { OpenTables } from './open-tables.ts'

/**
 * Tables of the central database. They keep the rules of sharded PostgreSQL: the center is in every key and unique index, and nothing
 * refers across centers; a test reads the catalog. Only `server_identity`, `restore_log` and `verified_backup` are shared by all of them. Instants are epoch milliseconds.
 */
export interface ServerSchema extends DurabilityTables, BlobTables, ConflictTables, OpenTables {
  readonly server_identity: ServerIdentityTable
  readonly center: CenterTable
  readonly device: DeviceTable
  readonly device_incarnation: DeviceIncarnationTable
  readonly enrol_code: EnrolCodeTable
  readonly intake: IntakeTable
  readonly admin_act: AdminActTable
  readonly console_try: ConsoleTryTable
  readonly op_log: OpLogTable
  readonly number_block: NumberBlockTable
  readonly number_used: NumberUsedTable
  readonly case_state: CaseStateTable
  readonly record_state: RecordStateTable
  readonly staff: StaffTable
  readonly service_window: ServiceWindowTable
  readonly service_item: ServiceItemTable
}

interface ServerIdentityTable {
  readonly singleton: Generated<boolean>
  readonly epoch: string
  readonly token_key: Buffer
  /** Ed25519, PKCS8 DER: signs certificates, checkpoints and the chain of S01. */
  readonly signing_key: Buffer
}

interface CenterTable {
  readonly center: string
  /** Newest commit number; its row lock orders the commits of the center. */
  readonly cseq: Generated<number>
  /** Rolling hash after `cseq`, hex. */
  readonly head: string
  /** Null until `center.set` is folded. */
  readonly data: Center | null
  readonly version: Generated<number>
  /** By which rules its states were folded. */
  readonly fold_rules: Generated<number>
  /** It moves to another database, or has moved: nothing is written here any more. */
  readonly moving: Generated<boolean>
}

interface DeviceTable {
  readonly center: string
  readonly id: string
  readonly device_no: string
  /** SPKI DER; null for the server's own device, which never signs in. */
  readonly public_key: Buffer | null
  readonly revoked_at: number | null
  readonly created_at: number
  /** What of the center it is given (contract/sync-scope.ts). */
  readonly scope: Generated<unknown>
  /** X25519 key that parcels for it are sealed for, SPKI DER in base64; null = it has not told one. */
  readonly seal_key: Generated<string | null>
  /** How far it had read the history by its own last parcel, in an epoch. */
  readonly read_cseq: Generated<number>
  readonly read_epoch: Generated<string | null>
}

interface DeviceIncarnationTable {
  readonly center: string
  readonly device: string
  readonly inc: string
  /** Highest committed seq, and its chain hash. */
  readonly ack: number
  readonly last_hash: string
  readonly created_at: number
  readonly seen_at: number
  readonly app_version: string
  /** The link of an earlier incarnation that it continues; null = it begins at nothing. */
  readonly base_inc: Generated<string | null>
  readonly base_seq: Generated<number | null>
  readonly base_hash: Generated<string | null>
  readonly state: Generated<IncarnationState>
  /** End of the chain as the device told it last; what lies above `ack` is its backlog. */
  readonly tip_seq: Generated<number>
  /** Newest commit number that it may know of: it stood in a page that was sent to it. */
  readonly told_cseq: Generated<number>
  /** The epoch that this number is of; null = nobody can say what it knows. */
  readonly told_epoch: Generated<string | null>
  /** Requests refused since the last one that went well, and the code of the last. */
  readonly failures: Generated<number>
  readonly last_code: Generated<string | null>
}

/** `active`: it may push, one of a device at most. `superseded`: another continues. `waiting`: it came back, and a person decides. */
export type IncarnationState = 'active' | 'waiting' | 'superseded'

interface EnrolCodeTable {
  readonly center: string
  /** SHA-256 of the code: the code itself is shown once and kept nowhere. */
  readonly code_hash: Buffer
  readonly device_no: string
  readonly expires_at: number
  readonly used_at: number | null
  readonly used_by: string | null
  /** What the device is given (contract/sync-scope.ts). */
  readonly scope: Generated<unknown>
}

interface OpLogTable {
  readonly center: string
  readonly cseq: number
  /** Null where the text is not an operation, or repeats one that is in the log already. */
  readonly op: string | null
  readonly device: string
  readonly inc: string
  readonly seq: number
  readonly entity: string | null
  readonly kind: string | null
  readonly kver: number | null
  readonly canon: string
  readonly hash: Buffer
  readonly verdict: Verdict
  readonly reason: string | null
  readonly committed_at: number
  readonly head: Buffer
  readonly received_at: number
  /** Its clock value, no more than five minutes ahead of `received_at`; empty where the text has none. */
  readonly hlc_eff: string
  /** Id of the operation that it lost against or hangs on. */
  readonly ref: string | null
  /** Signature of the push that it was the last of, base64. */
  readonly sig: string | null
  /** What can be said of its time (SYN-70); null where it was not judged. */
  readonly time_claim: TimeClaim | null
}

/** What revoked devices sent after they were revoked: of their chain, and without effect until a person decides. */
interface IntakeTable {
  readonly center: string
  readonly device: string
  readonly inc: string
  readonly seq: number
  readonly canon: string
  readonly hash: string
  readonly sig: string | null
  readonly received_at: number
  readonly decision: 'applied' | 'discarded' | null
  readonly decided_at: number | null
}

/** Numbers of a series that one incarnation of a device gives out, until and on a day; nobody else ever gets them. */
interface NumberBlockTable {
  readonly center: string
  readonly series: string
  readonly year: number
  readonly from_n: number
  readonly to_n: number
  readonly device: string
  readonly inc: string
  readonly leased_at: number
  readonly expires_on: string
}

/** A running number, and the operation that gave it. */
interface NumberUsedTable {
  readonly center: string
  readonly series: string
  readonly year: number
  readonly n: number
  readonly op: string
}

/** Wrong passwords at the console, of accounts that are there and that are not. */
interface ConsoleTryTable {
  readonly center: string
  readonly login: string
  readonly failures: number
  readonly last_at: number
}

/** What administrators decided, with the account of the operating system that did it. */
interface AdminActTable {
  readonly center: string
  readonly id: string
  readonly at: number
  readonly act: string
  readonly account: string
  readonly subject: unknown
}

interface CaseStateTable {
  readonly center: string
  readonly id: string
  readonly case_no: string
  readonly kind: string
  readonly status: string
  readonly version: number
  readonly state: CaseState
  /** Drawn from the state by the database: a day, or null while it is open. */
  readonly closed_on: GeneratedAlways<string | null>
}

interface RecordStateTable {
  readonly center: string
  readonly id: string
  readonly kind: string
  readonly status: string
  /** Its own key, unique within the kind as far as desks without network can keep it so. */
  readonly rec_key: string | null
  readonly version: number
  readonly state: RecordState
}

interface StaffTable {
  readonly center: string
  readonly id: string
  readonly login: string
  readonly data: Staff
  readonly version: number
}

interface ServiceWindowTable {
  readonly center: string
  readonly device_no: string
  readonly data: Window
  readonly version: number
}

interface ServiceItemTable {
  readonly center: string
  readonly id: string
  readonly data: ServiceItem
  readonly withdrawn: boolean
  readonly version: number
}
