import { openPauseOf, withClockFact } from '../case/clock-log.ts'
import { type FieldProblem, type Refusal, refusal } from '../case/refusal.ts'
import type { CheckContext } from '../case/case-module.ts'
import type { PlainDate } from '../plain-date.ts'
import { contradiction } from './clock-guard.ts'
import { answerLaw } from './consult-time.ts'
import { type Consulted, type Opinion, isOpenConsultation } from './consultation.ts'
import {
  type ConsultedKind,
  consultationDays,
  consultedOf,
  lastAnswerDue,
  withConsulted,
} from './consultation-period.ts'
import { withPauseFrom, withTimeToAnswer, withWordsCounted } from './consultation-pause.ts'
import type { DisclosureCase, DisclosureState } from './disclosure-state.ts'
import { type DisclosureRegulation, regulationOn } from './regulation.ts'
import { filled, happened, problem } from './rule.ts'

// What asking third parties (条例 art. 32) and co-producing organs (art. 34) have in common.

interface Asked {
  readonly name: string
  readonly matter: string
  readonly sentOn: PlainDate
}

interface Answer {
  readonly party: number
  readonly answeredOn: PlainDate
  readonly opinion: Exclude<Opinion['opinion'], 'none'>
  readonly reason: string | null
  readonly until?: PlainDate
}

