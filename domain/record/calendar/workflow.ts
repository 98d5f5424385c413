import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { CalendarAct, CalendarState } from './calendar-record.ts'

const line = { roles: ['administrator'], clock: 'none', letter: null, article: null } as const

/** A holiday arrangement: imported, looked at, in use, followed by a later one. */
export const calendarWorkflow = {
  entity: 'calendar',
  states: {
    none: [{ ...line, act: 'calendar.import', to: 'imported', article: 'holidays:7' }],
    imported: [
      { ...line, act: 'calendar.activate', to: 'active' },
      { ...line, act: 'calendar.withdraw', to: 'withdrawn', requires: ['reason'] },
    ],
    active: [
      { ...line, act: 'calendar.supersede', to: 'superseded' },
      { ...line, act: 'calendar.withdraw', to: 'withdrawn', requires: ['reason'] },
    ],
    superseded: [],
    withdrawn: [],
  },
  always: [],
  waiting: [],
  final: ['superseded', 'withdrawn'],
} as const satisfies Workflow<CalendarAct['kind'], CalendarState, LetterKind>
