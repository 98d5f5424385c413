import type { Verdict } from '../../contract/sync.ts'

/** Commit numbers that this device was not given, and the head after the last (SYN-58). */
export interface HeadRunTable {
  center: string
  first: number
  last: number
  /** 32 bytes. */
  head: Uint8Array
}

/** The state of a case or record at a commit number, in the place of its operations up to there (SYN-60). */
export interface BaseStateTable {
  entity: string
  type: 'case' | 'record'
  cseq: number
  /** Of the device that opened it. */
  device_no: string
  /** When anything was done to it last, epoch milliseconds of the server. */
  last_at: number
  /** JSON. */
  state: string
}

/** The link of an operation that was put away (RET-1): chain and history are proved over it. */
export interface PutAwayTable {
  origin: number
  seq: number
  cseq: number
  hash: Uint8Array
  verdict: Verdict
}
