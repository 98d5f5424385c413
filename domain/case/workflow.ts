import type { Article } from '../law/article.ts'
import type { CaseActKind, LetterKind } from './case-act.ts'
import type { CaseStatus } from './case-state.ts'
import type { Role } from './role.ts'

/** What an act does to the clock: `start` from its legal date, or nothing. */
export type ClockEffect = 'start' | 'none'

export interface Transition {
  readonly act: CaseActKind
  readonly to: CaseStatus | 'same'
  readonly roles: readonly Role[]
  readonly clock: ClockEffect
  /** The letter that the act owes the applicant. */
  readonly letter: LetterKind | null
  /** The article that the transition rests on. */
  readonly article: Article | null
}

const windowRoles = ['clerk', 'disclosure_officer', 'administrator'] as const

const print: Transition = {
  act: 'letter.print',
  to: 'same',
  roles: ['clerk', 'reviewer', 'disclosure_officer', 'supervisor', 'administrator'],
  clock: 'none',
  letter: null,
  article: null,
}

/**
 * Every state with the acts it permits (`none` = no case yet). The compiler refuses a state without a line; workflow.test.ts
 * proves that every state is reached and that every waiting state has a way out.
 */
export const workflow = {
  none: [
    {
      act: 'service.accept',
      to: 'accepted',
      roles: windowRoles,
      clock: 'start',
      letter: 'service_acceptance',
      article: 'licensing:32(1)(5)',
    },
    {
      act: 'service.notice',
      to: 'correction_wait',
      roles: windowRoles,
      clock: 'none',
      letter: 'service_once_only_notice',
      article: 'licensing:32(1)(4)',
    },
    {
      act: 'service.refuse',
      to: 'refused',
      roles: windowRoles,
      clock: 'none',
      letter: 'service_refusal',
      article: 'licensing:32(1)',
    },
    {
      act: 'disclosure.register',
      // `received` when the channel needs no confirmation or has it (see receipt-date.ts); fold decides.
      to: 'received',
      roles: windowRoles,
      clock: 'start',
      letter: 'disclosure_receipt',
      article: 'ogi2019:31',
    },
    {
      act: 'disclosure.register',
      to: 'awaiting_confirm',
      roles: windowRoles,
      clock: 'none',
      letter: 'disclosure_receipt',
      article: 'ogi2019:31',
    },
  ],
  correction_wait: [
    {
      act: 'service.supply',
      to: 'accepted',
      roles: windowRoles,
      clock: 'start',
      letter: 'service_acceptance',
      article: 'licensing:32(1)(5)',
    },
    print,
  ],
  accepted: [print],
  refused: [print],
  awaiting_confirm: [
    {
      act: 'disclosure.confirm',
      to: 'received',
      roles: windowRoles,
      clock: 'start',
      letter: 'disclosure_receipt',
      article: 'ogi2019:31',
    },
    print,
  ],
  received: [print],
} as const satisfies Record<CaseStatus | 'none', readonly Transition[]>

/** Acts that always merge: they never conflict with another desk's act and do not raise the version (sync.md 2.7 A). */
const additiveKinds: ReadonlySet<string> = new Set<CaseActKind>(['letter.print'])
export const isAdditive = (kind: string): boolean => additiveKinds.has(kind)

/** Acts permitted now, whoever asks. */
export const permittedActs = (status: CaseStatus | 'none'): readonly Transition[] => workflow[status]

export const findTransition = (status: CaseStatus | 'none', act: CaseActKind): Transition | undefined =>
  permittedActs(status).find((transition) => transition.act === act)

/** True when some transition of this act names the role; state is checked apart. */
export const mayPerform = (role: Role, act: CaseActKind): boolean =>
  Object.values(workflow).some((transitions: readonly Transition[]) =>
    transitions.some((transition) => transition.act === act && transition.roles.includes(role)),
  )
