import type { FactSchema, FactsOf } from './fact-types.ts'
import * as contact from './facts/contact-facts.ts'
import * as disclosure from './facts/disclosure-facts.ts'
import * as reply from './facts/disclosure-reply-facts.ts'
import * as decision from './facts/service-decision-facts.ts'
import * as service from './facts/service-facts.ts'
import * as supervision from './facts/supervision-facts.ts'
import type { LetterKind } from './letter-kind.ts'

/** What each letter is told. */
export const letterFactSchemas = {
  service_receipt: service.serviceReceiptFacts,
  service_acceptance: service.serviceAcceptanceFacts,
  service_once_only_notice: service.onceOnlyNoticeFacts,
  service_refusal: service.serviceRefusalFacts,
  service_supply_receipt: service.supplyReceiptFacts,
  service_tolerance_commitment: service.toleranceFacts,
  service_extension_notice: service.serviceExtensionFacts,
  service_special_procedure_notice: service.specialProcedureFacts,
  service_hearing_notice: service.hearingFacts,
  service_suspension_notice: service.suspensionFacts,
  service_inspection_record: service.inspectionFacts,
  service_approval_form: service.approvalFormFacts,
  service_approval: decision.approvalFacts,
  service_denial: decision.denialFacts,
  service_revocation: decision.revocationFacts,
  service_withdrawal: decision.withdrawalFacts,
  service_termination: decision.terminationFacts,
  service_fee_notice: decision.serviceFeeFacts,
  service_settlement: decision.settlementFacts,
  service_result_slip: decision.resultSlipFacts,
  proof_of_service: decision.proofOfServiceFacts,
  material_handover: decision.materialHandoverFacts,
  bundle_receipt: decision.bundleReceiptFacts,
  guide_booklet: decision.guideFacts,
  disclosure_receipt: disclosure.disclosureReceiptFacts,
  disclosure_request_form: disclosure.disclosureFormFacts,
  disclosure_registration: disclosure.disclosureRegistrationFacts,
  disclosure_correction_notice: disclosure.correctionNoticeFacts,
  disclosure_reason_notice: disclosure.reasonNoticeFacts,
  disclosure_delay_notice: disclosure.delayNoticeFacts,
  disclosure_extension_notice: disclosure.extensionNoticeFacts,
  disclosure_third_party_letter: disclosure.opinionLetterFacts,
  disclosure_third_party_form: disclosure.opinionLetterFacts,
  disclosure_third_party_notice: disclosure.thirdPartyNoticeFacts,
  disclosure_third_party_override: disclosure.overrideFacts,
  disclosure_co_producer_letter: disclosure.opinionLetterFacts,
  disclosure_coordination_letter: disclosure.coordinationFacts,
  disclosure_fee_notice: disclosure.feeNoticeFacts,
  disclosure_transfer_notice: disclosure.transferFacts,
  disclosure_review_form: disclosure.reviewFormFacts,
  disclosure_reply_granted: reply.grantedFacts,
  disclosure_reply_partial: reply.partialFacts,
  disclosure_reply_denied: reply.deniedFacts,
  disclosure_reply_unable: reply.unableFacts,
  disclosure_reply_not_processed: reply.notProcessedFacts,
  disclosure_reply_lapsed: reply.lapsedFacts,
  disclosure_correction_reply: reply.correctionReplyFacts,
  consultation_reply: contact.consultationReplyFacts,
  complaint_receipt: contact.complaintReceiptFacts,
  complaint_refusal: contact.complaintRefusalFacts,
  complaint_reply: contact.complaintReplyFacts,
  urge_slip: supervision.urgeFacts,
  supervision_order: supervision.supervisionOrderFacts,
  supervision_recommendation: supervision.recommendationFacts,
  rating_form: supervision.ratingFormFacts,
  rectification_notice: supervision.rectificationFacts,
  mandate: supervision.mandateFacts,
  agency_handover: supervision.agencyHandoverFacts,
  deposit_list: supervision.depositFacts,
} as const satisfies Readonly<Record<LetterKind, FactSchema>>

/** The facts of one letter. */
export type LetterFacts<L extends LetterKind> = FactsOf<(typeof letterFactSchemas)[L]>
