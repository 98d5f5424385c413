import type { CaseModule, CheckContext } from '../case/case-module.ts'
import type { FieldProblem, Refusal } from '../case/refusal.ts'
import type { ActRule, OpeningRule } from './act-rule.ts'
import { decideRules } from './decide-rules.ts'
import { deliverRules } from './deliver-rules.ts'
import { explainService } from './explain-refusal.ts'
import { feeRules } from './fee-rules.ts'
import { intakeRules } from './intake-rules.ts'
import { letterOrder } from './letters.ts'
import { type OpeningServiceAct, openingRules } from './opening-rules.ts'
import type { ServiceAct } from './service-act.ts'
import { intakeLimits } from './service-limits.ts'
import type { ServiceCase } from './service-state.ts'
import { specialRules } from './special-rules.ts'
import { stepRules } from './step-rules.ts'
import { serviceWorkflow } from './workflow.ts'

type LaterAct = Exclude<ServiceAct, OpeningServiceAct>

const laterRules = { ...intakeRules, ...stepRules, ...specialRules, ...decideRules, ...deliverRules, ...feeRules }

// Each rule stands under the kind of its act: the compiler cannot follow the look-up through the union.
const laterRule = (kind: LaterAct['kind']) => laterRules[kind] as ActRule<LaterAct>
const openingRule = (kind: OpeningServiceAct['kind']) => openingRules[kind] as OpeningRule<OpeningServiceAct>

const isOpening = (act: { readonly kind: string }): act is OpeningServiceAct => Object.hasOwn(openingRules, act.kind)

const existing = (state: ServiceCase | null, kind: string): ServiceCase => {
  if (state === null) throw new Error(`${kind} without a service case`)
  return state
}

export const serviceModule: CaseModule<ServiceCase, ServiceAct> = {
  workflow: serviceWorkflow,
  validate: (state, act, context): readonly FieldProblem[] =>
    isOpening(act)
      ? openingRule(act.kind).fields(act, context)
      : (laterRule(act.kind).fields?.(act, existing(state, act.kind), context) ?? []),
  guard: (state, act, context: CheckContext): Refusal | null =>
    isOpening(act)
      ? openingRule(act.kind).law(act, context)
      : (laterRule(act.kind).law?.(existing(state, act.kind), act, context) ?? null),
  explain: explainService,
  fold: (state, entity, operation) => {
    const { kind } = operation
    if (isOpening(operation)) {
      if (state !== null) throw new Error(`case ${entity} is there already`)
      return openingRule(operation.kind).fold(entity, operation.data)
    }
    // The operation of an act carries the fields of the act.
    const later = operation as unknown as {
      readonly kind: LaterAct['kind']
      readonly data: Parameters<ActRule<LaterAct>['fold']>[1]
    }
    return laterRule(later.kind).fold(existing(state, kind), later.data)
  },
  limits: (state) => intakeLimits(state.intake),
  letters: letterOrder,
  title: (state) => state.intake.item.name,
  organ: (state) => state.intake.item.organ,
}
