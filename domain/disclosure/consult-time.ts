import { type WorkCalendar, workdayAfter } from '../calendar/work-calendar.ts'
import type { CheckContext } from '../case/case-module.ts'
import { type FieldProblem, type Refusal, refusal } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'
import { type ConsultedKind, answerDue, consultationDays, consultedOf } from './consultation-period.ts'
import { isLostAgain } from './consultation-pause.ts'
import type { Consulted } from './consultation.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { regulationOn } from './regulation.ts'
import { happened, problem } from './rule.ts'

// Time for a word, and how long a letter that never arrives may stop the clock (条例 arts. 32, 33(3), 34).

/**
 * A word after the last day is silence (arts. 32, 34), and whoever records it says so: `until`. Where it is not known when the letter
 * arrived, a word is surely in time only within the days counted from its sending. The days for third parties under the Regulation of 2008
 * are ours, and bind nobody.
 */
export const answerLaw = (
  state: DisclosureCase,
  kind: ConsultedKind,
  party: Consulted,
  { answeredOn, until }: { readonly answeredOn: PlainDate; readonly until?: PlainDate },
  calendar: WorkCalendar,
): Refusal | null => {
  const regulation = regulationOn(state.clockStart ?? state.arrivedOn)
  const article = kind === 'third_party' ? regulation.thirdPartyArticle : regulation.coProducerArticle
  const bound = regulation.version === '2019'
  const due = answerDue(state, kind, party, calendar)
  const late = bound && due !== null && answeredOn > due
  if (late) return until === due ? null : refusal('answer_late', { article, params: { until: due } })
  if (until !== undefined) return refusal('invalid_fields', { article, fields: [problem('until', 'not_applicable')] })
  const surely = lastDayFrom(state, kind, party.sentOn, calendar)
  return bound && due === null && surely !== null && answeredOn > surely
    ? refusal('receipt_not_recorded', { article })
    : null
}

interface NeverArrived {
  readonly party: number
  readonly attempts: readonly string[]
  readonly until: PlainDate
}

export const neverArrivedFields = (
  { party, attempts, until }: NeverArrived,
  state: DisclosureCase,
  kind: ConsultedKind,
  context: CheckContext,
): readonly FieldProblem[] => {
  const one = consultedOf(state, kind).find(({ n }) => n === party)
  return [
    ...attemptsOf(attempts),
    ...happened('until', until, state, context),
    ...(one !== undefined && until < one.sentOn ? [problem('until', 'date_before_notice')] : []),
    // Its arrival is on record.
    ...((one?.receivedOn ?? null) === null ? [] : [problem('party', 'not_applicable')]),
  ]
}

/** What never arrived stops the clock no longer than what arrived on the day it was sent. */
export const neverArrivedLaw = (
  state: DisclosureCase,
  kind: ConsultedKind,
  party: Consulted,
  until: PlainDate,
  calendar: WorkCalendar,
): Refusal | null => {
  const last = lastDayFrom(state, kind, party.sentOn, calendar)
  return last !== null && until > last
    ? refusal('pause_too_long', {
        article: kind === 'third_party' ? 'ogi2019:32' : 'ogi2019:34',
        params: { until: last },
      })
    : null
}

/** A pause for consultation, corrected afterwards, lasts no longer than its letters give time to answer. */
export const consultationPauseLaw = (after: DisclosureCase, n: number, { calendar }: CheckContext): Refusal | null => {
  const fact = after.clockFacts.find((one) => one.n === n)
  if (fact?.kind !== 'pause' || fact.to === null) return null
  const { reason, to } = fact
  if (reason !== 'third_party' && reason !== 'other_organ') return null
  const regulation = regulationOn(after.clockStart ?? after.arrivedOn)
  const last = consultedOf(after, reason)
    .flatMap((one, _at, all) => {
      if (one.pause !== n) return []
      if (isLostAgain(one, all)) return [one.sentOn]
      return [answerDue(after, reason, one, calendar) ?? lastDayFrom(after, reason, one.sentOn, calendar) ?? to]
    })
    .sort()
    .at(-1)
  return regulation.version === '2019' && last !== undefined && to > last
    ? refusal('pause_too_long', {
        article: reason === 'third_party' ? regulation.thirdPartyArticle : regulation.coProducerArticle,
        params: { until: last },
      })
    : null
}

/** Attempts to deliver, each with its day and what came of it. */
export const attemptsOf = (attempts: readonly string[]): readonly FieldProblem[] =>
  attempts.length === 0 || attempts.some((attempt) => attempt.trim() === '') ? [problem('attempts', 'required')] : []

/** Last day for a word if the letter arrived on the day it was sent. */
export const lastDayFrom = (
  state: DisclosureCase,
  kind: ConsultedKind,
  sentOn: PlainDate,
  calendar: WorkCalendar,
): PlainDate | null => {
  const days = consultationDays(regulationOn(state.clockStart ?? state.arrivedOn), kind)
  return days === null ? null : workdayAfter(calendar, sentOn, days)
}
