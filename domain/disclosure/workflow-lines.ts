import type { Role } from '../case/role.ts'
import type { Article } from '../law/article.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { ClockEffect, Transition } from '../workflow/workflow.ts'
import type { DisclosureActKind } from './disclosure-act.ts'
import type { DisclosureState } from './disclosure-state.ts'

export type DisclosureLine = Transition<
  DisclosureActKind | 'case.void' | 'case.become_alias',
  DisclosureState,
  LetterKind
>

/** Windows take in and hand out. */
export const windowRoles = ['clerk', 'disclosure_officer', 'administrator'] as const
/** The disclosure office (政府信息公开工作机构) deals with applicant, third parties and other organs. */
export const officeRoles = ['disclosure_officer', 'head', 'administrator'] as const
/** Whoever works on the request: the office, or a unit that it was assigned to. */
export const handlerRoles = ['reviewer', 'disclosure_officer', 'head', 'administrator'] as const
export const reviewerRoles = ['reviewer', 'head'] as const
export const headRoles = ['head'] as const
/** Whoever works on it and does not decide. */
const askingRoles = ['reviewer', 'disclosure_officer', 'administrator'] as const

interface LineOptions {
  readonly clock?: ClockEffect
  readonly letter?: LetterKind
  readonly article?: Article
  readonly guard?: string
  readonly requires?: readonly string[]
  readonly timed?: true
}

export const line = (
  act: DisclosureActKind,
  to: DisclosureState | 'same',
  roles: readonly Role[],
  { clock = 'none', letter, article, ...more }: LineOptions = {},
): DisclosureLine => ({ act, to, roles, clock, letter: letter ?? null, article: article ?? null, ...more })

/** As long as the reply is owed. */
export const withdraw = line('disclosure.withdraw', 'closed', windowRoles, { clock: 'stop', requires: ['reason'] })
/** 经政府信息公开工作机构负责人同意 (art. 33(2)): a second person asks, the head decides, or decides by himself. */
export const extensions: readonly DisclosureLine[] = [
  line('disclosure.request_extension', 'same', askingRoles, {
    article: 'ogi2019:33(2)',
    guard: 'once, within the reply limit',
    requires: ['days', 'reason'],
  }),
  line('disclosure.refuse_extension', 'same', headRoles, {
    article: 'ogi2019:33(2)',
    guard: 'requested',
    requires: ['reason'],
  }),
  line('disclosure.extend', 'same', headRoles, {
    clock: 'extend',
    letter: 'disclosure_extension_notice',
    article: 'ogi2019:33(2)',
    guard: 'once, within the reply limit, approved by the head of the office',
    requires: ['days', 'reason', 'approver', 'approvedOn'],
  }),
]
export const help = line('disclosure.help', 'same', windowRoles, { article: 'ogi2019:43', requires: ['what'] })
export const override = line('disclosure.override_third_party', 'same', officeRoles, {
  letter: 'disclosure_third_party_override',
  article: 'ogi2019:32',
  guard: 'the third party did not agree',
  requires: ['party', 'what', 'reason'],
})
export const collect = line('disclosure.coordination_answer', 'same', handlerRoles, { requires: ['answer'] })
export const suggest = line('disclosure.suggest_publication', 'same', officeRoles, {
  article: 'ogi2019:44',
  guard: 'the information may be disclosed',
  requires: ['reason'],
})
export const remedies: readonly DisclosureLine[] = [
  line('disclosure.reconsideration', 'same', officeRoles, { article: 'ogi2019:51' }),
  line('disclosure.litigation', 'same', officeRoles, { article: 'ogi2019:51' }),
]
