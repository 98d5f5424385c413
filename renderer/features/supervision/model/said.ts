import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { TaskRecord } from '../../../../domain/record/task/task-record.ts'

/** One thing that was said in the course of a task. */
export interface TaskSaying {
  readonly what:
    'contact' | 'feedback' | 'explanation' | 'appeal' | 'answer' | 'return' | 'finding' | 'callBack' | 'ended'
  readonly on: PlainDate
  readonly text: string
  readonly reached?: boolean
  readonly satisfied?: boolean | null
}

/** All of it, the earliest first; on one day in the order of the procedure. */
export const saidOf = (task: TaskRecord): readonly TaskSaying[] => {
  const one = (
    what: TaskSaying['what'],
    said: { readonly on: PlainDate; readonly text: string } | null,
  ): TaskSaying[] => (said === null ? [] : [{ what, on: said.on, text: said.text }])
  const many = (what: TaskSaying['what'], all: readonly { readonly on: PlainDate; readonly text: string }[]) =>
    all.flatMap((said) => one(what, said))
  const all = [
    ...one('contact', task.contact),
    ...one('feedback', task.feedback),
    ...many('explanation', task.explanations),
    ...many('appeal', task.appeals),
    ...many('return', task.returns),
    ...many('answer', task.answers),
    ...one('finding', task.finding),
    ...task.callBacks.map(({ on, text, reached, satisfied }): TaskSaying => ({
      what: 'callBack',
      on,
      text,
      reached,
      satisfied,
    })),
    ...one('ended', task.ended),
  ]
  return all.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
