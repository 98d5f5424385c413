import { describe, expect, it } from 'vitest'
import { findWorkflowProblems } from './validate-workflow.ts'
import type { Transition, Workflow } from './workflow.ts'

const line = (act: string, to: string, more: Partial<Transition> = {}): Transition => ({
  act,
  to,
  roles: ['clerk'],
  clock: 'none',
  letter: null,
  article: null,
  ...more,
})

/** Taken in, asked back, answered, closed: nothing is wrong with it. */
const sound: Workflow = {
  entity: 'request',
  states: {
    none: [line('open', 'received')],
    received: [line('ask', 'waiting'), line('answer', 'answered')],
    waiting: [line('reply', 'received'), line('lapse', 'closed', { timed: true })],
    answered: [line('close', 'closed')],
    closed: [],
  },
  always: [line('note', 'same')],
  waiting: ['waiting'],
  final: ['closed'],
}
const withLines = (
  states: Readonly<Record<string, readonly Transition[]>>,
  more: Partial<Workflow> = {},
): Workflow => ({
  ...sound,
  ...more,
  states: { ...sound.states, ...states },
})

describe('the checks of a procedure', () => {
  it('[CASE-1] find nothing wrong with a sound one', () => {
    expect(findWorkflowProblems(sound)).toEqual([])
  })

  it.each<readonly [string, Workflow, readonly { code: string; where: string }[]]>([
    [
      'a state that nothing leads to',
      withLines({ lost: [line('close', 'closed')] }),
      [{ code: 'unreachable', where: 'lost' }],
    ],
    [
      'a state that nothing leaves',
      withLines({ answered: [line('note', 'same')] }),
      [{ code: 'dead_end', where: 'answered' }],
    ],
    [
      'states that only lead to each other',
      withLines({ answered: [line('reopen', 'reopened')], reopened: [line('answer', 'answered')] }),
      [
        { code: 'dead_end', where: 'answered' },
        { code: 'dead_end', where: 'reopened' },
      ],
    ],
    [
      'a final state with a way out',
      withLines({ closed: [line('reopen', 'received')] }),
      [{ code: 'final_is_left', where: 'closed' }],
    ],
    [
      'a wait that only the one waited for can end',
      withLines({ waiting: [line('reply', 'received')] }),
      [{ code: 'no_timed_way_out', where: 'waiting' }],
    ],
    [
      'a timed way out of no wait',
      withLines({ answered: [line('close', 'closed', { timed: true })] }),
      [{ code: 'timed_out_of_place', where: 'answered close' }],
    ],
    [
      'a target that does not exist',
      withLines({ answered: [line('close', 'closed'), line('file', 'archive')] }),
      [{ code: 'unknown_target', where: 'answered file' }],
    ],
    [
      'one act with two targets and nothing to choose by',
      withLines({
        answered: [line('close', 'closed'), line('close', 'received')],
      }),
      [
        { code: 'ambiguous', where: 'answered close' },
        { code: 'ambiguous', where: 'answered close' },
      ],
    ],
    [
      'an act that nobody may do',
      withLines({ answered: [line('close', 'closed', { roles: [] })] }),
      [{ code: 'no_role', where: 'close' }],
    ],
    [
      'an act of every state that changes it',
      withLines({}, { always: [line('end', 'closed')] }),
      [{ code: 'always_changes_state', where: 'end' }],
    ],
  ])('[CASE-1] name %s', (_what, workflow, problems) => {
    expect(findWorkflowProblems(workflow)).toEqual(problems)
  })
})
