import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { RegisterAct, RegisterState } from './register-record.ts'

const line = {
  roles: ['disclosure_officer', 'head', 'administrator'],
  clock: 'none',
  letter: null,
  article: 'ogi2019:12(1)',
} as const

/** An entry of a public register: in it with versions, taken out, put in again. Registers are kept up to date (条例 art. 12(1)). */
export const registerWorkflow = {
  entity: 'register',
  states: {
    none: [{ ...line, act: 'register.add', to: 'active', guard: 'masked' }],
    active: [
      { ...line, act: 'register.change', to: 'same', guard: 'masked' },
      { ...line, act: 'register.withdraw', to: 'withdrawn', requires: ['reason'] },
    ],
    withdrawn: [{ ...line, act: 'register.restore', to: 'active', guard: 'masked' }],
  },
  always: [],
  waiting: [],
  final: [],
} as const satisfies Workflow<RegisterAct['kind'], RegisterState, LetterKind>
