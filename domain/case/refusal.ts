import type { Article } from '../law/article.ts'

/** One field that keeps an act from being done. `field` is the path in the act, e.g. `intake.applicant.idNumber`. */
export interface FieldProblem {
  readonly field: string
  readonly code: FieldProblemCode
}

export const fieldProblemCodes = [
  'required',
  'too_long',
  'id_invalid_without_reason',
  'phone_invalid',
  'postcode_invalid',
  'date_invalid',
  'date_in_future',
  'date_too_old',
  'date_before_arrival',
  'promise_date_required',
  'promise_date_past',
  'not_tolerable',
  'count_invalid',
  'category_required',
  'category_mismatch',
  'mandate_expired',
  'mandate_not_begun', // its first day is yet to come
  'agent_is_applicant', // one document number on both sides
  'not_applicable',
  'text_has_control_characters',
  'personal_data', // a title by which the person could be found
  'value_unknown',
  'number_invalid',
  'index_no_invalid',
  'date_order',
  'too_few',
  'not_postal',
  'date_before_receipt',
  'date_before_notice', // before the letter that it answers
  'date_not_ahead', // a period ends on a day yet to come
  'proof_mismatch', // each way of delivery has its own proof
  'tracking_no_mismatch', // another parcel than the one that was sent
  'outcome_required',
  'time_invalid', // no time of the day, `14:05`
] as const
export type FieldProblemCode = (typeof fieldProblemCodes)[number]

