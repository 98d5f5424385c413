import type { LetterKind } from '../letters/letter-kind.ts'
import type { Transition } from '../workflow/workflow.ts'
import type { CommonActKind } from './common-act.ts'
import { type Role, roles } from './role.ts'

const line = (act: CommonActKind, may: readonly Role[]): Transition<CommonActKind, never, LetterKind> => ({
  act,
  to: 'same',
  roles: may,
  clock: 'none',
  letter: null,
  article: null,
})

const insiders = ['reviewer', 'disclosure_officer', 'head', 'supervisor', 'administrator'] as const

/** What may be done to a case of any kind in any state. None of it changes the state. */
export const commonTransitions: readonly Transition<CommonActKind, never, LetterKind>[] = [
  line('letter.print', roles),
  line('letter.void', ['clerk', ...insiders]),
  line('letter.reissue', ['clerk', ...insiders]),
  line('case.flag', insiders),
  line('case.link', ['clerk', ...insiders]),
  line('case.note', ['clerk', ...insiders]),
  line('clock.change_start', insiders),
  line('clock.change_pause', insiders),
  line('clock.undo', insiders),
  // The rater's own act, at whatever desk or tablet he does it.
  line('rating.give', roles),
]

const commonKinds: ReadonlySet<string> = new Set(commonTransitions.map(({ act }) => act))

export const isCommonKind = (kind: string): kind is CommonActKind => commonKinds.has(kind)
