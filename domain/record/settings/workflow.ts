import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { SettingsAct, SettingsState } from './settings-record.ts'

const line = { roles: ['administrator'], clock: 'none', letter: null, article: null } as const

/** Numbers of the center: written down, in force from a day, withdrawn from a day. */
export const settingsWorkflow = {
  entity: 'settings',
  states: {
    none: [{ ...line, act: 'settings.draft', to: 'draft', guard: 'sound', requires: ['set', 'basis'] }],
    draft: [
      { ...line, act: 'settings.edit', to: 'same', guard: 'sound', requires: ['set', 'basis'] },
      { ...line, act: 'settings.put_in_force', to: 'in_force', guard: 'sound', requires: ['from'] },
      { ...line, act: 'settings.discard', to: 'withdrawn', requires: ['reason'] },
    ],
    in_force: [{ ...line, act: 'settings.withdraw', to: 'withdrawn', requires: ['from', 'reason'] }],
    withdrawn: [],
  },
  always: [],
  waiting: [],
  final: ['withdrawn'],
} as const satisfies Workflow<SettingsAct['kind'], SettingsState, LetterKind>
