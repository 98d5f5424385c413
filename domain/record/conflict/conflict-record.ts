import type { PlainDate } from '../../plain-date.ts'
import type { RecordCommon } from '../record-common.ts'

export const conflictStates = [
  'referred', // 待裁定
  'settled', // 已处理
] as const
export type ConflictState = (typeof conflictStates)[number]

/** What becomes of an act that did not take effect. Neither is lost: the act itself stays in the log for ever. */
export const conflictWays = [
  'accept_theirs', // 采用已生效版本
  'resubmit', // 作为补充重新提交
] as const
export type ConflictWay = (typeof conflictWays)[number]

/** The act that did not take effect, as the log has it. */
export interface LostAct {
  /** UUID of its operation. */
  readonly op: string
  /** UUID of the case or record that it was about. */
  readonly entity: string
  readonly act: string
  readonly verdict: string
  readonly reason: string | null
}

export interface ConflictDecision {
  readonly way: ConflictWay
  readonly reason: string
  readonly on: PlainDate
}

/**
 * What people make of an act that came second. While nobody has said anything there is no record: what is open follows from the log
 * alone, so that no crash and no lost message can hide it (CFL-1).
 */
export interface ConflictRecord extends RecordCommon {
  readonly kind: 'conflict'
  readonly status: ConflictState
  readonly lost: LostAct
  /** Operations that were built on it and go the same way. */
  readonly dependents: readonly string[]
  readonly openedOn: PlainDate
  /** Why a supervisor is to decide; null = the desk settled it itself. */
  readonly referral: string | null
  readonly decision: ConflictDecision | null
}

export type ConflictAct =
  | {
      readonly kind: 'conflict.settle'
      readonly lost: LostAct
      readonly dependents: readonly string[]
      readonly way: ConflictWay
      readonly reason: string
    }
  | {
      readonly kind: 'conflict.refer'
      readonly lost: LostAct
      readonly dependents: readonly string[]
      readonly reason: string
    }
  | { readonly kind: 'conflict.decide'; readonly way: ConflictWay; readonly reason: string }
