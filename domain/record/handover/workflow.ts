import type { Role } from '../../case/role.ts'
import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { HandoverAct } from './handover-act.ts'
import type { HandoverState } from './handover-record.ts'

const roles = ['agent', 'clerk', 'administrator'] as const satisfies readonly Role[]
const line = { roles, clock: 'none', letter: null, article: null } as const

const make = { ...line, act: 'handover.make', clock: 'start', letter: 'agency_handover' } as const
const pass = { ...line, act: 'handover.pass', clock: 'fresh', requires: ['giver', 'taker', 'at', 'counted'] } as const
const signFor = [
  { ...line, act: 'handover.sign_for', to: 'same', guard: 'lines_left', requires: ['name', 'at'] },
  { ...line, act: 'handover.sign_for', to: 'returned', clock: 'stop', guard: 'last_line', requires: ['name', 'at'] },
] as const
const delay = {
  ...line,
  act: 'handover.report_delay',
  to: 'same',
  guard: 'time_run_out',
  requires: ['reason'],
  timed: true,
} as const
const uncollected = {
  ...line,
  act: 'handover.close_uncollected',
  to: 'uncollected',
  clock: 'stop',
  guard: 'time_run_out',
  requires: ['reason'],
  timed: true,
} as const
const cancel = { ...line, act: 'handover.cancel', to: 'cancelled', guard: 'not_moved', requires: ['reason'] } as const

/** 交接单: village point → township center → window with papers, and back with results. */
export const handoverWorkflow = {
  entity: 'handover',
  states: {
    none: [
      { ...make, to: 'at_village', guard: 'in_from_village' },
      { ...make, to: 'at_township', guard: 'in_from_township' },
      { ...make, to: 'at_window', guard: 'out_from_window' },
    ],
    at_village: [
      { ...pass, to: 'at_township', guard: 'in_to_township' },
      { ...pass, to: 'arrived', guard: 'in_to_window' },
      ...signFor,
      delay,
      uncollected,
      cancel,
    ],
    at_township: [
      { ...pass, to: 'arrived', guard: 'in_to_window' },
      { ...pass, to: 'at_village', guard: 'out_to_village' },
      ...signFor,
      delay,
      uncollected,
      cancel,
    ],
    at_window: [
      { ...pass, to: 'at_township', guard: 'out_to_township' },
      { ...pass, to: 'at_village', guard: 'out_to_village' },
      delay,
      cancel,
    ],
    arrived: [],
    returned: [],
    uncollected: [],
    cancelled: [],
  },
  always: [],
  waiting: ['at_village', 'at_township', 'at_window'],
  final: ['arrived', 'returned', 'uncollected', 'cancelled'],
} as const satisfies Workflow<HandoverAct['kind'], HandoverState, LetterKind>
