// Tasks of supervision for the tests. Opened on Monday 2026-09-14.
import type { Role } from '../../case/role.ts'
import { asKind, recordsOn } from '../_testing.ts'
import type { RecordAct } from '../record-act.ts'
import type { TaskAct } from './task-act.ts'
import { type TaskLimits, defaultTaskLimits } from './task-kinds.ts'
import type { TaskRecord } from './task-record.ts'

export const opening = {
  caseId: '0190d0a0-0000-7000-8000-000000000001',
  organ: '县卫生健康局',
  person: null,
  content: '公共场所卫生许可已超过承诺时限',
  signals: ['JC-03.v1:case-1:promised.0.0'],
  limits: defaultTaskLimits.urge,
}

export const urge: TaskAct = { kind: 'task.urge', ...opening }
export const yellowCard: TaskAct = {
  kind: 'task.order',
  task: 'yellow_card',
  ...opening,
  limits: defaultTaskLimits.yellow_card,
}
export const badRating = (anonymous = false, limits: TaskLimits = defaultTaskLimits.bad_rating): TaskAct => ({
  kind: 'task.open_rating',
  caseId: opening.caseId,
  organ: opening.organ,
  anonymous,
  limits,
})

export const assign: TaskAct = { kind: 'task.assign', organ: opening.organ, person: 'staff-7' }

const desk = (today: string, role: Role) => {
  const { done, refused } = recordsOn(today, { role })
  return {
    done: (state: TaskRecord | null, act: RecordAct): TaskRecord => asKind(done(state, act), 'task'),
    refused,
  }
}

export const supervisorOn = (today: string) => desk(today, 'supervisor')
export const reviewerOn = (today: string) => desk(today, 'reviewer')

/** Acts one after another, all on one day: those of the organ by a reviewer, the others by a supervisor. */
export const taskAfter = (today: string, ...acts: readonly TaskAct[]): TaskRecord => {
  const [first, ...rest] = acts
  if (first === undefined) throw new Error('no acts')
  return rest.reduce(
    (state, act) => (byOrgan.has(act.kind) ? reviewerOn(today) : supervisorOn(today)).done(state, act),
    supervisorOn(today).done(null, first),
  )
}

const byOrgan: ReadonlySet<string> = new Set([
  'task.explain',
  'task.contact',
  'task.feedback',
  'task.appeal',
  'task.cannot_rectify',
  'task.answer',
])
