import type { LetterKind } from '../letters/letter-kind.ts'
import type { Transition } from '../workflow/workflow.ts'
import type { CommonActKind } from './common-act.ts'
import { type Role, roles } from './role.ts'

const line = (act: CommonActKind, may: readonly Role[]): Transition<CommonActKind, never, LetterKind> => ({
  act,
  to: 'same',
  roles: may,
  ...(may.length === 0 ? { by: 'program' as const } : {}),
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
  line('case.set_contact', ['clerk', ...insiders]),
  line('case.restore_field', ['clerk', ...insiders]),
  line('clock.change_start', insiders),
  line('clock.change_pause', insiders),
  line('clock.undo', insiders),
  // The server says it when the operation comes, under nobody's name.
  line('case.dispute_time', []),
  line('case.merge', []),
  line('case.suspect_duplicate', []),
  line('case.fix_time', ['supervisor']),
  // The rater's own act, at whatever desk or tablet he does it.
  line('rating.give', roles),
  line('case.attach', ['clerk', 'agent', ...insiders]),
  line('case.detach', ['clerk', 'agent', ...insiders]),
  // The device says it when the server has told it, under nobody's name.
  line('case.attachment_in', []),
  line('case.archive', ['clerk', ...insiders]),
]

/** Those that end a case stand in the table of each kind, in the states that know them. */
const endingKinds: readonly CommonActKind[] = ['case.void', 'case.become_alias']
const commonKinds: ReadonlySet<string> = new Set([...commonTransitions.map(({ act }) => act), ...endingKinds])

export const isCommonKind = (kind: string): kind is CommonActKind => commonKinds.has(kind)
