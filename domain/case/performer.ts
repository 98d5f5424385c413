import type { Transition } from '../workflow/workflow.ts'
import type { CaseAct } from './case-act.ts'
import type { CaseOperation } from './case-operation.ts'
import type { CaseState } from './case-state.ts'
import type { Role } from './role.ts'

/** Whoever does an act, as the register has him. */
export interface StaffPerformer {
  readonly role: Role
  /** Village that an agent looks after; absent or null = not told. */
  readonly village?: string | null
}

/** `system`: under nobody's name, by the program itself or by the command line of a device. */
export type Performer = StaffPerformer | 'system'

/** What the command line of a device does under nobody's name: it brings rows in, sets what the center decided, and scans for what is late. */
export const operatorRoles: ReadonlySet<Role> = new Set<Role>(['administrator', 'supervisor'])

/** SYN-88: whether this line of a workflow is one that the performer may take. */
export const mayTake = (performer: Performer, { roles, by }: Pick<Transition, 'roles' | 'by'>): boolean =>
  performer === 'system'
    ? by === 'program' || roles.some((role) => operatorRoles.has(role))
    : roles.includes(performer.role)

/** SYN-89: an agent who looks after a village acts for its residents, and where no village was asked. */
export const isOfOtherVillage = (performer: Performer, village: string | null): boolean =>
  performer !== 'system' &&
  performer.role === 'agent' &&
  typeof performer.village === 'string' &&
  village !== null &&
  village !== performer.village

/** Village of the applicant, also where the act is yet to open the case; null = it was not asked. */
export const villageOf = (state: CaseState | null, said: CaseAct | CaseOperation['data']): string | null => {
  if (state !== null) return state.applicant.village ?? null
  return 'intake' in said ? (said.intake.applicant.village ?? null) : null
}

/** SYN-89: what an agent takes in is of his village, where nobody says otherwise. */
export const withVillage = <A extends CaseAct>(act: A, village: string): A =>
  'intake' in act && act.intake.applicant.village === undefined
    ? { ...act, intake: { ...act.intake, applicant: { ...act.intake.applicant, village } } }
    : act
