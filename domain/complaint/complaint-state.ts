import type { CaseCommon } from '../case/case-common.ts'
import type { Assignment, Forwarding, StaffRef } from '../contact/contact-intake.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ComplaintIntake } from './complaint-intake.ts'
import type { ComplaintTerms } from './complaint-rules.ts'

/** As the supervision task of peers.md 5.3: assigned → answered → verified → closed, with acceptance before it. */
export const complaintStates = [
  'received',
  'accepted',
  'refused',
  'routed',
  'assigned',
  'answered',
  'verified',
  'closed',
  'voided', // 作废
] as const
export type ComplaintState = (typeof complaintStates)[number]

/** Why a complaint is not taken up; each needs its explanation. */
export const refusalGrounds = [
  'not_this_organ', // 不属于本机关职责
  'in_review_or_court', // 已进入复议、诉讼、仲裁
  'petition', // 属于信访事项
  'handled_already', // 已作出处理,没有新的事实和理由
  'no_facts', // 没有具体的对象和事实
] as const
export type RefusalGround = (typeof refusalGrounds)[number]

/** What looking into it showed. */
export const findings = ['substantiated', 'partly', 'unsubstantiated', 'not_applicable'] as const
export type Finding = (typeof findings)[number]

/** GB/T 39046 table A.8, by its codes 1 to 5: the best first. */
export const satisfactions = ['very_satisfied', 'satisfied', 'fairly', 'dissatisfied', 'very_dissatisfied'] as const
export type Satisfaction = (typeof satisfactions)[number]

export const complaintEndings = ['answered', 'routed', 'withdrawn', 'unreached'] as const
export type ComplaintEnding = (typeof complaintEndings)[number]

export interface ComplaintAnswer {
  readonly text: string
  /** Null = the organ that it was passed on to says nothing of it. */
  readonly finding: Finding | null
  readonly measures: string | null
  /** Null = the organ that it was passed on to. */
  readonly by: StaffRef | null
  readonly on: PlainDate
}

export interface ComplaintCase extends CaseCommon {
  readonly kind: 'complaint'
  readonly status: ComplaintState
  readonly intake: ComplaintIntake
  readonly terms: ComplaintTerms
  readonly acceptedOn: PlainDate | null
  readonly refusal: { readonly ground: RefusalGround; readonly explanation: string } | null
  readonly forwarded: Forwarding | null
  readonly assignment: Assignment | null
  readonly urges: readonly { readonly on: PlainDate; readonly reason: string }[]
  readonly answer: ComplaintAnswer | null
  /** How often the supervisor sent an answer back. */
  readonly rejections: number
  readonly verifiedOn: PlainDate | null
  /** 回访. */
  readonly followUp: {
    readonly on: PlainDate
    readonly satisfaction: Satisfaction
    readonly note: string | null
  } | null
  readonly ending: ComplaintEnding | null
}
