import { refusal } from '../case/refusal.ts'
import {
  answered,
  askFields,
  askLaw,
  asked,
  knownParty,
  letterArrived,
  opinionFields,
  receiptFields,
  silenceLaw,
  silent,
} from './consult.ts'
import { type RulesOf, filled, happened, lawful, noProblems, problem } from './rule.ts'

/** Other people's word: third parties (条例 art. 32), co-producing organs (art. 34), organs that contribute to the reply. */
export const consultationRules: RulesOf<
  | 'disclosure.consult_third_party'
  | 'disclosure.third_party_received'
  | 'disclosure.third_party_opinion'
  | 'disclosure.third_party_lapsed'
  | 'disclosure.tell_consultation'
  | 'disclosure.override_third_party'
  | 'disclosure.consult_agency'
  | 'disclosure.agency_received'
  | 'disclosure.agency_opinion'
  | 'disclosure.agency_lapsed'
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
    law: (state, { party }) => knownParty(state, 'third_party', party),
    fold: (state, { party, receivedOn }) => letterArrived(state, 'third_party', party, receivedOn),
  },
  'disclosure.third_party_opinion': {
    fields: (act, state, context) => [
      ...opinionFields(act, state, context, 'third_party'),
      // 第三方不同意公开且有合理理由 (art. 32): whether the reasons hold is for the agency to say.
      ...(act.opinion === 'refuse' && act.reasonable === null ? [problem('reasonable', 'required')] : []),
    ],
    law: (state, { party }) => knownParty(state, 'third_party', party),
    fold: (state, { party, answeredOn, opinion, reason, reasonable }) =>
      answered(state, 'third_party', party, { opinion, answeredOn, reason, reasonable }),
  },
  'disclosure.third_party_lapsed': {
    fields: noProblems,
    law: (state, { until }, context) => silenceLaw(state, until, 'third_party', context),
    fold: (state, { until }) => silent(state, until, 'third_party'),
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
    law: (state, { party }) => knownParty(state, 'other_organ', party),
    fold: (state, { party, receivedOn }) => letterArrived(state, 'other_organ', party, receivedOn),
  },
  'disclosure.agency_opinion': {
    fields: (act, state, context) => opinionFields(act, state, context, 'other_organ'),
    law: (state, { party }) => knownParty(state, 'other_organ', party),
    fold: (state, { party, answeredOn, opinion, reason }) =>
      answered(state, 'other_organ', party, { opinion, answeredOn, reason, reasonable: null }),
  },
  'disclosure.agency_lapsed': {
    fields: noProblems,
    law: (state, { until }, context) => silenceLaw(state, until, 'other_organ', context),
    fold: (state, { until }) => silent(state, until, 'other_organ'),
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
