import type { OwnLimit } from '../contact/contact-rules.ts'
import { inForceOn } from '../contact/contact-rules.ts'
import type { PlainDate } from '../plain-date.ts'
import { plainDate } from '../plain-date.ts'

/** What the center promises whoever asks. All in working days. */
export interface ConsultationRules {
  readonly from: PlainDate
  readonly answer: OwnLimit
  /** How long an organ that a question was passed on to is waited for. */
  readonly feedbackDays: number
}

/**
 * No law gives a limit for answering a question. Five working days, five more once, and ten for word from another organ are
 * recalled from the service promises of several centers and not verified; a center that promises otherwise adds an entry with its day.
 */
export const consultationRules: readonly [ConsultationRules, ...ConsultationRules[]] = [
  { from: plainDate('2008-05-01'), answer: { days: 5, extensionMax: 5 }, feedbackDays: 10 },
]

/** The promise of the day on which a question came in. */
export const consultationRulesOn = (arrivedOn: PlainDate): ConsultationRules => inForceOn(consultationRules, arrivedOn)
