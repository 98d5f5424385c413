import { contactFindings } from '../../../../domain/record/task/task-record.ts'
import { graverThan } from '../../../../domain/record/task/open-acts.ts'
import { type OrderKind, type TaskAct, orderKinds } from '../../../../domain/record/task/task-act.ts'
import type { TaskKind, TaskLimits } from '../../../../domain/record/task/task-kinds.ts'

export type TaskActKind = TaskAct['kind']

/** One field of a form; every value is held as it is typed. */
export interface TaskField {
  readonly name:
    | 'organ'
    | 'content'
    | 'text'
    | 'reason'
    | 'days'
    | 'finding'
    | 'granted'
    | 'passed'
    | 'reached'
    | 'satisfied'
    | 'task'
  readonly type: 'line' | 'text' | 'days' | 'choice'
  readonly options?: readonly string[]
  readonly required: boolean
}
export type TaskDraft = Readonly<Partial<Record<TaskField['name'], string>>>

/** What a new task is about, beside what is typed. */
export interface TaskOpening {
  readonly caseId: string | null
  readonly signals: readonly string[]
  readonly task: OrderKind | 'complaint' | 'sampling'
  readonly limits: TaskLimits
}

const text = { name: 'text', type: 'text', required: true } as const
const reason = { name: 'reason', type: 'text', required: true } as const
const days = { name: 'days', type: 'days', required: true } as const
const yesNo = (name: TaskField['name']): TaskField => ({ name, type: 'choice', options: ['yes', 'no'], required: true })
const opening: readonly TaskField[] = [
  { name: 'organ', type: 'line', required: true },
  { name: 'content', type: 'text', required: true },
  days,
]

/** The fields of an act, as far as what is typed so far asks for them. `of` = the task that it is done to; null opens one. */
export const taskFields = (kind: TaskActKind, draft: TaskDraft, of: TaskKind | null): readonly TaskField[] => {
  switch (kind) {
    case 'task.urge':
    case 'task.order':
    case 'task.recommend':
    case 'task.open':
      return opening
    case 'task.open_rating':
      return []
    case 'task.assign':
      return [{ name: 'organ', type: 'line', required: true }]
    case 'task.contact':
      return [{ name: 'finding', type: 'choice', options: contactFindings, required: true }, text]
    case 'task.explain':
    case 'task.feedback':
    case 'task.appeal':
    case 'task.cannot_rectify':
    case 'task.answer':
    case 'task.verify':
    case 'task.close':
      return [text]
    case 'task.withdraw':
    case 'task.lapse':
      return [reason]
    case 'task.uphold':
    case 'task.return':
      return [reason, days]
    case 'task.review_appeal':
    case 'task.review_unable':
      return [yesNo('granted'), reason, ...(draft.granted === 'no' ? [days] : [])]
    case 'task.check':
      return [yesNo('passed'), text]
    case 'task.call_back':
      return [yesNo('reached'), ...(draft.reached === 'yes' ? [{ ...yesNo('satisfied'), required: false }] : []), text]
    case 'task.escalate':
      return [
        { name: 'task', type: 'choice', options: of === null ? orderKinds : graverThan(of), required: true },
        reason,
        days,
      ]
  }
}

/** Fields that are still to be filled in, or hold no number of days. */
export const problemsOf = (fields: readonly TaskField[], draft: TaskDraft): readonly TaskFormProblem[] =>
  fields.flatMap(({ name, type, required }): readonly TaskFormProblem[] => {
    const value = (draft[name] ?? '').trim()
    if (value === '') return required ? [{ field: name, code: 'required' }] : []
    return type === 'days' && !isDays(value) ? [{ field: name, code: 'number_invalid' }] : []
  })

interface TaskFormProblem {
  readonly field: TaskField['name']
  readonly code: 'required' | 'number_invalid'
}

const isDays = (value: string): boolean => /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 250

/** The act that the form means; to be asked for only when nothing is missing. */
export const taskActOf = (kind: TaskActKind, draft: TaskDraft, about: TaskOpening | null): TaskAct | null => {
  const said = { text: (draft.text ?? '').trim() }
  const why = { reason: (draft.reason ?? '').trim() }
  const term = Number(draft.days ?? '')
  const yes = (name: 'granted' | 'passed' | 'reached') => draft[name] === 'yes'
  switch (kind) {
    case 'task.urge':
    case 'task.recommend':
    case 'task.order':
    case 'task.open':
      return about === null ? null : openingAct(kind, draft, about)
    case 'task.open_rating':
      return null
    case 'task.assign':
      return { kind, organ: (draft.organ ?? '').trim(), person: null }
    case 'task.contact': {
      const finding = contactFindings.find((each) => each === draft.finding)
      return finding === undefined ? null : { kind, finding, ...said }
    }
    case 'task.explain':
    case 'task.feedback':
    case 'task.appeal':
    case 'task.cannot_rectify':
    case 'task.answer':
    case 'task.verify':
    case 'task.close':
      return { kind, ...said }
    case 'task.withdraw':
    case 'task.lapse':
      return { kind, ...why }
    case 'task.uphold':
    case 'task.return':
      return { kind, ...why, days: term }
    case 'task.review_appeal':
    case 'task.review_unable':
      return { kind, granted: yes('granted'), ...why, days: yes('granted') ? null : term }
    case 'task.check':
      return { kind, passed: yes('passed'), ...said }
    case 'task.call_back': {
      const satisfied = !yes('reached') || !draft.satisfied ? null : draft.satisfied === 'yes'
      return { kind, reached: yes('reached'), satisfied, ...said }
    }
    case 'task.escalate': {
      const task = orderKinds.find((each) => each === draft.task)
      return task === undefined ? null : { kind, task, ...why, days: term }
    }
  }
}

const openingAct = (
  kind: 'task.urge' | 'task.recommend' | 'task.order' | 'task.open',
  draft: TaskDraft,
  { caseId, signals, task, limits }: TaskOpening,
): TaskAct | null => {
  const common = {
    caseId,
    organ: (draft.organ ?? '').trim(),
    person: null,
    content: (draft.content ?? '').trim(),
    signals,
    limits: { ...limits, answer: Number(draft.days ?? '') },
  }
  if (kind === 'task.urge' || kind === 'task.recommend') return { kind, ...common }
  if (kind === 'task.open') return task === 'complaint' || task === 'sampling' ? { kind, task, ...common } : null
  return task === 'complaint' || task === 'sampling' ? null : { kind, task, ...common }
}
