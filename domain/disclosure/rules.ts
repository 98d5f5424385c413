import type { CheckContext } from '../case/case-module.ts'
import type { FieldProblem, Refusal } from '../case/refusal.ts'
import type { DisclosureStep, DisclosureStepKind } from './disclosure-act.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import type { RulesOf } from './rule.ts'
import { afterwardsRules } from './rules-afterwards.ts'
import { applicantRules } from './rules-applicant.ts'
import { consultationRules } from './rules-consultation.ts'
import { feeRules } from './rules-fee.ts'
import { intakeRules } from './rules-intake.ts'
import { replyRules } from './rules-reply.ts'

const rules: RulesOf<DisclosureStepKind> = {
  ...intakeRules,
  ...applicantRules,
  ...feeRules,
  ...consultationRules,
  ...replyRules,
  ...afterwardsRules,
}

/** A rule as the dispatch sees it: it is only ever given acts of its own kind. */
interface AnyRule {
  readonly fields: (act: DisclosureStep, state: DisclosureCase, context: CheckContext) => readonly FieldProblem[]
  readonly law: (state: DisclosureCase, act: DisclosureStep, context: CheckContext) => Refusal | null
  readonly fold: (state: DisclosureCase, data: object) => DisclosureCase
}

export const ruleOf = (kind: DisclosureStepKind): AnyRule => rules[kind] as unknown as AnyRule
