import type { CaseCommon } from '../case/case-common.ts'
import type { PlainDate } from '../plain-date.ts'
import type { RefusalGround, ServiceIntake } from './service-intake.ts'

/** peers.md 5.2, the part of it that a window reaches today. */
export const serviceStates = ['correction_wait', 'accepted', 'refused'] as const
export type ServiceState = (typeof serviceStates)[number]

export interface ServiceCase extends CaseCommon {
  readonly kind: 'service'
  readonly status: ServiceState
  readonly intake: ServiceIntake
  /** Once-only notice given on (行政许可法 art. 32(1)(4)). */
  readonly noticeOn: PlainDate | null
  readonly correctBy: PlainDate | null
  readonly refusal: { readonly ground: RefusalGround; readonly explanation: string } | null
}
