import { termProblem } from '../../../domain/case/mandate-term.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { parseDateEntry } from './date-entry.ts'
import type { IntakeForm } from './form-model.ts'

/** What the term says against the mandate as far as it is typed (INT-9), on the day the papers came in; null = nothing. */
export const typedTermProblem = (form: IntakeForm, today: PlainDate): ReturnType<typeof termProblem> => {
  const { validFrom, validUntil } = form.representative
  const from = parseDateEntry(validFrom, today, 'before')
  const term = {
    ...(from === null ? {} : { validFrom: from }),
    validUntil: parseDateEntry(validUntil, today, 'after'),
  }
  return termProblem(term, handedInOn(form, today))
}

const handedInOn = ({ matter, disclosure }: IntakeForm, today: PlainDate): PlainDate =>
  (matter?.kind === 'disclosure' ? parseDateEntry(disclosure.arrivedOn, today, 'before') : null) ?? today
