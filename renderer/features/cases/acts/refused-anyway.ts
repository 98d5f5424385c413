import { CaseActSchema, caseActFields } from '../../../../contract/acts/case-acts.ts'
import type { WorkCalendar } from '../../../../domain/calendar/work-calendar.ts'
import type { CaseActKind } from '../../../../domain/case/case-act.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { guardOf } from '../../../../domain/case/decide.ts'
import type { Refusal, RefusalCode } from '../../../../domain/case/refusal.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { toleratedOf } from '../../../../domain/service/materials.ts'
import { actOfDraft } from './form/act-of-draft.ts'
import { pickOptions } from './form/pick-options.ts'
import { filledDraft } from './form/filled-draft.ts'
import { specOfAct } from './form/spec-of-schema.ts'
import { materialsOf } from './materials-of.ts'

/** What the law has against an act as the case stands, whatever its form will say; null = nothing, or that depends on the form. */
export const refusedAnyway = (
  state: CaseState,
  kind: CaseActKind,
  context: { readonly today: PlainDate; readonly calendar: WorkCalendar },
): Refusal | null => {
  const fields = specOfAct(kind, caseActFields[kind])
  const known = { staffName: () => '—', materials: materialsOf(state) }
  const parsed = CaseActSchema.safeParse(actOfDraft(kind, fields, filledDraft(fields, context.today), known))
  const refusal = parsed.success ? guardOf(state, parsed.data, context) : null
  return refusal !== null && ofTheCase.has(refusal.code) ? refusal : null
}

/** False where the act is about a thing of the case and there is none: a paper to void, an opinion to be told. */
export const hasWhatItIsAbout = (state: CaseState, kind: CaseActKind): boolean =>
  (kind !== 'service.supply_tolerated' || toleratedOf(materialsOf(state)).length > 0) &&
  specOfAct(kind, caseActFields[kind]).every(
    ({ spec }) => spec.type !== 'pick' || pickOptions(state, spec.from).length > 0,
  )

/** True where nobody would look for the act here, so that its reason tells nothing: a fee to be paid that nobody asked for. */
export const isOutOfPlace = ({ code }: Refusal): boolean => outOfPlace.has(code)

const outOfPlace: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'already_claimed',
  'already_revoked',
  'case_archived',
  'case_not_closed',
  'clock_not_running',
  'extension_not_requested',
  'fee_by_bundle',
  'fee_not_noticed',
  'fee_not_published',
  'fee_noticed',
  'fee_paid_already',
  'hearing_not_told',
  'not_announced',
  'not_approved',
  'not_instant',
  'step_claimed',
  'steps_done',
])

/** Refusals that only look at the case, never at what was filled in. */
const ofTheCase: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  ...outOfPlace,
  'attachments_missing',
  'coordination_open',
  'correction_notice_given',
  'correction_notice_late',
  'decision_letter_void',
  'delivery_proof_exists',
  'delivery_proof_missing',
  'extension_given',
  'extension_late',
  'extension_not_allowed',
  'extension_requested',
  'fee_already_charged',
  'fee_open',
  'limit_run_out',
  'notice_too_late',
  'reason_asked',
  'reply_void',
  'review_missing',
  'second_notice',
  'step_not_claimed',
  'steps_open',
  'time_not_run_out',
  'tolerated_overdue',
])
