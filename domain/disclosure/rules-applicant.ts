import { workdayAfter } from '../calendar/work-calendar.ts'
import { openPauseOf, withClockFact, withPauseEnded } from '../case/clock-log.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'
import { contradiction, ranOut } from './clock-guard.ts'
import { defaultMaxDelayDays } from './disclosure-terms.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { closedWith } from './ending.ts'
import { correctionGiven, reasonAsked } from './once-only.ts'
import { regulationOn } from './regulation.ts'
import { type RulesOf, filled, happened, lawful, problem, stillAhead } from './rule.ts'

/** What the applicant is asked to mend or to explain (条例 arts. 30, 35), and what follows from silence. */
export const applicantRules: RulesOf<
  | 'disclosure.notice_correction'
  | 'disclosure.correct'
  | 'disclosure.ask_reason'
  | 'disclosure.accept_reason'
  | 'disclosure.reject_reason'
  | 'disclosure.reason_lapsed'
> = {
  'disclosure.notice_correction': {
    fields: (act, _state, context) => [
      ...(act.items.length === 0 ? [problem('items', 'required')] : []),
      ...act.items.flatMap((item, n) => filled(`items.${n}`, item)),
      ...filled('consequence', act.consequence),
      ...stillAhead('correctBy', act.correctBy, context),
    ],
    law: (state, _act, context) => {
      const { today, calendar } = context
      const received = state.clockStart
      if (received === null) return refusal('clock_not_running')
      const { correctionArticle: article, correctionNoticeDays } = regulationOn(received)
      const given = correctionGiven(state)
      if (given !== null) return given
      if (correctionNoticeDays === null) return ranOut(state, article, context)
      const due = workdayAfter(calendar, received, correctionNoticeDays)
      return today > due ? refusal('correction_notice_late', { article, params: { due } }) : null
    },
    fold: (state, { on, items, correctBy, consequence }) => ({
      ...withClockFact(state, { kind: 'pause', reason: 'awaiting_correction', from: on, to: null }),
      status: 'correction_wait',
      correction: { noticeOn: on, items, correctBy, consequence, received: null },
    }),
  },
  'disclosure.correct': {
    fields: (act, state, context) => [
      ...filled('content', act.content),
      ...happened('receivedOn', act.receivedOn, state, context),
      ...(state.correction !== null && act.receivedOn < state.correction.noticeOn
        ? [problem('receivedOn', 'date_before_notice')]
        : []),
    ],
    law: (state, { receivedOn }) => contradiction(restarted(state, 'correction_received', receivedOn)),
    fold: (state, { receivedOn, content, clear }) => {
      if (state.correction === null) throw new Error('a correction without its notice')
      return {
        ...restarted(state, 'correction_received', receivedOn),
        status: clear ? 'processing' : 'drafting',
        correction: { ...state.correction, received: { on: receivedOn, content, clear } },
      }
    },
  },
  'disclosure.ask_reason': {
    fields: (act, _state, context) => [
      ...filled('finding', act.finding),
      ...stillAhead('reasonBy', act.reasonBy, context),
    ],
    law: (state) => onlyUnder2019(state, 'ogi2019:35') ?? reasonAsked(state),
    fold: (state, { on, reasonBy, finding }) => ({
      ...state,
      status: 'reason_wait',
      reasonRequest: { askedOn: on, reasonBy, finding, answer: null },
    }),
  },
  'disclosure.accept_reason': {
    fields: (act, state, context) => [
      ...filled('reason', act.reason),
      ...filled('finding', act.finding),
      ...happened('receivedOn', act.receivedOn, state, context),
      ...(act.delayDays !== null && act.delayDays < 1 ? [problem('delayDays', 'number_invalid')] : []),
    ],
    // 不能在规定期限内答复的，可以确定延迟答复的合理期限 (art. 35): fixed within the limit, and no longer than the center holds reasonable.
    law: (state, { delayDays }, context) => {
      if (delayDays === null) return null
      const max = state.terms.maxDelayDays ?? defaultMaxDelayDays
      return delayDays > max
        ? refusal('extension_too_long', { article: 'ogi2019:35', params: { days: delayDays, max } })
        : ranOut(state, 'ogi2019:35', context)
    },
    fold: (state, { receivedOn, reason, finding, delayDays }) => ({
      ...withReason(state, { on: receivedOn, reason, reasonable: true, finding }),
      status: 'processing',
      delay: delayDays === null ? null : { days: delayDays, reason: finding },
    }),
  },
  'disclosure.reject_reason': {
    fields: (act, state, context) => [
      ...filled('reason', act.reason),
      ...filled('finding', act.finding),
      ...happened('receivedOn', act.receivedOn, state, context),
    ],
    law: lawful,
    fold: (state, { receivedOn, reason, finding }) => ({
      ...withReason(state, { on: receivedOn, reason, reasonable: false, finding }),
      status: 'drafting',
    }),
  },
  'disclosure.reason_lapsed': {
    fields: ({ finding }) => filled('finding', finding),
    law: (state, _act, { today }) =>
      state.reasonRequest === null ? null : overOn(state.reasonRequest.reasonBy, today, 'ogi2019:35'),
    fold: (state, { on, finding }) => ({
      ...withReason(state, { on, reason: null, reasonable: false, finding }),
      status: 'drafting',
    }),
  },
}

/** A period that ends with `until` has run out; without that nobody may act on the silence. */
export const overOn = (until: PlainDate, today: PlainDate, article: Refusal['article']): Refusal | null =>
  today > until ? null : refusal('time_not_run_out', { article, params: { until } })

/** A fresh limit from the day after `on`; what was waited for has come. */
export const restarted = (
  state: DisclosureCase,
  reason: 'correction_received' | 'fee_paid',
  on: PlainDate,
): DisclosureCase => {
  const pause = openPauseOf(state)
  const ended = pause === null ? state : withPauseEnded(state, on < pause.from ? pause.from : on)
  return withClockFact(ended, { kind: 'restart', reason, on })
}

/** The Regulation of 2008 knows no such step. */
export const onlyUnder2019 = (state: DisclosureCase, article: NonNullable<Refusal['article']>): Refusal | null =>
  regulationOn(state.clockStart ?? state.arrivedOn).version === '2019'
    ? null
    : refusal('not_in_regulation', { article })

const withReason = (
  state: DisclosureCase,
  answer: NonNullable<NonNullable<DisclosureCase['reasonRequest']>['answer']>,
): DisclosureCase => {
  if (state.reasonRequest === null) throw new Error('reasons without having been asked for')
  return { ...state, reasonRequest: { ...state.reasonRequest, answer } }
}

/** 逾期不补正 (art. 30), 逾期未缴费 (109号): what a person finds and confirms ends the case. */
export const lapsed = (state: DisclosureCase, on: PlainDate, finding: string): DisclosureCase =>
  closedWith(state, on, {
    outcome: state.status === 'correction_wait' ? 'other_no_correction' : 'other_no_fee',
    reason: finding,
  })