/** Whom the case waits for; third parties before organs, since their word decides most. */
const waitOf = (state: DisclosureCase): DisclosureState => {
  if (state.thirdParties.some(isOpenConsultation)) return 'third_party_wait'
  return state.coProducers.some(isOpenConsultation) ? 'agency_wait' : 'processing'
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

/** The first letter stops the clock; further ones of its kind lie in the same pause. Those of two kinds may overlap. */
export const asked = (state: DisclosureCase, { name, matter, sentOn }: Asked, kind: ConsultedKind): DisclosureCase => {
  const list = consultedOf(state, kind)
  const open = openPauseOf(state, kind)
  const paused =
    open === null
      ? withClockFact(state, { kind: 'pause', reason: kind, from: sentOn, to: null })
      : withPauseFrom(state, open, sentOn)
  const party: Consulted = {
    n: list.length + 1,
    name,
    matter,
    sentOn,
    pause: openPauseOf(paused, kind)?.n ?? 0,
    receivedOn: null,
    opinion: null,
    note: null,
    undelivered: null,
  }
  const after = withTimeToAnswer(withConsulted(paused, kind, [...list, party]), kind)
  return { ...after, status: waitOf(after) }
}

export const receiptFields = (
  act: { readonly party: number; readonly receivedOn: PlainDate },
  state: DisclosureCase,
  context: CheckContext,
  kind: ConsultedKind,
): readonly FieldProblem[] => {
  const party = consultedOf(state, kind).find(({ n }) => n === act.party)
  const answeredOn = party?.opinion?.answeredOn ?? null
  return [
    ...happened('receivedOn', act.receivedOn, state, context),
    ...afterLetter('receivedOn', act.receivedOn, party),
    ...(answeredOn !== null && act.receivedOn > answeredOn ? [problem('receivedOn', 'date_order')] : []),
  ]
}

/** A receipt is recorded while the answer is waited for, and once after it. */
export const receiptLaw = (state: DisclosureCase, kind: ConsultedKind, party: number): Refusal | null =>
  consultedOf(state, kind).some(
    (one) => one.n === party && (isOpenConsultation(one) || (one.receivedOn === null && one.undelivered === null)),
  )
    ? null
    : unknownParty(kind, party)

export const opinionFields = (
  act: Answer,
  state: DisclosureCase,
  context: CheckContext,
  kind: ConsultedKind,
): readonly FieldProblem[] => {
  const party = findOpen(state, kind, act.party)
  const arrived = party?.receivedOn ?? null
  return [
    ...happened('answeredOn', act.answeredOn, state, context),
    ...afterLetter('answeredOn', act.answeredOn, party),
    ...(arrived !== null && act.answeredOn < arrived ? [problem('answeredOn', 'date_before_notice')] : []),
    ...(act.opinion === 'refuse' ? filled('reason', act.reason) : []),
  ]
}

/** Each is heard once, and in its time. */
export const opinionLaw = (
  state: DisclosureCase,
  act: Answer,
  kind: ConsultedKind,
  { calendar }: CheckContext,
): Refusal | null => {
  const party = findOpen(state, kind, act.party)
  return party === undefined ? unknownParty(kind, act.party) : answerLaw(state, kind, party, act, calendar)
}

export const letterArrived = (
  state: DisclosureCase,
  kind: ConsultedKind,
  party: number,
  receivedOn: PlainDate,
): DisclosureCase => withTimeToAnswer(changed(state, kind, party, { receivedOn }), kind)

/** The opinion of one; with the last one of its kind the pause is over, from the day after it came. What came too late is silence and a note. */
export const answered = (
  state: DisclosureCase,
  kind: ConsultedKind,
  { party, answeredOn, opinion, reason, until }: Answer,
  reasonable: boolean | null,
): DisclosureCase =>
  resumedIfDone(
    changed(
      state,
      kind,
      party,
      until === undefined
        ? { opinion: { opinion, answeredOn, reason, reasonable } }
        : { opinion: silence(until), note: { opinion, on: answeredOn, reason } },
    ),
    kind,
  )

/** Silence: the 15 working days of everybody who has not answered are over, and the pause is not longer than they were. */
export const silenceLaw = (
  state: DisclosureCase,
  until: PlainDate,
  kind: ConsultedKind,
  { today, calendar }: CheckContext,
): Refusal | null => {
  const article = articleOf(state, kind)
  if (!consultedOf(state, kind).some(isOpenConsultation)) return refusal('consultation_unknown', { article })
  const last = lastAnswerDue(state, kind, calendar)
  if (last === null) return refusal('receipt_not_recorded', { article })
  if (today <= last) return refusal('time_not_run_out', { article, params: { until: last } })
  const pause = openPauseOf(state, kind)
  if (until > last || (pause !== null && until < pause.from))
    return refusal('pause_too_long', { article, params: { until: last } })
  return null
}

export const silent = (state: DisclosureCase, until: PlainDate, kind: ConsultedKind): DisclosureCase => {
  const list = consultedOf(state, kind).map((one) =>
    isOpenConsultation(one) ? { ...one, opinion: silence(until) } : one,
  )
  return resumedIfDone(withConsulted(state, kind, list), kind)
}

/** Its letter came back, or nobody knows where it is: it was not heard. */
export const neverArrived = (
  state: DisclosureCase,
  kind: ConsultedKind,
  {
    party,
    attempts,
    until,
  }: { readonly party: number; readonly attempts: readonly string[]; readonly until: PlainDate },
): DisclosureCase =>
  resumedIfDone(changed(state, kind, party, { opinion: silence(until), undelivered: { attempts } }), kind)

const silence = (until: PlainDate): Opinion => ({ opinion: 'none', answeredOn: until, reason: null, reasonable: null })

const changed = (
  state: DisclosureCase,
  kind: ConsultedKind,
  party: number,
  change: Partial<Consulted>,
): DisclosureCase =>
  withConsulted(
    state,
    kind,
    consultedOf(state, kind).map((one) => (one.n === party ? { ...one, ...change } : one)),
  )

const resumedIfDone = (state: DisclosureCase, kind: ConsultedKind): DisclosureCase => {
  if (consultedOf(state, kind).some(isOpenConsultation)) return withTimeToAnswer(state, kind)
  const pause = openPauseOf(state, kind)
  const counted = pause === null ? state : withWordsCounted(state, kind, pause)
  return { ...counted, status: waitOf(counted) }
}

export const findOpen = (state: DisclosureCase, kind: ConsultedKind, party: number): Consulted | undefined =>
  consultedOf(state, kind).find((one) => one.n === party && isOpenConsultation(one))

export const unknownParty = (kind: ConsultedKind, party: number): Refusal =>
  refusal('consultation_unknown', {
    article: kind === 'third_party' ? 'ogi2019:32' : 'ogi2019:34',
    params: { party },
  })

const articleOf = (state: DisclosureCase, kind: ConsultedKind) => {
  const regulation: DisclosureRegulation = regulationOn(state.clockStart ?? state.arrivedOn)
  return kind === 'third_party' ? regulation.thirdPartyArticle : regulation.coProducerArticle
}

const afterLetter = (field: string, date: PlainDate, party: Consulted | undefined): readonly FieldProblem[] =>
  party !== undefined && date < party.sentOn ? [problem(field, 'date_before_notice')] : []
