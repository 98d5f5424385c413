import type { LetterKind } from '../letters/letter-kind.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Transition } from '../workflow/workflow.ts'
import { withPauseEnded } from './clock-log.ts'
import type { CaseState } from './case-state.ts'
import type { Role } from './role.ts'

/** Why an entry should never have been made. */
export const voidCodes = ['wrong_applicant', 'wrong_item', 'entered_twice', 'trial_entry', 'other'] as const
export type VoidCode = (typeof voidCodes)[number]

export interface Voiding {
  readonly on: PlainDate
  readonly code: VoidCode
  readonly reason: string
}

const line = (roles: readonly Role[]): Transition<'case.void', 'voided', LetterKind> => ({
  act: 'case.void',
  to: 'voided',
  roles,
  clock: 'stop',
  letter: null,
  article: null,
})

/** Nothing is accepted yet: whoever entered it may take it out of the counts again. */
export const voidUnaccepted = line(['clerk', 'reviewer', 'disclosure_officer', 'head', 'supervisor', 'administrator'])
/** Somebody holds a receipt for it. Once it is decided, the decision is what is corrected. */
export const voidAccepted = line(['supervisor'])

/** CFL-7: it turned out to be a second entry of an application that stands under another number. */
export const becomeAlias: Transition<'case.become_alias', 'voided', LetterKind> = {
  act: 'case.become_alias',
  to: 'voided',
  roles: [],
  by: 'program',
  clock: 'stop',
  letter: null,
  article: null,
}

/** CASE-21: the case as it is, closed, with every letter void. Nothing is deleted. */
export const voidedCase = (state: CaseState, voiding: Voiding): CaseState => {
  const { on, reason } = voiding
  return {
    ...withPauseEnded(state, on),
    status: 'voided',
    voided: voiding,
    clockStop: state.clockStart === null ? null : (state.clockStop ?? on),
    closedOn: on,
    documents: state.documents.map((document) =>
      document.voided === null ? { ...document, voided: { on, reason } } : document,
    ),
  }
}
