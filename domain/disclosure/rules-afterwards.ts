import type { CheckContext } from '../case/case-module.ts'
import { type FieldProblem, refusal } from '../case/refusal.ts'
import { yearOf } from '../plain-date.ts'
import { groupOf } from '../report/outcome.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { withLitigation, withReconsideration } from './remedy-record.ts'
import { type RulesOf, filled, lawful, problem } from './rule.ts'

/** What may follow a reply (条例 arts. 44, 51). */
export const afterwardsRules: RulesOf<
  'disclosure.reconsideration' | 'disclosure.litigation' | 'disclosure.suggest_publication'
> = {
  'disclosure.reconsideration': {
    fields: ({ record }, state, context) => yearFields(record.year, state, context),
    law: lawful,
    fold: (state, { record }) => ({ ...state, reconsiderations: withReconsideration(state.reconsiderations, record) }),
  },
  'disclosure.litigation': {
    fields: ({ record }, state, context) => yearFields(record.year, state, context),
    // 复议后起诉 (行政诉讼法 art. 45) follows a decision on reconsideration.
    law: ({ reconsiderations }, { record }) =>
      record.route === 'after_review' && !reconsiderations.some(({ year }) => year <= record.year)
        ? refusal('reconsideration_missing', { article: 'litigation:45' })
        : null,
    fold: (state, { record }) => ({ ...state, litigations: withLitigation(state.litigations, record) }),
  },
  'disclosure.suggest_publication': {
    fields: ({ reason }) => filled('reason', reason),
    // 对公众公开的必须是可以公开的 (art. 44): nothing that was refused is published by this way.
    law: (state) => {
      const outcome = state.ending?.outcome ?? state.draft?.outcome ?? null
      return outcome === null || ['granted', 'partial'].includes(groupOf(outcome))
        ? null
        : refusal('not_disclosable', { article: 'ogi2019:44', params: { outcome } })
    },
    fold: (state, { on, by, reason }) => ({ ...state, publication: { by, reason, on } }),
  },
}

const yearFields = (year: number, state: DisclosureCase, { today }: CheckContext): readonly FieldProblem[] =>
  year < yearOf(state.clockStart ?? state.arrivedOn) || year > yearOf(today)
    ? [problem('record.year', 'date_order')]
    : []
