import type { Fen } from '../fees/money.ts'
import type { FeeLine } from '../fees/settlement.ts'
import type { PlainDate } from '../plain-date.ts'

export const paymentMethods = ['cash', 'card', 'online', 'transfer', 'cheque'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** Money goes to the treasury; the number is that of the official receipt (财政票据). */
export interface Payment {
  readonly on: PlainDate
  readonly fen: Fen
  readonly method: PaymentMethod
  readonly receiptNo: string
}

/** Charged and paid in one act. */
export interface ChargedFee {
  readonly lines: readonly FeeLine[]
  readonly payment: Omit<Payment, 'on'>
}

export interface ServiceFee {
  readonly lines: readonly FeeLine[]
  readonly noticeOn: PlainDate
  readonly paid: Payment | null
}
