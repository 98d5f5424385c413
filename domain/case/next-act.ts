import type { CaseActKind } from './case-act.ts'
import type { CaseKind, CaseStatus } from './case-state.ts'
import { isCommonKind } from './common-workflow.ts'
import { moduleOf } from './modules.ts'
import type { Role } from './role.ts'
import { usualWay } from './usual-way.ts'
import type { CaseTransition } from './workflow.ts'

/** What most cases in this state need next, of what the role may do; null = it is somebody else's turn, or time's. */
export const nextActOf = (kind: CaseKind, status: CaseStatus, role: Role): CaseActKind | null => {
  // Every kind has a line of acts for each of its states.
  const lines = (moduleOf(kind).workflow.states as Readonly<Record<string, readonly CaseTransition[]>>)[status] ?? []
  const open = new Set(lines.flatMap((line) => (isStepFor(line, role) ? [line.act] : [])))
  return usualWay.find((act) => open.has(act)) ?? null
}

const isStepFor = ({ act, roles, timed }: CaseTransition, role: Role): boolean =>
  roles.includes(role) && timed !== true && !isCommonKind(act)
