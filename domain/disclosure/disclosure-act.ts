import type { Fen } from '../fees/money.ts'
import type { PlainDate } from '../plain-date.ts'
import type { OpinionKind } from './consultation.ts'
import type { DeliveryProof, DeliveryWay } from './delivery.ts'
import type { DisclosureIntake } from './disclosure-intake.ts'
import type { Official, ReviewKind } from './disclosure-state.ts'
import type { HistoricalRequest } from './historical-request.ts'
import type { LitigationRecord, ReconsiderationRecord, RedoOrder } from './remedy-record.ts'
import type { ReplyDraft } from './reply-draft.ts'

/** Acts that open a disclosure request. */
export type DisclosureOpening =
  | { readonly kind: 'disclosure.register'; readonly intake: DisclosureIntake }
  /** A reconsideration body or a court wants the reply made anew. */
  | { readonly kind: 'disclosure.redo'; readonly intake: DisclosureIntake; readonly order: RedoOrder }
  /** A row of an old register. `name` and `idException` stand where the row names nobody. */
  | {
      readonly kind: 'disclosure.import'
      readonly request: HistoricalRequest
      readonly name: string
      readonly idException: string
    }

/** Receipt, and whose work it is. */
type IntakeAct =
  | { readonly kind: 'disclosure.confirm'; readonly confirmedOn: PlainDate }
  /** Not meant for this organ at all; no request was received. */
  | { readonly kind: 'disclosure.mis_sent'; readonly reason: string }
  /** The applicant could not be reached to confirm. */
  | { readonly kind: 'disclosure.unreachable'; readonly attempts: readonly string[] }
  | { readonly kind: 'disclosure.assign'; readonly unit: string; readonly handler: string | null }
  | { readonly kind: 'disclosure.claim'; readonly handler: string }
  | { readonly kind: 'disclosure.return'; readonly reason: string }
  | { readonly kind: 'disclosure.help'; readonly what: string }
  | { readonly kind: 'disclosure.withdraw'; readonly reason: string }
  /** Whoever works on it asks the head for a longer time. */
  | { readonly kind: 'disclosure.request_extension'; readonly days: number; readonly reason: string }
  | { readonly kind: 'disclosure.refuse_extension'; readonly reason: string }
  /** The head of the office consents (art. 33(2)), asked or by himself. */
  | {
      readonly kind: 'disclosure.extend'
      readonly days: number
      readonly reason: string
      readonly approver: Official
      readonly approvedOn: PlainDate
    }

/** The applicant's turn: correction, reasons, fee. */
type ApplicantAct =
  | {
      readonly kind: 'disclosure.notice_correction'
      readonly items: readonly string[]
      readonly correctBy: PlainDate
      readonly consequence: string
    }
  | {
      readonly kind: 'disclosure.correct'
      readonly receivedOn: PlainDate
      readonly content: string
      /** False = still unclear after the correction. */
      readonly clear: boolean
    }
  | { readonly kind: 'disclosure.ask_reason'; readonly reasonBy: PlainDate; readonly finding: string }
  | {
      readonly kind: 'disclosure.accept_reason'
      readonly receivedOn: PlainDate
      readonly reason: string
      readonly finding: string
      /** Working days beyond the reply limit; null = it can be answered in time. */
      readonly delayDays: number | null
    }
  | {
      readonly kind: 'disclosure.reject_reason'
      readonly receivedOn: PlainDate
      readonly reason: string
      readonly finding: string
    }
  | { readonly kind: 'disclosure.reason_lapsed'; readonly finding: string }
  | {
      readonly kind: 'disclosure.charge_fee'
      /** Place of this request among its applicant's of the calendar month (自然月). */
      readonly requests: number | null
      readonly pages: number | null
      /** What this request costs: by case its own slice of the month, by page all its pages. */
      readonly fen: Fen
      /** Why its place in the month is another one than the store counts. */
      readonly countReason?: string
    }
  /** The notice never arrived: it is taken back. `until` is the day that was found, and time stood still no longer. */
  | { readonly kind: 'disclosure.fee_undelivered'; readonly attempts: readonly string[]; readonly until: PlainDate }
  | { readonly kind: 'disclosure.fee_notice_received'; readonly receivedOn: PlainDate }
  | { readonly kind: 'disclosure.fee_paid'; readonly paidOn: PlainDate; readonly receiptNo: string }
  /** The period for correcting or paying has run out without good reason. */
  | { readonly kind: 'disclosure.lapse'; readonly finding: string }

