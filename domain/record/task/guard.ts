import type { CheckContext } from '../../case/case-module.ts'
import { type Refusal, refusal } from '../../case/refusal.ts'
import { taskDue } from './dues.ts'
import type { TaskAct } from './task-act.ts'
import { isCard, isGraver } from './task-kinds.ts'
import type { TaskRecord } from './task-record.ts'

/** What a task's own conditions are asked on. */
export type TaskContext = Pick<CheckContext, 'today' | 'calendar'>

/** What keeps an act from being done to a task as it stands. */
export const guardTask = (state: TaskRecord | null, act: TaskAct, context: TaskContext): Refusal | null => {
  if (state === null) return null
  const otherTask = refusal('task_kind_mismatch', { params: { task: state.task } })
  switch (act.kind) {
    case 'task.check':
      return state.task === 'sampling' ? null : otherTask
    case 'task.explain':
      return isCard(state.task) ? null : otherTask
    case 'task.contact':
      return state.task === 'bad_rating' ? null : otherTask
    case 'task.answer':
      return answerable(state) ?? null
    case 'task.withdraw':
      // A bad rating leaves by appeal and review only, never by a stroke of the pen.
      return state.task === 'bad_rating' ? otherTask : null
    case 'task.feedback':
    case 'task.call_back':
      if (state.task !== 'bad_rating')
        return act.kind === 'task.call_back' && state.task === 'complaint' ? null : otherTask
      return state.anonymous ? refusal('rater_anonymous') : null
    case 'task.close':
      return state.task === 'bad_rating' && !state.anonymous && state.callBacks.length === 0
        ? refusal('call_back_missing')
        : null
    case 'task.escalate':
      if (!isGraver(state.task, act.task)) return refusal('escalation_not_graver', { params: { task: state.task } })
      return timeRunOut(state, context)
    case 'task.lapse':
      return timeRunOut(state, context)
    case 'task.urge':
    case 'task.order':
    case 'task.recommend':
    case 'task.open':
    case 'task.open_rating':
    case 'task.assign':
    case 'task.uphold':
    case 'task.appeal':
    case 'task.cannot_rectify':
    case 'task.review_appeal':
    case 'task.review_unable':
    case 'task.verify':
    case 'task.return':
      return null
  }
}

const answerable = (state: TaskRecord): Refusal | null => {
  if (isCard(state.task) && state.explanations.length === 0) return refusal('explanation_missing')
  if (state.task !== 'bad_rating') return null
  if (state.contact === null) return refusal('rating_not_verified')
  return state.feedback === null && !state.anonymous ? refusal('feedback_missing') : null
}

const timeRunOut = (state: TaskRecord, { today, calendar }: TaskContext): Refusal | null => {
  const due = taskDue(state, calendar)
  return due !== null && today > due ? null : refusal('time_not_run_out', { params: { until: due ?? '' } })
}
