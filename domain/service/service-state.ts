import type { CaseCommon } from '../case/case-common.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Decision, Ending, Revocation } from './decision.ts'
import type { Certificate, Delivery } from './delivery.ts'
import type {
  Consultation,
  Extension,
  Hearing,
  Inspection,
  JointReview,
  SpecialRun,
  StepRun,
  Suspension,
} from './examination.ts'
import type { ServiceFee } from './service-fee.ts'
import type { MaterialLine, RefusalGround, ServiceIntake } from './service-intake.ts'

/** peers.md 5.2. */
export const serviceStates = [
  'prereview', // 预审
  'prereview_wait', // 预审待补正
  'intake', // 预审通过，待交件
  'correction_wait', // 待补正
  'refused', // 不予受理
  'accepted', // 已受理
  'examining', // 审查
  'special', // 特别程序
  'suspended', // 挂起
  'decided', // 已决定
  'certified', // 已制证
  'delivering', // 送达中
  'delivered', // 已送达
  'closed', // 办结
  'withdrawn', // 撤回
  'terminated', // 终止
  'voided', // 作废
] as const
export type ServiceState = (typeof serviceStates)[number]

export interface ServiceCase extends CaseCommon {
  readonly kind: 'service'
  readonly status: ServiceState
  readonly intake: ServiceIntake
  /** Once-only notice given on (行政许可法 art. 32(1)(4)). */
  readonly noticeOn: PlainDate | null
  readonly correctBy: PlainDate | null
  /** Lines that the notice named, as they were then; the letter says them whatever came since. */
  readonly noticeWanted: readonly MaterialLine[]
  /** Day that papers were last handed in after the intake: those of a notice, or promised ones. */
  readonly suppliedOn: PlainDate | null
  /** What the notice on an online or agent's file asked for. */
  readonly noticeText: string | null
  readonly prereviewPassedOn: PlainDate | null
  readonly refusal: { readonly ground: RefusalGround; readonly explanation: string } | null
  /** Accepted because nobody gave a notice in time. */
  readonly deemed: boolean
  /** In the order they began; the last one without `doneOn` is open. */
  readonly steps: readonly StepRun[]
  readonly consultations: readonly Consultation[]
  readonly reviews: readonly JointReview[]
  readonly inspections: readonly Inspection[]
  readonly hearing: Hearing | null
  readonly specials: readonly SpecialRun[]
  readonly suspensions: readonly Suspension[]
  /** As approved; whether one counts says the clock (it may be taken back). */
  readonly extensions: readonly Extension[]
  readonly decision: Decision | null
  readonly certificate: Certificate | null
  readonly delivery: Delivery
  readonly fee: ServiceFee | null
  readonly ending: Ending | null
  readonly revocation: Revocation | null
}
