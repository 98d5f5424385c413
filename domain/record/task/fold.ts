import type { Decided } from '../../case/case-module.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { Recorded } from '../../workflow/recorded.ts'
import { openedRecord } from '../record-module.ts'
import type { TaskAct } from './task-act.ts'
import type { TaskKind } from './task-kinds.ts'
import type { TaskRecord } from './task-record.ts'

type Operation = Recorded<TaskAct, Decided>

/** The task after one more operation. Throws on one that cannot follow. */
export const foldTask = (state: TaskRecord | null, entity: string, operation: Operation): TaskRecord => {
  if (state === null) return open(entity, operation)
  const { kind, data } = operation
  const { on } = data
  switch (kind) {
    case 'task.assign': {
      const assigned = { ...state, organ: data.organ, person: data.person }
      if (state.status !== 'opened') return assigned
      // A bad rating is to be put right in time from the day it was given, whoever is told of it when.
      const from = state.task === 'bad_rating' ? state.openedOn : on
      return withTerm({ ...assigned, status: 'assigned' }, from, state.limits.answer)
    }
    case 'task.check': {
      const checked = { ...state, finding: { on, text: data.text } }
      return data.passed
        ? { ...checked, status: 'verified' }
        : withTerm({ ...checked, status: 'assigned' }, on, state.limits.answer)
    }
    case 'task.explain':
      return termEnded(
        { ...state, status: 'explained', explanations: [...state.explanations, { on, text: data.text }] },
        on,
      )
    case 'task.uphold':
      return withTerm(
        { ...state, status: 'assigned', returns: [...state.returns, { on, text: data.reason }] },
        on,
        data.days,
      )
    case 'task.contact':
      return { ...state, status: 'rectifying', contact: { on, text: data.text, finding: data.finding } }
    case 'task.feedback':
      return { ...state, feedback: state.feedback ?? { on, text: data.text } }
    case 'task.appeal':
    case 'task.cannot_rectify':
      return termEnded(
        {
          ...state,
          status: kind === 'task.appeal' ? 'appealed' : 'unable',
          appeals: [...state.appeals, { on, text: data.text }],
        },
        on,
      )
    case 'task.review_appeal':
    case 'task.review_unable': {
      const said = { on, text: data.reason }
      if (data.granted)
        return kind === 'task.review_appeal'
          ? { ...state, status: 'excluded', ended: said }
          : { ...state, status: 'verified', finding: said }
      if (data.days === null) throw new Error(`${kind} refused without a new term`)
      return withTerm({ ...state, status: 'rectifying', returns: [...state.returns, said] }, on, data.days)
    }
    case 'task.answer':
      return termEnded({ ...state, status: 'answered', answers: [...state.answers, { on, text: data.text }] }, on)
    case 'task.verify':
      return { ...state, status: 'verified', finding: { on, text: data.text } }
    case 'task.return': {
      const status = state.task === 'bad_rating' ? 'rectifying' : 'assigned'
      return withTerm({ ...state, status, returns: [...state.returns, { on, text: data.reason }] }, on, data.days)
    }
    case 'task.call_back': {
      const { reached, satisfied, text } = data
      return { ...state, callBacks: [...state.callBacks, { on, reached, satisfied, text }] }
    }
    case 'task.escalate':
      return withTerm(
        termEnded({ ...state, task: data.task, returns: [...state.returns, { on, text: data.reason }] }, on),
        on,
        data.days,
      )
    case 'task.withdraw':
      return termEnded({ ...state, status: 'withdrawn', ended: { on, text: data.reason } }, on)
    case 'task.lapse':
      return termEnded({ ...state, status: 'unanswered', ended: { on, text: data.reason } }, on)
    case 'task.close':
      return { ...state, status: 'closed', ended: { on, text: data.text } }
    case 'task.urge':
    case 'task.order':
    case 'task.recommend':
    case 'task.open':
    case 'task.open_rating':
      throw new Error(`task ${entity} is open already`)
  }
}

const open = (entity: string, { kind, data }: Operation): TaskRecord => {
  switch (kind) {
    case 'task.urge':
      return withTerm(opened(entity, 'urge', data), data.on, data.limits.answer)
    case 'task.order':
      return withTerm(opened(entity, data.task, data), data.on, data.limits.answer)
    case 'task.recommend':
      return withTerm(opened(entity, 'supervise', data), data.on, data.limits.answer)
    case 'task.open':
      return { ...opened(entity, data.task, data), status: 'opened' }
    case 'task.open_rating': {
      const { anonymous } = data
      const rest = { person: null, content: '', signals: [] }
      return { ...opened(entity, 'bad_rating', { ...data, ...rest }), status: 'opened', anonymous }
    }
    default:
      throw new Error(`${kind} without a task`)
  }
}

const opened = (
  entity: string,
  task: TaskKind,
  data: Pick<TaskRecord, 'caseId' | 'organ' | 'person' | 'content' | 'signals' | 'limits'> & { readonly on: PlainDate },
): TaskRecord => ({
  ...openedRecord(entity),
  kind: 'task',
  status: 'assigned',
  task,
  caseId: data.caseId,
  organ: data.organ,
  person: data.person,
  content: data.content,
  signals: data.signals,
  openedOn: data.on,
  limits: data.limits,
  anonymous: false,
  terms: [],
  contact: null,
  feedback: null,
  explanations: [],
  appeals: [],
  answers: [],
  returns: [],
  finding: null,
  callBacks: [],
  ended: null,
})

const withTerm = (state: TaskRecord, from: PlainDate, days: number): TaskRecord => ({
  ...state,
  terms: [...state.terms, { n: state.terms.length + 1, from, days, endedOn: null }],
})

const termEnded = (state: TaskRecord, on: PlainDate): TaskRecord => ({
  ...state,
  terms: state.terms.map((term) => (term.endedOn === null ? { ...term, endedOn: on } : term)),
})
