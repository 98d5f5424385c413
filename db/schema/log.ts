import type { Generated } from 'kysely'
import type { Verdict } from '../../contract/sync.ts'
import type { HeldReason, OwnStatus } from '../log/reader.ts'
import type { MetaKey } from '../meta/reader.ts'

export interface MetaTable {
  k: MetaKey
  v: string
}

/** Device and incarnation that operations come from, named once so that every operation needs only a small number. */
export interface OriginTable {
  n: Generated<number>
  /** 16 bytes. */
  device: Uint8Array
  inc: Uint8Array
}

/** The log: own and pulled operations. `canon` is last because SQLite reads a row from its start. */
export interface OperationTable {
  n: Generated<number>
  op: Uint8Array
  origin: number
  seq: number
  entity: string
  kind: string
  /** 32 bytes. */
  hash: Uint8Array
  hlc: string
  status: OwnStatus | null
  cseq: number | null
  verdict: Verdict | null
  reason: string | null
  committed_at: number | null
  held: HeldReason | null
  canon: string
}

/** Pulled texts that are no operation at all, kept as they came. */
export interface QuarantineTable {
  center: string
  cseq: number
  raw: string
  hash: Uint8Array
  verdict: Verdict
  committed_at: number
}

export interface CursorTable {
  center: string
  cseq: number
  /** Rolling hash, 32 bytes. */
  head: Uint8Array
}
