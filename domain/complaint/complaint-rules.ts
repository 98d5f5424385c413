import type { OwnLimit } from '../contact/contact-rules.ts'
import { inForceOn } from '../contact/contact-rules.ts'
import type { PlainDate } from '../plain-date.ts'
import { plainDate } from '../plain-date.ts'

/** The clocks of a complaint. All in working days, and none of them stands still. */
export interface ComplaintTerms {
  /** To decide whether it is taken up, from the day it came in. */
  readonly acceptance: OwnLimit
  /** To answer it, from the day it was taken up. */
  readonly handling: OwnLimit
  /** How long an organ that it was passed on to is waited for. */
  readonly feedbackDays: number
  /** How long the person is tried to be reached for the follow-up. */
  readonly followUpDays: number
}

export interface ComplaintRules extends ComplaintTerms {
  readonly from: PlainDate
}

/**
 * No law of the whole country gives these numbers. Acceptance within five working days, and an answer in writing to whoever gives
 * his name, is a local rule (a city's rules on electronic supervision, sample of practice). Fifteen working days for handling, ten more
 * once, ten for word from another organ and five for the follow-up are recalled from the rules of several centers and not verified.
 * A center sets its own (domain/settings); cases that came in before keep theirs.
 */
export const complaintRules: readonly [ComplaintRules, ...ComplaintRules[]] = [
  {
    from: plainDate('2008-05-01'),
    acceptance: { days: 5, extensionMax: 0 },
    handling: { days: 15, extensionMax: 10 },
    feedbackDays: 10,
    followUpDays: 5,
  },
]

/** The program's terms of the day on which a complaint came in. */
export const complaintTermsOn = (arrivedOn: PlainDate): ComplaintTerms => {
  const { from: _from, ...terms } = inForceOn(complaintRules, arrivedOn)
  return terms
}
