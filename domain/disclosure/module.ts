import type { CaseModule } from '../case/case-module.ts'
import { consultationPauseLaw } from './consult-time.ts'
import { feePauseLaw } from './fee-pause.ts'
import type { DisclosureAct, DisclosureStep } from './disclosure-act.ts'
import { disclosureLimits } from './disclosure-limits.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { disclosureSlips } from './letters.ts'
import { isDisclosureOpening, openDisclosure, openingFields, openingLaw } from './opening.ts'
import { replyLetterConditions } from './reply-letter.ts'
import { explainDisclosure } from './once-only.ts'
import { ruleOf } from './rules.ts'
import { disclosureWorkflow } from './workflow.ts'

export const disclosureModule: CaseModule<DisclosureCase, DisclosureAct> = {
  workflow: disclosureWorkflow,
  conditions: replyLetterConditions,
  validate: (state, act, context) => {
    if (isDisclosureOpening(act)) return openingFields(act, context)
    return state === null ? [] : ruleOf(act.kind).fields(act, state, context)
  },
  guard: (state, act, context) => {
    if (isDisclosureOpening(act)) return openingLaw(act, context)
    return state === null ? null : ruleOf(act.kind).law(state, act, context)
  },
  explain: explainDisclosure,
  pauseLaw: (after, n, context) => consultationPauseLaw(after, n, context) ?? feePauseLaw(after, n, context),
  fold: (state, entity, operation) => {
    if (state !== null) return ruleOf(stepKind(operation.kind)).fold(state, operation.data)
    switch (operation.kind) {
      case 'disclosure.register':
      case 'disclosure.redo':
      case 'disclosure.import':
        return openDisclosure(entity, operation)
      default:
        throw new Error(`${operation.kind} without a disclosure case`)
    }
  },
  limits: disclosureLimits,
  letters: disclosureSlips,
  title: (state) => state.intake.subject,
  organ: (state) => state.intake.organ,
}

const stepKind = (kind: DisclosureAct['kind']): DisclosureStep['kind'] => {
  switch (kind) {
    case 'disclosure.register':
    case 'disclosure.redo':
    case 'disclosure.import':
      throw new Error(`${kind} for a case that exists`)
    default:
      return kind
  }
}
