import type { FeeLine } from '../fees/settlement.ts'
import type { Payment } from './service-fee.ts'

/** Charges of a request. Waiting for the money moves no limit. */
export type FeeAct =
  | { readonly kind: 'service.fee_notice'; readonly lines: readonly FeeLine[] }
  /** 减免 of one line, counted from 1. */
  | { readonly kind: 'service.fee_reduce'; readonly line: number; readonly fen: number; readonly basis: string }
  | { readonly kind: 'service.fee_paid'; readonly payment: Payment }
  /** The notice was wrong: nothing is owed on it. */
  | { readonly kind: 'service.fee_cancel'; readonly reason: string }
