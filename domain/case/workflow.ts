import type { LetterKind } from '../letters/letter-kind.ts'
import { type Transition, allTransitions, permittedActs, transitionsOf } from '../workflow/workflow.ts'
import type { CaseActKind } from './case-act.ts'
import type { CaseState } from './case-state.ts'
import { commonTransitions } from './common-workflow.ts'
import { allModules, kindOfAct, moduleOf } from './modules.ts'
import type { Role } from './role.ts'

export type CaseTransition = Transition<CaseActKind, string, LetterKind>

/** Acts that always merge: they never conflict with another desk's act and do not raise the version (sync.md 2.7 A). */
const additiveKinds: ReadonlySet<string> = new Set<CaseActKind>([
  'letter.print',
  'case.note',
  'case.link',
  'rating.give',
  'case.set_contact',
  'case.restore_field',
  'case.dispute_time',
  'case.merge',
  'case.suspect_duplicate',
  'case.attach',
  'case.detach',
  'case.attachment_in',
])
export const isAdditive = (kind: string): boolean => additiveKinds.has(kind)

/** What may be done to a case now, whoever asks. */
export const permittedTransitions = (state: CaseState): readonly CaseTransition[] =>
  permittedActs(moduleOf(state.kind).workflow, state.status) as readonly CaseTransition[]

/** The lines for an act on a case as it stands (null = it does not exist yet); none = the act does not exist there. */
export const findTransitions = (state: CaseState | null, act: CaseActKind): readonly CaseTransition[] => {
  const kind = kindOfAct(act)
  if (state === null) return kind === null ? [] : linesOf(kind, 'none', act)
  if (kind !== null && kind !== state.kind) return []
  return linesOf(state.kind, state.status, act)
}

const linesOf = (kind: CaseState['kind'], status: string, act: string): readonly CaseTransition[] =>
  transitionsOf(moduleOf(kind).workflow, status, act) as readonly CaseTransition[]

/** The line that an operation of this kind took from `before` to `after`. */
export const takenTransition = (
  before: CaseState | null,
  after: CaseState,
  act: CaseActKind,
): CaseTransition | undefined => {
  const fitting = findTransitions(before, act).filter(
    ({ to }) => to === after.status || (to === 'same' && before?.status === after.status),
  )
  if (fitting.length < 2) return fitting[0]
  const conditions = moduleOf(after.kind).conditions ?? {}
  return fitting.find(({ guard = '' }) => conditions[guard]?.(after) === true) ?? fitting[0]
}

/** True when some transition of this act names the role; state is checked apart. */
export const mayPerform = (role: Role, act: CaseActKind): boolean => {
  // Worked out when first asked for: the modules refer to each other, and not all are there while this file loads.
  rolesOfActs ??= rolesByAct([...allModules.flatMap(({ workflow }) => allTransitions(workflow)), ...commonTransitions])
  return rolesOfActs.get(act)?.has(role) ?? false
}

let rolesOfActs: ReadonlyMap<string, ReadonlySet<Role>> | null = null

const rolesByAct = (lines: readonly Transition[]): ReadonlyMap<string, ReadonlySet<Role>> => {
  const map = new Map<string, Set<Role>>()
  for (const { act, roles } of lines) {
    const known = map.get(act) ?? new Set<Role>()
    for (const role of roles) known.add(role)
    map.set(act, known)
  }
  return map
}
