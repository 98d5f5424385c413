import { v7 as uuidv7 } from 'uuid'
import type { Board, WatchedComplaint, WatchedSignal } from '../../../contract/queries/supervision.ts'
import { cardWords } from '../../../contract/words/supervision-words.ts'
import type { TaskRecord } from '../../../domain/record/task/task-record.ts'
import type { TaskActKind, TaskOpening } from './model/task-form.ts'
import type { TaskForm } from './task-dialog.tsx'

type OpeningKind = 'task.order' | 'task.urge' | 'task.recommend' | 'task.open'

/** The form that gives out a task about a signal, filled in as far as the signal tells. */
export const formForSignal = (
  signal: WatchedSignal,
  limits: Board['limits'],
  { act, task, label }: { readonly act: OpeningKind; readonly task: TaskOpening['task']; readonly label: string },
): TaskForm => {
  const limit = limits[act === 'task.urge' ? 'urge' : task]
  return {
    key: `${signal.id} ${act} ${task}`,
    act,
    label,
    matter: signal.caseNo ?? signal.title,
    recordId: uuidv7(),
    base: 0,
    of: null,
    opening: { caseId: signal.caseId, signals: [signal.id], task, limits: limit },
    draft: { organ: signal.organ ?? '', content: cardWords(signal), days: String(limit.answer) },
  }
}

/** A task that follows a complaint to its end. */
export const formForComplaint = (complaint: WatchedComplaint, limits: Board['limits'], label: string): TaskForm => ({
  key: `${complaint.caseId} complaint`,
  act: 'task.open',
  label,
  matter: complaint.caseNo,
  recordId: uuidv7(),
  base: 0,
  of: null,
  opening: { caseId: complaint.caseId, signals: [], task: 'complaint', limits: limits.complaint },
  draft: {
    organ: complaint.organ,
    content: `${complaint.caseNo} ${complaint.title}`,
    days: String(limits.complaint.answer),
  },
})

export const formForTask = (task: TaskRecord, act: TaskActKind, label: string, matter: string): TaskForm => ({
  key: `${task.id} ${String(task.version)} ${act}`,
  act,
  label,
  matter,
  recordId: task.id,
  base: task.version,
  of: task.task,
  opening: null,
  draft: act === 'task.assign' ? { organ: task.organ } : { days: String(task.limits.answer) },
})
