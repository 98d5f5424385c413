import type { PlainDate } from '../plain-date.ts'
import { findTemplate } from './choose.ts'
import type { LetterKind } from './letter-kind.ts'
import type { LetterTemplate } from './template.ts'
import { contactLetters } from './templates/contact.ts'
import { disclosureConsultation } from './templates/disclosure-consultation.ts'
import { disclosureForms } from './templates/disclosure-forms.ts'
import { disclosureNotices } from './templates/disclosure-notices.ts'
import { disclosureReplies2008 } from './templates/disclosure-replies-2008.ts'
import { disclosureReplies } from './templates/disclosure-replies.ts'
import { guideTemplate } from './templates/guide.ts'
import { handoverLetters } from './templates/handovers.ts'
import { serviceDecisionLetters } from './templates/service-decision.ts'
import { serviceExaminationLetters } from './templates/service-examination.ts'
import { serviceIntakeLetters } from './templates/service-intake.ts'
import { supervisionLetters } from './templates/supervision.ts'

/** Every version of every letter. */
export const letterTemplates: readonly LetterTemplate[] = [
  ...serviceIntakeLetters,
  ...serviceExaminationLetters,
  ...serviceDecisionLetters,
  ...handoverLetters,
  guideTemplate,
  ...disclosureForms,
  ...disclosureNotices,
  ...disclosureConsultation,
  ...disclosureReplies2008,
  ...disclosureReplies,
  ...contactLetters,
  ...supervisionLetters,
]

/** The version in force on a legal date; null = this program has no wording for the law of that day. */
export const templateOn = (letter: LetterKind, on: PlainDate): LetterTemplate | null =>
  findTemplate(letterTemplates, letter, on)
