import { describe, expect, it } from 'vitest'
import { taskActFields } from '../../../../contract/acts/task-acts.ts'
import { RecordActSchema } from '../../../../contract/acts/record-acts.ts'
import { defaultTaskLimits } from '../../../../domain/record/task/task-kinds.ts'
import { type TaskActKind, type TaskDraft, problemsOf, taskActOf, taskFields } from './task-form.ts'

const kinds = Object.keys(taskActFields) as readonly TaskActKind[]
const filled: TaskDraft = {
  organ: '县卫生健康局',
  content: '超期',
  text: '已整改',
  reason: '没有附理由',
  days: '5',
  finding: 'justified',
  granted: 'no',
  passed: 'yes',
  reached: 'yes',
  satisfied: 'yes',
  task: 'red_card',
}
const about = {
  caseId: '0190d0a0-0000-7000-8000-000000000001',
  signals: ['JC-03.v1:a:promised.0.0'],
  limits: defaultTaskLimits.yellow_card,
} as const

describe('the form of a task', () => {
  it.each(kinds.filter((kind) => kind !== 'task.open_rating'))('%s becomes an act that the contract takes', (kind) => {
    const task = kind === 'task.open' ? 'sampling' : 'yellow_card'
    const fields = taskFields(kind, filled, 'supervise')
    expect(problemsOf(fields, filled)).toEqual([])
    const act = taskActOf(kind, filled, { ...about, task })
    expect(RecordActSchema.safeParse(act).success, JSON.stringify(act)).toBe(true)
    // Nothing typed: everything that is required is named, each at its field.
    expect(problemsOf(fields, {}).map(({ field }) => field)).toEqual(
      fields.filter(({ required }) => required).map(({ name }) => name),
    )
  })

  it('asks for a new term only where a review refuses, and for satisfaction only of who was reached', () => {
    const names = (kind: TaskActKind, draft: TaskDraft) => taskFields(kind, draft, null).map(({ name }) => name)
    expect(names('task.review_appeal', { granted: 'yes' })).toEqual(['granted', 'reason'])
    expect(names('task.review_appeal', { granted: 'no' })).toEqual(['granted', 'reason', 'days'])
    expect(names('task.call_back', { reached: 'no' })).toEqual(['reached', 'text'])
    expect(taskActOf('task.call_back', { ...filled, reached: 'no' }, null)).toMatchObject({ satisfied: null })
    expect(taskActOf('task.review_appeal', { ...filled, granted: 'yes' }, null)).toMatchObject({ days: null })
  })

  it('takes 1 to 250 working days', () => {
    const fields = taskFields('task.uphold', {}, null)
    const days = (typed: string) => problemsOf(fields, { reason: '维持', days: typed }).map(({ code }) => code)
    expect([days('1'), days('250'), days('0'), days('251'), days('2.5'), days('三')]).toEqual([
      [],
      [],
      ['number_invalid'],
      ['number_invalid'],
      ['number_invalid'],
      ['number_invalid'],
    ])
  })
})
