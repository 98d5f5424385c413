import type { Role } from '../../case/role.ts'
import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { TaskAct } from './task-act.ts'
import type { TaskState } from './task-record.ts'

const supervisors = ['supervisor', 'head'] as const satisfies readonly Role[]
const handlers = ['clerk', 'agent', 'reviewer', 'disclosure_officer', 'head'] as const satisfies readonly Role[]

const supervisor = { roles: supervisors, clock: 'none', letter: null, article: null } as const
const handler = { roles: handlers, clock: 'none', letter: null, article: null } as const

const reassign = { ...supervisor, act: 'task.assign', to: 'same' } as const
const withdraw = { ...supervisor, act: 'task.withdraw', to: 'withdrawn', clock: 'stop', requires: ['reason'] } as const
const feedback = {
  ...handler,
  act: 'task.feedback',
  to: 'same',
  guard: 'named_rater',
  requires: ['text'],
} as const
const lapse = {
  ...supervisor,
  act: 'task.lapse',
  to: 'unanswered',
  clock: 'stop',
  letter: 'supervision_recommendation',
  guard: 'time_run_out',
  requires: ['reason'],
  timed: true,
} as const

/** A task of supervision, from its slip to its closure. The organ is waited for while it owes an answer. */
export const taskWorkflow = {
  entity: 'task',
  states: {
    none: [
      { ...supervisor, act: 'task.urge', to: 'assigned', clock: 'start', letter: 'urge_slip' },
      { ...supervisor, act: 'task.order', to: 'assigned', clock: 'start', letter: 'supervision_order' },
      { ...supervisor, act: 'task.recommend', to: 'assigned', clock: 'start', letter: 'supervision_recommendation' },
      { ...supervisor, act: 'task.open', to: 'opened' },
      // Whoever holds the tablet when the resident rates: nobody at the window can keep a bad rating from becoming a task.
      { ...supervisor, roles: [...handlers, 'supervisor', 'administrator'], act: 'task.open_rating', to: 'opened' },
    ],
    opened: [
      { ...supervisor, act: 'task.assign', to: 'assigned', clock: 'start', requires: ['organ'] },
      { ...supervisor, act: 'task.check', to: 'verified', guard: 'check_passed', requires: ['text'] },
      {
        ...supervisor,
        act: 'task.check',
        to: 'assigned',
        clock: 'start',
        letter: 'supervision_order',
        guard: 'check_failed',
        requires: ['text'],
      },
      withdraw,
    ],
    assigned: [
      reassign,
      { ...handler, act: 'task.explain', to: 'explained', clock: 'stop', guard: 'card', requires: ['text'] },
      {
        ...handler,
        act: 'task.contact',
        to: 'rectifying',
        letter: 'rectification_notice',
        guard: 'bad_rating',
        requires: ['text'],
      },
      { ...handler, act: 'task.answer', to: 'answered', clock: 'stop', guard: 'answerable', requires: ['text'] },
      {
        ...supervisor,
        act: 'task.escalate',
        to: 'same',
        clock: 'fresh',
        letter: 'supervision_order',
        guard: 'time_run_out',
        requires: ['reason'],
        timed: true,
      },
      lapse,
      withdraw,
    ],
    explained: [{ ...supervisor, act: 'task.uphold', to: 'assigned', clock: 'fresh', requires: ['reason'] }, withdraw],
    rectifying: [
      reassign,
      feedback,
      { ...handler, act: 'task.appeal', to: 'appealed', clock: 'stop', requires: ['text'] },
      { ...handler, act: 'task.cannot_rectify', to: 'unable', clock: 'stop', requires: ['text'] },
      { ...handler, act: 'task.answer', to: 'answered', clock: 'stop', guard: 'answerable', requires: ['text'] },
      lapse,
    ],
    appealed: [
      feedback,
      { ...supervisor, act: 'task.review_appeal', to: 'excluded', guard: 'granted', requires: ['reason'] },
      {
        ...supervisor,
        act: 'task.review_appeal',
        to: 'rectifying',
        clock: 'fresh',
        guard: 'refused',
        requires: ['reason'],
      },
    ],
    unable: [
      feedback,
      { ...supervisor, act: 'task.review_unable', to: 'verified', guard: 'granted', requires: ['reason'] },
      {
        ...supervisor,
        act: 'task.review_unable',
        to: 'rectifying',
        clock: 'fresh',
        guard: 'refused',
        requires: ['reason'],
      },
    ],
    answered: [
      { ...supervisor, act: 'task.verify', to: 'verified', requires: ['text'] },
      { ...supervisor, act: 'task.return', to: 'assigned', clock: 'fresh', guard: 'other_task', requires: ['reason'] },
      {
        ...supervisor,
        act: 'task.return',
        to: 'rectifying',
        clock: 'fresh',
        guard: 'bad_rating',
        requires: ['reason'],
      },
    ],
    verified: [
      { ...supervisor, act: 'task.call_back', to: 'same', guard: 'named_rater', requires: ['text'] },
      { ...supervisor, act: 'task.close', to: 'closed', guard: 'called_back', requires: ['text'] },
    ],
    closed: [],
    excluded: [],
    withdrawn: [],
    unanswered: [],
  },
  always: [],
  waiting: ['assigned', 'rectifying'],
  final: ['closed', 'excluded', 'withdrawn', 'unanswered'],
} as const satisfies Workflow<TaskAct['kind'], TaskState, LetterKind>
