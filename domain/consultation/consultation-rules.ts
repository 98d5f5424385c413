import type { OwnLimit } from '../contact/contact-rules.ts'
import { inForceOn } from '../contact/contact-rules.ts'
import type { PlainDate } from '../plain-date.ts'
import { plainDate } from '../plain-date.ts'

/** What the center promises whoever asks. All in working days. */
export interface ConsultationTerms {
  readonly answer: OwnLimit
  /** How long an organ that a question was passed on to is waited for. */
  readonly feedbackDays: number
}

export interface ConsultationRules extends ConsultationTerms {
  readonly from: PlainDate
}

/**
 * No law gives a limit for answering a question. Five working days, five more once, and ten for word from another organ are
 * recalled from the service promises of several centers and not verified; a center that promises otherwise sets its own
 * (domain/settings).
 */
export const consultationRules: readonly [ConsultationRules, ...ConsultationRules[]] = [
  { from: plainDate('2008-05-01'), answer: { days: 5, extensionMax: 5 }, feedbackDays: 10 },
]

/** The program's promise of the day on which a question came in. */
export const consultationTermsOn = (arrivedOn: PlainDate): ConsultationTerms => {
  const { from: _from, ...terms } = inForceOn(consultationRules, arrivedOn)
  return terms
}
