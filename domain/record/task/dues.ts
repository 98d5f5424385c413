import { type WorkCalendar, workdayAfter } from '../../calendar/work-calendar.ts'
import type { PlainDate } from '../../plain-date.ts'
import { owedBy } from '../../supervision/owed.ts'
import type { Owed } from '../../supervision/subject-facts.ts'
import type { TaskRecord, TaskState, TaskTerm } from './task-record.ts'

/** Last days of a task; null = not owed (any more). */
export interface TaskDues {
  readonly verify: PlainDate | null
  readonly feedback: PlainDate | null
  readonly answer: PlainDate | null
}

export const taskDues = (task: TaskRecord, calendar: WorkCalendar): TaskDues => {
  const term = openTermOf(task)
  const { verify, feedback } = task.limits
  const since = (days: number | null) => (days === null ? null : workdayAfter(calendar, task.openedOn, days))
  return {
    verify: isRunning(task) && task.contact === null ? since(verify) : null,
    feedback: isRunning(task) && task.feedback === null && !task.anonymous ? since(feedback) : null,
    answer: term === null ? null : termDue(term, calendar),
  }
}

/** The earliest of them. */
export const taskDue = (task: TaskRecord, calendar: WorkCalendar): PlainDate | null => {
  const { verify, feedback, answer } = taskDues(task, calendar)
  return [verify, feedback, answer].reduce<PlainDate | null>(
    (first, due) => (due === null || (first !== null && first <= due) ? first : due),
    null,
  )
}

/** What supervision watches about the task itself. */
export const taskOwed = (task: TaskRecord, calendar: WorkCalendar): readonly Owed[] => {
  const { verify, feedback } = task.limits
  const ended = task.ended?.on ?? null
  const since = (days: number) => workdayAfter(calendar, task.openedOn, days)
  return [
    ...(verify === null ? [] : [owedBy('task_answer', 1, since(verify), task.contact?.on ?? ended)]),
    ...(feedback === null || task.anonymous
      ? []
      : [owedBy('task_answer', 2, since(feedback), task.feedback?.on ?? ended)]),
    ...task.terms.map((term) => owedBy('task_answer', term.n + 2, termDue(term, calendar), term.endedOn)),
  ]
}

export const openTermOf = ({ terms }: TaskRecord): TaskTerm | null =>
  terms.find(({ endedOn }) => endedOn === null) ?? null

export const isOverdue = (task: TaskRecord, asOf: PlainDate, calendar: WorkCalendar): boolean => {
  const due = taskDue(task, calendar)
  return due !== null && asOf > due
}

const termDue = ({ from, days }: TaskTerm, calendar: WorkCalendar): PlainDate => workdayAfter(calendar, from, days)

const running: ReadonlySet<TaskState> = new Set(['opened', 'assigned', 'rectifying', 'appealed', 'unable'])

const isRunning = ({ task, status }: TaskRecord): boolean => task === 'bad_rating' && running.has(status)
