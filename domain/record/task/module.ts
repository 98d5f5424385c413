import type { RecordModule } from '../record-module.ts'
import { taskDue } from './dues.ts'
import { foldTask } from './fold.ts'
import { guardTask } from './guard.ts'
import type { TaskAct } from './task-act.ts'
import { isCard } from './task-kinds.ts'
import type { TaskRecord } from './task-record.ts'
import { validateTask } from './validate.ts'
import { taskWorkflow } from './workflow.ts'

/** 电子监察: what a signal, a complaint, a bad rating or a sample leads to. */
export const taskModule: RecordModule<TaskRecord, TaskAct> = {
  workflow: taskWorkflow,
  validate: (_state, act) => validateTask(act),
  guard: guardTask,
  fold: foldTask,
  head: (state, calendar) => ({
    title: state.content.slice(0, 120),
    organ: state.organ,
    caseId: state.caseId,
    key: keyOf(state),
    date: state.openedOn,
    due: taskDue(state, calendar),
    closed: state.ended !== null,
    words: [state.organ],
  }),
}

/** One task for a rating, one card for a signal: what was taken back is not issued again for the same thing. */
const keyOf = ({ task, caseId, signals }: TaskRecord): string | null => {
  if (task === 'bad_rating') return caseId === null ? null : `rating:${caseId}`
  const [signal] = signals
  return isCard(task) && signal !== undefined ? `card:${signal}` : null
}
