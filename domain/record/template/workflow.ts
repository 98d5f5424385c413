import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { TemplateAct, TemplateState } from './template-record.ts'

const line = { roles: ['administrator'], clock: 'none', letter: null, article: null } as const
const discard = { ...line, act: 'template.discard', to: 'withdrawn', requires: ['reason'] } as const

/** A wording: written, looked at in print, in force from a day, withdrawn from a day. */
export const templateWorkflow = {
  entity: 'template',
  states: {
    none: [{ ...line, act: 'template.draft', to: 'draft', guard: 'sound', requires: ['version', 'wording'] }],
    draft: [
      { ...line, act: 'template.edit', to: 'same', guard: 'sound', requires: ['wording'] },
      { ...line, act: 'template.test', to: 'tested', requires: ['textHash', 'layoutHash'] },
      discard,
    ],
    tested: [
      { ...line, act: 'template.edit', to: 'draft', guard: 'sound', requires: ['wording'] },
      { ...line, act: 'template.put_in_force', to: 'in_force', guard: 'sound', requires: ['from'] },
      discard,
    ],
    in_force: [{ ...line, act: 'template.withdraw', to: 'withdrawn', requires: ['from', 'reason'] }],
    withdrawn: [],
  },
  always: [],
  waiting: [],
  final: ['withdrawn'],
} as const satisfies Workflow<TemplateAct['kind'], TemplateState, LetterKind>
