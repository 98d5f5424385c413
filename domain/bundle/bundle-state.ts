import type { CaseCommon } from '../case/case-common.ts'
import type { PlainDate } from '../plain-date.ts'
import type { DeliveryProof } from '../service/delivery.ts'
import type { Extension } from '../service/examination.ts'
import type { Payment } from '../service/service-fee.ts'
import type { PartCharge } from './bundle-act.ts'
import type { BundleIntake, PartResult } from './bundle-intake.ts'

export const bundleStates = [
  'open', // 联办中
  'all_done', // 各事项已办结
  'handed_over', // 已交付
  'closed', // 办结
  'withdrawn', // 撤回
  'voided', // 作废
] as const
export type BundleState = (typeof bundleStates)[number]

export interface PartDone {
  readonly caseId: string
  readonly result: PartResult
  readonly on: PlainDate
}

export interface BundleCase extends CaseCommon {
  readonly kind: 'bundle'
  readonly status: BundleState
  readonly intake: BundleIntake
  /** In the order they were reported; each part once. */
  readonly done: readonly PartDone[]
  readonly fee: {
    readonly charges: readonly PartCharge[]
    readonly noticeOn: PlainDate
    readonly paid: Payment | null
  } | null
  /** As approved; whether one counts says the clock. */
  readonly extensions: readonly Extension[]
  readonly handOver: { readonly receivedOn: PlainDate; readonly proof: DeliveryProof } | null
  readonly withdrawal: string | null
}
