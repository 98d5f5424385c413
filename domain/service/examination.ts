import type { PlainDate } from '../plain-date.ts'

/** One passage through a step of the way; a step that was returned or sent on has several. */
export interface StepRun {
  /** Place in the way of the item, from 1. */
  readonly step: number
  /** Null = the item names no steps: one single examination. */
  readonly name: string | null
  readonly organ: string
  readonly limitDays: number | null
  /** Open since; not counted itself. */
  readonly from: PlainDate
  /** Who took it; null = nobody yet. */
  readonly handler: string | null
  readonly claimedOn: PlainDate | null
  readonly doneOn: PlainDate | null
  readonly result: StepResult | null
  readonly opinion: string | null
}

/** GB/T 39046 table 7: 通过, 退回, 其他. */
export const stepResults = ['passed', 'returned', 'sent'] as const
export type StepResult = (typeof stepResults)[number]

export interface Consultation {
  /** 1, 2, 3 … within the case. */
  readonly n: number
  readonly organ: string
  readonly question: string
  readonly askedOn: PlainDate
  readonly answerBy: PlainDate
  readonly answer: { readonly on: PlainDate; readonly opinion: string } | null
}

export interface JointReview {
  readonly on: PlainDate
  readonly organs: readonly string[]
  readonly opinion: string
}

export interface Inspection {
  readonly on: PlainDate
  readonly place: string
  readonly inspectors: readonly string[]
  readonly findings: string
}

/** What does not count in the limit of a licence (行政许可法 art. 45). Each is a reason for a pause. */
export const specialProcedures = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert_review',
] as const
export type SpecialProcedure = (typeof specialProcedures)[number]

export interface SpecialRun {
  readonly procedure: SpecialProcedure
  readonly reason: string
  readonly from: PlainDate
  /** Working days that it takes, as told in writing. */
  readonly days: number
  readonly to: PlainDate | null
  readonly result: string | null
  /** Told in writing again, because the time told before was not enough. */
  readonly renews?: true
}

/** Why a hearing is held: somebody asked for it (47), or the organ must or may by itself (46). */
export const hearingGrounds = ['request', 'law', 'public_interest'] as const
export type HearingGround = (typeof hearingGrounds)[number]

export interface Hearing {
  readonly toldOn: PlainDate | null
  /** What it would be about, as told. */
  readonly subject: string | null
  readonly request: { readonly on: PlainDate; readonly requestedBy: string } | null
  readonly held: {
    readonly ground: HearingGround
    readonly on: PlainDate
    readonly place: string
    readonly noticeOn: PlainDate
  } | null
}

export interface Suspension {
  readonly from: PlainDate
  readonly reason: string
  readonly basis: string
  readonly resumeBy: PlainDate
  readonly approvedBy: string
  readonly to: PlainDate | null
}

/** Who approves an extension: the head of the organ (42(1)); the head of the government of the same level, in joint handling (42(2)). */
export const approvers = ['organ_head', 'government_head'] as const
export type Approver = (typeof approvers)[number]

export interface Extension {
  readonly on: PlainDate
  readonly days: number
  readonly reason: string
  readonly approver: Approver
  readonly approvedBy: string
}