/** Why an act was not done. Code and data only; the wording lives with each user interface. */
export const refusalCodes = [
  'invalid_fields', // see `fields`
  'materials_missing', // 受理 with a required, intolerable gap: give the once-only notice instead (32(1)(4))
  'materials_complete', // a once-only notice with nothing to correct: accept instead (32(1)(5))
  'not_allowed_in_state', // the workflow does not know this act here
  'case_unknown',
  'case_exists',
  'stale', // the case moved on since it was shown
  'role_not_permitted',
  'agent_other_village', // an agent acts for residents of the village that he looks after
  'not_signed_in',
  'confirmation_not_needed', // the channel needs no confirmation (31)
  'letter_not_available', // this letter does not exist for the case as it stands
  'materials_changed', // the checklist handed in is not the checklist of the case
  'document_unknown', // no such numbered letter, or it is void
  'document_not_void', // only a voided letter is issued again, and once
  'clock_not_running',
  'clock_fact_unknown', // no such pause, restart or extension, or it is undone
  'clock_fact_not_changeable', // an open pause belongs to the state: end it first
  'time_not_disputed', // nobody disputes the time of that operation
  'time_after_arrival', // the operation was here by then: params: until
  'time_before_proof', // the server had told the device a later time before: params: earliest
  'clock_contradiction', // the facts could not all be true
  'record_unknown',
  'record_exists',
  'record_key_taken', // another record of the kind has the same key
  'calendar_implausible', // no arrangement of the State Council looks like this
  'secrecy_review_missing', // no release without a review (条例 17)
  'released_before_review', // published before it was reviewed (条例 17): params: on
  'review_finds_ground', // the review names a ground against disclosure
  'time_not_run_out', // a timed way out before its time
  'not_public', // nothing of it is public
  'publication_period_runs', // it must stay public for longer
  'validity_not_applicable', // only rules and normative documents have a validity
  'effective_before_previous', // a version from before the one it follows
  'personal_data_unmasked', // personal data in what is made public
  'extension_too_long',
  'handler_is_subject', // nobody handles what is complained of himself
  'verifier_is_handler', // nobody verifies his own answer
  'petition_elsewhere', // 信访 has a way of its own
  'rating_too_early', // neither accepted nor closed yet
  'rating_given', // 一事一评
  'rating_not_asked', // the resident's screen is not open (any more)
  'task_kind_mismatch', // a task of supervision of this kind knows no such act
  'explanation_missing', // a card is explained before it is answered
  'rating_not_verified', // a bad rating is looked into before it is answered
  'feedback_missing', // who rated under his name is told first
  'call_back_missing', // and asked back before the task is closed
  'rater_anonymous', // nobody to tell or to ask back
  'escalation_not_graver',
  'mandate_not_in_force', // not signed, not looked at, or before its first day
  'mandate_run_out', // after its last day
  'mandate_revoked', // taken back or given up (民法典 173)
  'mandate_used_up', // what it was for is done (民法典 173)
  'mandate_other_agent', // somebody else acts
  'mandate_matter_not_covered', // outside its matters (民法典 171)
  'mandate_deed_not_covered', // outside its authority (民法典 171)
  'mandate_cases_exhausted', // more cases than it allows
  'in_person_required', // nobody can act for the person (行政许可法 29, 民法典 161)
  'sub_agency_not_consented', // 民法典 169
  'template_unsound', // a placeholder, condition or citation is wrong: params say which
  'template_other_letter', // one record is about one letter
  'handover_step_wrong', // not on its way from here to there
  'handover_line_signed', // signed for already, or no such line
  'notice_too_late', // the five days for the once-only notice are over: the papers count as accepted (32(1)(4))
  'second_notice', // all that is missing is told once (32(1)(4))
  'not_instant', // only an item of the kind 即办件 is decided on the spot in one act
  'fee_amount_wrong', // not the sum that is owed
  'fee_not_published', // the guide names no charge: nothing may be charged (59)
  'fee_unlawful', // a charge without the basis that the law asks for (58)
  'fee_noticed', // there is a fee notice already
  'fee_not_noticed', // no fee notice was given
  'fee_paid_already', // it is paid
  'fee_open', // a fee notice is neither paid nor cancelled
  'steps_done', // every step has passed: decide
  'step_not_claimed', // nobody has taken the open step
  'step_claimed', // somebody has taken the open step
  'step_unknown', // only an earlier step can be returned to
  'steps_open', // an approval rests on every step
  'consultation_unknown', // no such consultation, or it is answered
  'inspectors_too_few', // two people at least (34(3))
  'nothing_supplied', // no tolerated material was handed in
  'hearing_not_told', // the right to a hearing was not told (47(1))
  'hearing_request_late', // asked for after the five days (47(1))
  'hearing_not_requested', // nobody asked for a hearing
  'hearing_too_late', // not within twenty days of the request (47(1))
  'hearing_notice_short', // less than seven days before the hearing (48(1)(1))
  'extension_not_allowed', // the law gives this matter no extension
  'extension_given', // it was extended before: once only
  'extension_late', // the limit has run out: nothing to extend
  'approver_wrong', // not the person who approves it: 42(1) head of the organ, 42(2) head of the government
  'tolerated_overdue', // promised materials (容缺) are overdue
  'late_reason_required', // over the promised limit: say why
  'not_approved', // only an approval has this
  'already_revoked', // the approval was taken back before
  'delivery_proof_exists', // the proof is there
  'delivery_proof_missing', // no proof of delivery
  'delivery_proof_unfit', // this does not prove a delivery by this way
  'decision_letter_void', // params: no; the only letter of the decision is void: issue it again first (38)
  'told_time_too_long', // params: max; nobody is told to wait that long by one notice (45)
  'start_before_arrival', // params: arrivedOn, earliest; no limit runs before the papers arrived
  'bundle_parts_missing', // a bundle and the requests of its parts are registered together (26(2))
  'bundle_part_taken', // that request is no part of this bundle
  'bundle_part_open', // the part has not ended so
  'settings_unsound', // params: problem, detail
  'settings_other_topic', // a version of settings stays with its topic
  'not_announced', // no public notice was given
  'bundle_part_unknown', // the bundle has no such part, or it is reported already
  'already_claimed', // somebody else works on it
  'correction_notice_given', // once only (条例 30)
  'correction_notice_late', // within 7 working days (条例 30)
  'reason_asked', // reasons are asked for once (条例 35)
  'receipt_not_recorded', // when the letter arrived is not recorded, so no period runs
  'pause_too_long', // the clock stands still no longer than the period lasts
  'not_in_regulation', // the Regulation in force on the receipt date does not know this
  'fee_already_charged',
  'fee_not_due', // within the free part, or no tariff was in force
  'fee_both_tariffs', // by case or by page (国办函〔2020〕109号 3)
  'fee_not_by_tariff', // params: fen
  'outcome_not_open', // this outcome rests on a step that was not taken
  'reply_incomplete', // see `fields`
  'third_party_objects', // with reasonable grounds, and no public interest was found (条例 32)
  'coordination_open', // an organ that was asked has not answered
  'review_missing', // params: review
  'spot_only_granted', // only what is granted is answered on the spot
  'not_disclosable', // what was not disclosed is not published either (条例 44)
  'clock_running', // the clock runs already
  'fee_by_bundle', // a part of a bundle is charged with the whole
  'denial_due', // false papers for a licence: denied, not ended (78)
  'limit_run_out', // nothing lengthens a limit that has run out (条例 35, 42)
  'fee_place_charged', // params: known; another request of the month was charged for it (国办函〔2020〕109号 4)
  'fee_ordinal_differs', // params: known; the store counts another place in the month (国办函〔2020〕109号 4)
  'answer_late', // after the 15 working days a word is silence (条例 32, 34); params: until
  'reply_void', // the only reply is void: issue it again first
  'extension_requested', // the head has a request to decide
  'extension_not_requested', // nobody asked for one
  'reconsideration_missing', // a suit after a review rests on a review (行政诉讼法 45)
  'earlier_case_unknown', // a number of this center that no request has (条例 36)
  'attachment_unknown', // no such file, or it is detached
  'attachment_type', // no kind of file that is taken, whatever its name says
  'attachment_too_large', // params: max, in MiB
  'attachments_too_many', // params: max
  'attachments_missing', // params: count; files whose bytes have not come in: a matter is archived whole
  'case_archived', // params: on
  'case_not_closed', // only a closed matter is archived
  'duplicate_known', // the two are one, or linked, already
  'act_of_server', // only the server does it
  'soft_value_unknown', // the field never had that value
  'soft_field_of_nobody', // somebody without a name has no address here
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export interface Refusal {
  readonly code: RefusalCode
  /** The article that refuses, as cited in RULES.md, or null. */
  readonly article: Article | null
  readonly fields: readonly FieldProblem[]
  readonly params: Readonly<Record<string, string | number>>
}

export const refusal = (code: RefusalCode, more: Partial<Omit<Refusal, 'code'>> = {}): Refusal => ({
  code,
  article: more.article ?? null,
  fields: more.fields ?? [],
  params: more.params ?? {},
})
