import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { plainDate } from '../../plain-date.ts'
import { assign, badRating, taskAfter, urge, yellowCard } from './_testing.ts'
import { graverThan, openTaskActs } from './open-acts.ts'
import type { TaskRecord } from './task-record.ts'

const kindsOn = (task: TaskRecord, today: string) =>
  openTaskActs(task, { today: plainDate(today), calendar }).map(({ kind, refusal }) =>
    refusal === null ? kind : `${kind}: ${refusal.code}`,
  )

describe('what may be done to a task', () => {
  it('[SUP-30] names what is too early with its reason, and leaves out what is for other tasks', () => {
    expect(kindsOn(taskAfter('2026-09-14', yellowCard), '2026-09-15')).toEqual([
      'task.assign',
      'task.explain',
      'task.answer: explanation_missing',
      'task.escalate: time_not_run_out',
      'task.lapse: time_not_run_out',
      'task.withdraw',
    ])
    expect(kindsOn(taskAfter('2026-09-14', yellowCard), '2026-12-15')).toContain('task.escalate')
    expect(kindsOn(taskAfter('2026-09-14', urge), '2026-09-15')).toContain('task.answer')
    expect(kindsOn(taskAfter('2026-09-14', badRating(), assign), '2026-09-15')).toEqual([
      'task.assign',
      'task.contact',
      'task.answer: rating_not_verified',
      'task.lapse: time_not_run_out',
    ])
  })

  it('names the rungs above', () => {
    expect(graverThan('supervise')).toEqual(['yellow_card', 'red_card'])
    expect(graverThan('red_card')).toEqual([])
    expect(graverThan('sampling')).toEqual([])
  })
})
