import type { DisclosureTerms } from './disclosure-terms.ts'
import type { CaseCommon } from '../case/case-common.ts'
import type { Fen } from '../fees/money.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Outcome } from '../report/outcome.ts'
import type { Consulted, Coordination, ThirdPartyOverride } from './consultation.ts'
import type { Delivery } from './delivery.ts'
import type { DisclosureIntake } from './disclosure-intake.ts'
import type { HistoricalRequest } from './historical-request.ts'
import type { LitigationRecord, RedoOrder, ReconsiderationRecord } from './remedy-record.ts'
import type { ReplyDraft } from './reply-draft.ts'

/** Where a disclosure request stands (条例 arts. 29–40). The draft of a form is no state: nothing was received yet. */
export const disclosureStates = [
  'awaiting_confirm', // 待确认收件
  'received', // 已收件
  'correction_wait', // 待补正
  'processing', // 办理中
  'third_party_wait', // 征求第三方意见
  'agency_wait', // 征求其他机关意见
  'reason_wait', // 待说明理由
  'fee_wait', // 待缴费
  'drafting', // 拟稿
  'review', // 审核
  'sign_off', // 签发
  'issued', // 已出具
  'delivered', // 已送达
  'closed', // 办结
  'voided', // 作废
] as const
export type DisclosureState = (typeof disclosureStates)[number]

/** A person with an office, as the law wants him named. */
export interface Official {
  readonly name: string
  readonly title: string
}

/** 补正 (art. 30). */
export interface Correction {
  readonly noticeOn: PlainDate
  readonly items: readonly string[]
  readonly correctBy: PlainDate
  /** Told with the notice: what follows from not correcting. */
  readonly consequence: string
  readonly received: { readonly on: PlainDate; readonly content: string; readonly clear: boolean } | null
}

/** 说明理由 (art. 35): excessive number or frequency. */
export interface ReasonRequest {
  readonly askedOn: PlainDate
  readonly reasonBy: PlainDate
  /** The number or frequency found, as the letter tells it. */
  readonly finding: string
  readonly answer: {
    readonly on: PlainDate
    /** Null = nothing was said in time. */
    readonly reason: string | null
    readonly reasonable: boolean
    readonly finding: string
  } | null
}

/** 信息处理费 (art. 42; 国办函〔2020〕109号): by case or by page, never both. */
export interface ChargedFee {
  /** Place of this request among its applicant's of the calendar month. */
  readonly requests: number | null
  readonly pages: number | null
  readonly fen: Fen
  readonly noticeOn: PlainDate
  /** The notice reached the applicant; the days to pay run from it. */
  readonly noticeReceivedOn: PlainDate | null
  readonly paid: { readonly on: PlainDate; readonly receiptNo: string } | null
  /** Why the request is counted otherwise than the store of the window did; null = it agrees, or nothing was said. */
  readonly countReason: string | null
  /** The notice never reached the applicant: nothing is owed, and the fee may be noticed again. */
  readonly cancelled: { readonly on: PlainDate; readonly attempts: readonly string[] } | null
}

/** A longer time is asked of the head of the office, who has not decided yet. */
export interface ExtensionRequest {
  readonly days: number
  readonly reason: string
  readonly on: PlainDate
}

/** Consent to a longer time: `fact` is the extension in `clockFacts`, which may be undone. */
export interface ExtensionConsent {
  readonly fact: number
  readonly days: number
  readonly reason: string
  /** 政府信息公开工作机构负责人 (art. 33(2)). */
  readonly approver: Official
  readonly approvedOn: PlainDate
}

/** 合理的延迟答复期限 (art. 35), in working days beyond the reply limit. */
export interface AgreedDelay {
  readonly days: number
  readonly reason: string
}

export const reviewKinds = ['secrecy', 'legal'] as const
export type ReviewKind = (typeof reviewKinds)[number]

/** 保密审查 (art. 17) or legal review of the draft in hand. */
export interface ReviewRecord {
  readonly review: ReviewKind
  readonly reviewer: Official
  readonly opinion: string
  readonly on: PlainDate
}

/** How the case ended, by a reply or otherwise. */
export interface Ending {
  readonly outcome: Outcome
  readonly reason: string | null
}

/** 建议转为主动公开 (art. 44). */
export interface PublicationSuggestion {
  readonly by: 'applicant' | 'organ'
  readonly reason: string
  readonly on: PlainDate
}

export interface DisclosureCase extends CaseCommon {
  readonly kind: 'disclosure'
  readonly status: DisclosureState
  readonly terms: DisclosureTerms
  readonly intake: DisclosureIntake
  /** Unit and person who work on it; null = with the disclosure office. */
  readonly assignment: { readonly unit: string; readonly handler: string | null } | null
  readonly correction: Correction | null
  readonly thirdParties: readonly Consulted[]
  readonly overrides: readonly ThirdPartyOverride[]
  readonly coProducers: readonly Consulted[]
  readonly coordination: readonly Coordination[]
  readonly reasonRequest: ReasonRequest | null
  readonly delay: AgreedDelay | null
  readonly fee: ChargedFee | null
  /** Fees whose notices were taken back before; their letters say them still. */
  readonly formerFees: readonly ChargedFee[]
  /** Those undone included; the one in force is `extensionOf`. */
  readonly consents: readonly ExtensionConsent[]
  readonly extensionRequest: ExtensionRequest | null
  readonly draft: ReplyDraft | null
  /** Of the draft in hand; a returned draft is reviewed anew. */
  readonly reviews: readonly ReviewRecord[]
  readonly signed: { readonly by: Official; readonly on: PlainDate } | null
  readonly deliveries: readonly Delivery[]
  /** Null while it is open, and for a case that never was a request (mis-sent, never confirmed). */
  readonly ending: Ending | null
  /** In the order recorded. A pending one and its result of a later year are two: each counts in its year. */
  readonly reconsiderations: readonly ReconsiderationRecord[]
  readonly litigations: readonly LitigationRecord[]
  readonly publication: PublicationSuggestion | null
  /** Help given to a person with a reading, hearing or sight difficulty (art. 43). */
  readonly help: readonly { readonly on: PlainDate; readonly what: string }[]
  readonly redo: RedoOrder | null
  /** The row that the case was imported from; null for a case handled here. */
  readonly history: HistoricalRequest | null
}
