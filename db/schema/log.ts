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
  /** The link that the incarnation continues (SYN-27); all three null = it begins at nothing. */
  base_inc: Generated<Uint8Array | null>
  base_seq: Generated<number | null>
  base_hash: Generated<Uint8Array | null>
  /** 1 = it continues a link that has not come here yet: a server that collects takes what comes in any order. */
  base_open: Generated<0 | 1>
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
  /** Operation that it lost against or hangs on, 16 bytes. */
  ref: Generated<Uint8Array | null>
  committed_at: number | null
  /** The clock that others see (SYN-28); null until pulled. */
  hlc_eff: Generated<string | null>
  /** What a server said that has forgotten it since; without `status` the operation is an orphan (SYN-29). */
  former_cseq: Generated<number | null>
  former_verdict: Generated<Verdict | null>
  held: HeldReason | null
  canon: string
  /** 1 = `canon` is a copy with something masked: it does not give `hash` (SYN-57). */
  redacted: Generated<0 | 1>
}

/** Texts that the log had before: written anew into another chain, or put out of their place by another history. */
export interface SupersededOperationTable {
  op: Uint8Array
  origin: number
  seq: number
  hash: Uint8Array
  why: 'rechained' | 'displaced'
  canon: string
}

/** What a device signed when it pushed up to here (SYN-29). */
export interface ChainSignatureTable {
  origin: number
  seq: number
  hash: Uint8Array
  sig: string
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
