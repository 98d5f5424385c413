import { refusal } from '../case/refusal.ts'
import type { CheckContext } from '../case/case-module.ts'
import type { PlainDate } from '../plain-date.ts'
import {
  answered,
  askFields,
  askLaw,
  asked,
  findOpen,
  letterArrived,
  neverArrived,
  opinionFields,
  opinionLaw,
  receiptFields,
  receiptLaw,
  silenceLaw,
  silent,
  unknownParty,
} from './consult.ts'
import { neverArrivedFields, neverArrivedLaw } from './consult-time.ts'
import type { ConsultedKind } from './consultation-period.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { type RulesOf, filled, happened, lawful, noProblems, problem } from './rule.ts'

/** Other people's word: third parties (条例 art. 32), co-producing organs (art. 34), organs that contribute to the reply. */
export const consultationRules: RulesOf<
  | 'disclosure.consult_third_party'
  | 'disclosure.third_party_received'
  | 'disclosure.third_party_opinion'
  | 'disclosure.third_party_lapsed'
  | 'disclosure.third_party_undelivered'
  | 'disclosure.tell_consultation'
  | 'disclosure.override_third_party'
  | 'disclosure.consult_agency'
  | 'disclosure.agency_received'
  | 'disclosure.agency_opinion'
  | 'disclosure.agency_lapsed'
  | 'disclosure.agency_undelivered'
  | 'disclosure.coordinate'
  | 'disclosure.coordination_answer'
> = {
  'disclosure.consult_third_party': {
    fields: askFields,
    law: (state, act) => askLaw(state, act, 'third_party'),
    fold: (state, data) => asked(state, data, 'third_party'),
  },
  'disclosure.third_party_received': {
    fields: (act, state, context) => receiptFields(act, state, context, 'third_party'),
    law: (state, { party }) => receiptLaw(state, 'third_party', party),
    fold: (state, { party, receivedOn }) => letterArrived(state, 'third_party', party, receivedOn),
  },
  'disclosure.third_party_opinion': {
    fields: (act, state, context) => [
      ...opinionFields(act, state, context, 'third_party'),
      // 第三方不同意公开且有合理理由 (art. 32): whether the reasons hold is for the agency to say.
      ...(act.opinion === 'refuse' && act.reasonable === null ? [problem('reasonable', 'required')] : []),
    ],
    law: (state, act, context) => opinionLaw(state, act, 'third_party', context),
    fold: (state, data) => answered(state, 'third_party', data, data.reasonable),
  },
  'disclosure.third_party_lapsed': {
    fields: noProblems,
    law: (state, { until }, context) => silenceLaw(state, until, 'third_party', context),
    fold: (state, { until }) => silent(state, until, 'third_party'),
  },
  'disclosure.third_party_undelivered': {
    fields: (act, state, context) => neverArrivedFields(act, state, 'third_party', context),
    law: (state, act, context) => undeliveredLaw(state, act, 'third_party', context),
    fold: (state, data) => neverArrived(state, 'third_party', data),
  },
  'disclosure.tell_consultation': { fields: noProblems, law: lawful, fold: (state) => state },
  'disclosure.override_third_party': {
    fields: (act) => [...filled('what', act.what), ...filled('reason', act.reason)],
    law: (state, { party }) =>
      state.thirdParties.some(({ n, opinion }) => n === party && opinion !== null && opinion.opinion !== 'agree')
        ? null
        : refusal('consultation_unknown', { article: 'ogi2019:32', params: { party } }),
    fold: (state, { on, party, what, reason }) => ({
      ...state,
      overrides: [...state.overrides, { party, what, reason, decidedOn: on }],
    }),
  },
  'disclosure.consult_agency': {
    fields: askFields,
    law: (state, act) => askLaw(state, act, 'other_organ'),
    fold: (state, data) => asked(state, data, 'other_organ'),
  },
  'disclosure.agency_received': {
    fields: (act, state, context) => receiptFields(act, state, context, 'other_organ'),
    law: (state, { party }) => receiptLaw(state, 'other_organ', party),
    fold: (state, { party, receivedOn }) => letterArrived(state, 'other_organ', party, receivedOn),
  },
  'disclosure.agency_opinion': {
    fields: (act, state, context) => opinionFields(act, state, context, 'other_organ'),
    law: (state, act, context) => opinionLaw(state, act, 'other_organ', context),
    fold: (state, data) => answered(state, 'other_organ', data, null),
  },
  'disclosure.agency_lapsed': {
    fields: noProblems,
    law: (state, { until }, context) => silenceLaw(state, until, 'other_organ', context),
    fold: (state, { until }) => silent(state, until, 'other_organ'),
  },
  'disclosure.agency_undelivered': {
    fields: (act, state, context) => neverArrivedFields(act, state, 'other_organ', context),
    law: (state, act, context) => undeliveredLaw(state, act, 'other_organ', context),
    fold: (state, data) => neverArrived(state, 'other_organ', data),
  },
  'disclosure.coordinate': {
    fields: (act, state, context) => [
      ...filled('organ', act.organ),
      ...filled('question', act.question),
      ...happened('sentOn', act.sentOn, state, context),
    ],
    law: lawful,
    fold: (state, { organ, question, sentOn }) => {
      const n = state.coordination.length + 1
      const letter = { n, organ, question, sentOn, answeredOn: null, answer: null }
      return { ...state, coordination: [...state.coordination, letter] }
    },
  },
  'disclosure.coordination_answer': {
    fields: (act, state, context) => [
      ...filled('answer', act.answer),
      ...happened('answeredOn', act.answeredOn, state, context),
    ],
    law: (state, { letter }) =>
      state.coordination.some(({ n, answeredOn }) => n === letter && answeredOn === null)
        ? null
        : refusal('consultation_unknown', { params: { party: letter } }),
    fold: (state, { letter, answeredOn, answer }) => ({
      ...state,
      coordination: state.coordination.map((one) => (one.n === letter ? { ...one, answeredOn, answer } : one)),
    }),
  },
}

const undeliveredLaw = (
  state: DisclosureCase,
  { party, until }: { readonly party: number; readonly until: PlainDate },
  kind: ConsultedKind,
  { calendar }: CheckContext,
) => {
  const open = findOpen(state, kind, party)
  return open === undefined ? unknownParty(kind, party) : neverArrivedLaw(state, kind, open, until, calendar)
}