/** Other people's word: third parties, co-producing organs, organs that contribute. */
type ConsultationAct =
  | {
      readonly kind: 'disclosure.consult_third_party'
      readonly name: string
      readonly matter: string
      readonly sentOn: PlainDate
    }
  | { readonly kind: 'disclosure.third_party_received'; readonly party: number; readonly receivedOn: PlainDate }
  | {
      readonly kind: 'disclosure.third_party_opinion'
      readonly party: number
      readonly answeredOn: PlainDate
      readonly opinion: Exclude<OpinionKind, 'none'>
      readonly reason: string | null
      readonly reasonable: boolean | null
      /** Last day there was to answer, where the word came later: it is silence (art. 32), and the word a note. */
      readonly until?: PlainDate
    }
  /** Nobody else will answer: the pause ends on `until`, the last day there was to answer. */
  | { readonly kind: 'disclosure.third_party_lapsed'; readonly until: PlainDate }
  /** The letter never arrived. `until` is the day that was found, and time stood still no longer. */
  | {
      readonly kind: 'disclosure.third_party_undelivered'
      readonly party: number
      readonly attempts: readonly string[]
      readonly until: PlainDate
    }
  | { readonly kind: 'disclosure.tell_consultation' }
  | {
      readonly kind: 'disclosure.override_third_party'
      readonly party: number
      readonly what: string
      readonly reason: string
    }
  | {
      readonly kind: 'disclosure.consult_agency'
      readonly name: string
      readonly matter: string
      readonly sentOn: PlainDate
    }
  | { readonly kind: 'disclosure.agency_received'; readonly party: number; readonly receivedOn: PlainDate }
  | {
      readonly kind: 'disclosure.agency_opinion'
      readonly party: number
      readonly answeredOn: PlainDate
      readonly opinion: Exclude<OpinionKind, 'none'>
      readonly reason: string | null
      /** Last day there was to answer, where the word came later: silence is consent (art. 34), and the word a note. */
      readonly until?: PlainDate
    }
  | {
      readonly kind: 'disclosure.agency_undelivered'
      readonly party: number
      readonly attempts: readonly string[]
      readonly until: PlainDate
    }
  | { readonly kind: 'disclosure.agency_lapsed'; readonly until: PlainDate }
  | {
      readonly kind: 'disclosure.coordinate'
      readonly organ: string
      readonly question: string
      readonly sentOn: PlainDate
    }
  | {
      readonly kind: 'disclosure.coordination_answer'
      readonly letter: number
      readonly answeredOn: PlainDate
      readonly answer: string
    }

/** The reply, from the draft to the proof that it arrived. */
type ReplyAct =
  | { readonly kind: 'disclosure.spot_reply'; readonly reply: ReplyDraft; readonly proof: DeliveryProof }
  | { readonly kind: 'disclosure.draft'; readonly reply: ReplyDraft }
  | { readonly kind: 'disclosure.reopen_handling'; readonly reason: string }
  | { readonly kind: 'disclosure.submit' }
  | {
      readonly kind: 'disclosure.record_review'
      readonly review: ReviewKind
      readonly reviewer: Official
      readonly opinion: string
    }
  | { readonly kind: 'disclosure.pass_review' }
  | { readonly kind: 'disclosure.return_draft'; readonly reason: string }
  | { readonly kind: 'disclosure.sign'; readonly signer: Official }
  /** The reply was voided before it left the house: it is drafted anew. */
  | { readonly kind: 'disclosure.recall'; readonly reason: string }
  | {
      readonly kind: 'disclosure.deliver'
      readonly way: DeliveryWay
      readonly sentOn: PlainDate
      readonly proof: DeliveryProof | null
    }
  | { readonly kind: 'disclosure.prove_delivery'; readonly proof: DeliveryProof }
  | { readonly kind: 'disclosure.close' }

/** What may follow a reply. */
type AfterwardsAct =
  | { readonly kind: 'disclosure.reconsideration'; readonly record: ReconsiderationRecord }
  | { readonly kind: 'disclosure.litigation'; readonly record: LitigationRecord }
  | { readonly kind: 'disclosure.suggest_publication'; readonly by: 'applicant' | 'organ'; readonly reason: string }

/** What a person can do to a disclosure request. One act becomes one operation of the same kind; corrections are further acts. */
export type DisclosureAct = DisclosureOpening | DisclosureStep
/** Acts on a request that exists. */
export type DisclosureStep = IntakeAct | ApplicantAct | ConsultationAct | ReplyAct | AfterwardsAct

export type DisclosureActKind = DisclosureAct['kind']
export type DisclosureStepKind = DisclosureStep['kind']
