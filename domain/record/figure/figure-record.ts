import type { PlainDate } from '../../plain-date.ts'
import type { RecordCommon } from '../record-common.ts'

export const figureStates = [
  'stated', // 有效
  'withdrawn', // 撤回
] as const
export type FigureState = (typeof figureStates)[number]

/** Cells of section 二 of the annual report that an organ can state. */
export const figureCells = [
  'rules', // 规章：制发、废止、现行有效
  'normative', // 行政规范性文件：制发、废止、现行有效
  'licences', // 行政许可
  'penalties', // 行政处罚
  'compulsion', // 行政强制
  'charges', // 行政事业性收费，分
] as const
export type FigureCell = (typeof figureCells)[number]

/** How many numbers a cell has: made, repealed and in force for documents. */
export const countsOf: Readonly<Record<FigureCell, 1 | 3>> = {
  rules: 3,
  normative: 3,
  licences: 1,
  penalties: 1,
  compulsion: 1,
  charges: 1,
}

/** A figure that is not counted here but stated by whoever counts it, for one year. */
export interface FigureRecord extends RecordCommon {
  readonly kind: 'figure'
  readonly status: FigureState
  readonly year: number
  readonly cell: FigureCell
  /** The organ that states it. */
  readonly organ: string
  readonly counts: readonly number[]
  /** The letter, table or system that it is taken from. */
  readonly basis: string
  readonly statedOn: PlainDate
  /** Oldest first: what stood before and why it does not. */
  readonly corrections: readonly {
    readonly on: PlainDate
    readonly before: readonly number[]
    readonly reason: string
  }[]
  readonly ended: { readonly on: PlainDate; readonly reason: string } | null
}

export type FigureAct =
  | {
      readonly kind: 'figure.state'
      readonly year: number
      readonly cell: FigureCell
      readonly organ: string
      readonly counts: readonly number[]
      readonly basis: string
    }
  | {
      readonly kind: 'figure.correct'
      readonly counts: readonly number[]
      readonly basis: string
      readonly reason: string
    }
  | { readonly kind: 'figure.withdraw'; readonly reason: string }
