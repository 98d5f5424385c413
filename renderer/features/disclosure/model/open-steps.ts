import type { CaseActKind } from '../../../../domain/case/case-act.ts'
import { isCommonKind } from '../../../../domain/case/common-workflow.ts'
import { nextActOf } from '../../../../domain/case/next-act.ts'
import type { Role } from '../../../../domain/case/role.ts'
import { type CaseTransition, permittedTransitions } from '../../../../domain/case/workflow.ts'
import type { DisclosureCase } from '../../../../domain/disclosure/disclosure-state.ts'

/** Steps of the table for this role, the one that most requests need next first; the case page says what the law has against each. */
export const openSteps = (state: DisclosureCase, role: Role): readonly CaseActKind[] => {
  const lines: readonly CaseTransition[] = permittedTransitions(state)
  const steps = [
    ...new Set<CaseActKind>(
      lines.flatMap(({ act, roles }) => (isCommonKind(act) || !roles.includes(role) ? [] : [act])),
    ),
  ]
  const next = nextActOf('disclosure', state.status, role)
  return next === null || !steps.includes(next) ? steps : [next, ...steps.filter((act) => act !== next)]
}
