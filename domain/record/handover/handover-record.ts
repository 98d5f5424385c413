import type { PlainDate } from '../../plain-date.ts'
import type { RecordCommon } from '../record-common.ts'

/** `in` = papers on their way to the window, `out` = results on their way back to the residents. */
export const directions = ['in', 'out'] as const
export type Direction = (typeof directions)[number]

export const stations = ['village', 'township', 'window'] as const
export type Station = (typeof stations)[number]

export const handoverStates = [
  'at_village', // 在代理点
  'at_township', // 在代理中心
  'at_window', // 在窗口
  'arrived', // 已交窗口
  'returned', // 已交申请人
  'uncollected', // 逾期未领
  'cancelled', // 作废
] as const
export type HandoverState = (typeof handoverStates)[number]

/** One resident's papers or result. */
export interface HandoverLine {
  /** 1, 2, 3 … */
  readonly n: number
  /** UUID of the case; null = not opened yet. */
  readonly caseId: string | null
  /** UUID of the mandate; null = the resident handed them in himself. */
  readonly mandateId: string | null
  /** Whose they are. */
  readonly name: string
  /** The matter, in one line. */
  readonly what: string
  /** Pieces of paper. */
  readonly papers: number
}

export interface PapersCounted {
  readonly line: number
  readonly papers: number
}

/** One countersigned step. */
export interface HandoverStep {
  readonly from: Station
  readonly to: Station
  readonly giver: string
  readonly taker: string
  readonly on: PlainDate
  /** `14:05`. */
  readonly at: string
  readonly counted: readonly PapersCounted[]
  readonly remark: string | null
}

/** A resident has signed for what is his. */
export interface Collection {
  readonly line: number
  readonly station: Station
  readonly name: string
  readonly on: PlainDate
  readonly at: string
  /** SHA-256 of the signature on the screen; null = signed on the paper. */
  readonly signature: string | null
}

/** Working days, fixed when the list is made. */
export interface HandoverLimits {
  /** To pass on what has come in. */
  readonly forward: number
  /** To keep a result for its resident. */
  readonly keep: number
}

/** Three working days is the practice of agency services; how long results are kept is ours. A center sets its own. */
export const defaultHandoverLimits: HandoverLimits = { forward: 3, keep: 20 }

export interface HandoverRecord extends RecordCommon {
  readonly kind: 'handover'
  readonly status: HandoverState
  readonly direction: Direction
  readonly start: Station
  /** Name of the point or center that made the list. */
  readonly place: string
  readonly madeOn: PlainDate
  /** Day the oldest of the papers came in; the first term runs from it. */
  readonly receivedOn: PlainDate
  readonly limits: HandoverLimits
  readonly lines: readonly HandoverLine[]
  readonly steps: readonly HandoverStep[]
  readonly collections: readonly Collection[]
  readonly delays: readonly { readonly on: PlainDate; readonly reason: string }[]
  readonly ended: { readonly on: PlainDate; readonly reason: string | null } | null
}
