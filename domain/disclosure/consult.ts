import { openPauseOf, withClockFact, withPauseEnded } from '../case/clock-log.ts'
import { type FieldProblem, type Refusal, refusal } from '../case/refusal.ts'
import type { CheckContext } from '../case/case-module.ts'
import type { PlainDate } from '../plain-date.ts'
import { contradiction } from './clock-guard.ts'
import { type Consulted, type Opinion, isOpenConsultation } from './consultation.ts'
import {
  type ConsultedKind,
  consultationDays,
  consultationEnd,
  consultedOf,
  lastAnswerDue,
  withConsulted,
} from './consultation-period.ts'
import type { DisclosureCase, DisclosureState } from './disclosure-state.ts'
import { regulationOn } from './regulation.ts'
import { filled, happened, problem } from './rule.ts'

// What asking third parties (条例 art. 32) and co-producing organs (art. 34) have in common.

interface Asked {
  readonly name: string
  readonly matter: string
  readonly sentOn: PlainDate
}

const waits: Readonly<Record<ConsultedKind, DisclosureState>> = {
  third_party: 'third_party_wait',
  other_organ: 'agency_wait',
}

export const askFields = (act: Asked, state: DisclosureCase, context: CheckContext): readonly FieldProblem[] => [
  ...filled('name', act.name),
  ...filled('matter', act.matter),
  ...happened('sentOn', act.sentOn, state, context),
]

export const askLaw = (state: DisclosureCase, act: Asked, kind: ConsultedKind): Refusal | null => {
  if (state.clockStart === null) return refusal('clock_not_running')
  const regulation = regulationOn(state.clockStart)
  if (consultationDays(regulation, kind) === null)
    return refusal('not_in_regulation', { article: regulation.coProducerArticle })
  return contradiction(asked(state, act, kind))
}

/** The first letter stops the clock; further ones lie in the same pause. */
export const asked = (state: DisclosureCase, { name, matter, sentOn }: Asked, kind: ConsultedKind): DisclosureCase => {
  const list = consultedOf(state, kind)
  const paused =
    openPauseOf(state) === null ? withClockFact(state, { kind: 'pause', reason: kind, from: sentOn, to: null }) : state
  const pause = openPauseOf(paused)?.n ?? 0
  const party: Consulted = { n: list.length + 1, name, matter, sentOn, pause, receivedOn: null, opinion: null }
  return { ...withConsulted(paused, kind, [...list, party]), status: waits[kind] }
}

export const receiptFields = (
  act: { readonly party: number; readonly receivedOn: PlainDate },
  state: DisclosureCase,
  context: CheckContext,
  kind: ConsultedKind,
): readonly FieldProblem[] => [
  ...happened('receivedOn', act.receivedOn, state, context),
  ...afterLetter('receivedOn', act.receivedOn, findOpen(state, kind, act.party)),
]

export const opinionFields = (
  act: {
    readonly party: number
    readonly answeredOn: PlainDate
    readonly opinion: Opinion['opinion']
    readonly reason: string | null
  },
  state: DisclosureCase,
  context: CheckContext,
  kind: ConsultedKind,
): readonly FieldProblem[] => [
  ...happened('answeredOn', act.answeredOn, state, context),
  ...afterLetter('answeredOn', act.answeredOn, findOpen(state, kind, act.party)),
  ...(act.opinion === 'refuse' ? filled('reason', act.reason) : []),
]

/** Each is heard once. */
export const knownParty = (state: DisclosureCase, kind: ConsultedKind, party: number): Refusal | null =>
  findOpen(state, kind, party) === undefined ? refusal('consultation_unknown', { params: { party } }) : null

export const letterArrived = (
  state: DisclosureCase,
  kind: ConsultedKind,
  party: number,
  receivedOn: PlainDate,
): DisclosureCase =>
  withConsulted(
    state,
    kind,
    consultedOf(state, kind).map((one) => (one.n === party ? { ...one, receivedOn } : one)),
  )

/** The opinion of one; with the last one the clock runs again, from the day after it came. */
export const answered = (
  state: DisclosureCase,
  kind: ConsultedKind,
  party: number,
  opinion: Opinion,
): DisclosureCase => {
  const list = consultedOf(state, kind).map((one) => (one.n === party ? { ...one, opinion } : one))
  return resumedIfDone(withConsulted(state, kind, list), kind)
}

/** Silence: the 15 working days of everybody who has not answered are over, and the pause is not longer than they were. */
export const silenceLaw = (
  state: DisclosureCase,
  until: PlainDate,
  kind: ConsultedKind,
  { today, calendar }: CheckContext,
): Refusal | null => {
  const regulation = regulationOn(state.clockStart ?? state.arrivedOn)
  const article = kind === 'third_party' ? regulation.thirdPartyArticle : regulation.coProducerArticle
  const last = lastAnswerDue(state, kind, calendar)
  if (last === null) return refusal('receipt_not_recorded', { article })
  if (today <= last) return refusal('time_not_run_out', { article, params: { until: last } })
  const pause = openPauseOf(state)
  if (until > last || (pause !== null && until < pause.from))
    return refusal('pause_too_long', { article, params: { until: last } })
  return null
}

export const silent = (state: DisclosureCase, until: PlainDate, kind: ConsultedKind): DisclosureCase => {
  const none: Opinion = { opinion: 'none', answeredOn: until, reason: null, reasonable: null }
  const list = consultedOf(state, kind).map((one) => (isOpenConsultation(one) ? { ...one, opinion: none } : one))
  return resumedIfDone(withConsulted(state, kind, list), kind)
}

const resumedIfDone = (state: DisclosureCase, kind: ConsultedKind): DisclosureCase => {
  const list = consultedOf(state, kind)
  if (list.some(isOpenConsultation)) return state
  const pause = openPauseOf(state)
  if (pause === null) return { ...state, status: 'processing' }
  return { ...withPauseEnded(state, consultationEnd(list, pause)), status: 'processing' }
}

const findOpen = (state: DisclosureCase, kind: ConsultedKind, party: number): Consulted | undefined =>
  consultedOf(state, kind).find((one) => one.n === party && isOpenConsultation(one))

const afterLetter = (field: string, date: PlainDate, party: Consulted | undefined): readonly FieldProblem[] =>
  party !== undefined && date < party.sentOn ? [problem(field, 'date_before_notice')] : []
