import { checkIdNumber } from '../../../domain/identity/check-id-number.ts'
import { normalizeIdNumber } from '../../../domain/identity/normalize-id-number.ts'
import type { ApplicantKind } from '../../../domain/case/applicant.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { editForm } from './form-edits.ts'
import type { IntakeForm } from './form-model.ts'

/** Which card was read at which place: the section that has the focus decides who it belongs to. */
export type ScanTarget = 'applicant' | 'representative'

/**
 * A card or licence code from a reader. A person's number goes to the person of that section — the operator or legal
 * representative when a body applies — and a credit code makes the applicant a body. What was typed elsewhere stays.
 */
export const applyScan = (form: IntakeForm, text: string, target: ScanTarget, today: PlainDate): IntakeForm => {
  const number = normalizeIdNumber(text).slice(0, 40)
  const { kind } = checkIdNumber(number, { today })
  if (kind === 'uscc') {
    const body =
      form.applicant.kind === 'person' ? editForm(form, { type: 'applicantKind', kind: bodyKindOf(number) }) : form
    return { ...body, applicant: { ...body.applicant, idType: null, idNumber: number } }
  }
  if (target === 'representative') {
    return { ...form, representative: { ...form.representative, idType: null, idNumber: number } }
  }
  return form.applicant.kind === 'person'
    ? { ...form, applicant: { ...form.applicant, idType: null, idNumber: number } }
    : { ...form, applicant: { ...form.applicant, contactIdNumber: number } }
}

/** GB 32100 table 1: registered by market supervision (9) as enterprise (1) or sole trader (2); everything else is another body. */
const bodyKindOf = (code: string): ApplicantKind =>
  code.startsWith('92') ? 'sole_trader' : code.startsWith('91') ? 'enterprise' : 'organization'
