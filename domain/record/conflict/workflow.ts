import { type Role, roles } from '../../case/role.ts'
import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { ConflictAct, ConflictState } from './conflict-record.ts'

const line = { clock: 'none', letter: null, article: null } as const
const deciders = ['supervisor', 'head', 'administrator'] as const satisfies readonly Role[]

/** 冲突处理: whoever lost settles it or refers it to a supervisor, who settles it. */
export const conflictWorkflow = {
  entity: 'conflict',
  states: {
    none: [
      { ...line, roles, act: 'conflict.settle', to: 'settled', requires: ['lost', 'way'] },
      { ...line, roles, act: 'conflict.refer', to: 'referred', requires: ['lost', 'reason'] },
    ],
    referred: [{ ...line, roles: deciders, act: 'conflict.decide', to: 'settled', requires: ['way', 'reason'] }],
    settled: [],
  },
  always: [],
  waiting: [],
  final: ['settled'],
} as const satisfies Workflow<ConflictAct['kind'], ConflictState, LetterKind>
