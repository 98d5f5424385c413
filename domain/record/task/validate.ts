import type { FieldProblem } from '../../case/refusal.ts'
import type { TaskAct } from './task-act.ts'
import type { TaskLimits } from './task-kinds.ts'

/** A year of working days: everything longer is a slip of the keyboard. */
const maxDays = 250

/** Fields of an act on a task that cannot be as they are. */
export const validateTask = (act: TaskAct): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'task.urge':
    case 'task.order':
    case 'task.recommend':
    case 'task.open':
      return [...required('organ', act.organ), ...required('content', act.content), ...limitProblems(act.limits, false)]
    case 'task.open_rating':
      return [...required('organ', act.organ), ...limitProblems(act.limits, true)]
    case 'task.assign':
      return required('organ', act.organ)
    case 'task.explain':
    case 'task.contact':
    case 'task.feedback':
    case 'task.appeal':
    case 'task.cannot_rectify':
    case 'task.answer':
    case 'task.check':
    case 'task.verify':
    case 'task.close':
      return required('text', act.text)
    case 'task.call_back':
      return [
        ...required('text', act.text),
        ...(act.satisfied !== null && !act.reached ? [{ field: 'satisfied', code: 'not_applicable' } as const] : []),
      ]
    case 'task.withdraw':
    case 'task.lapse':
      return required('reason', act.reason)
    case 'task.uphold':
    case 'task.return':
    case 'task.escalate':
      return [...required('reason', act.reason), ...dayProblems('days', act.days)]
    case 'task.review_appeal':
    case 'task.review_unable':
      return [...required('reason', act.reason), ...reviewDays(act)]
  }
}

const required = (field: string, text: string): readonly FieldProblem[] =>
  text.trim() === '' ? [{ field, code: 'required' }] : []

const dayProblems = (field: string, days: number): readonly FieldProblem[] =>
  Number.isInteger(days) && days >= 1 && days <= maxDays ? [] : [{ field, code: 'number_invalid' }]

const reviewDays = ({ granted, days }: { readonly granted: boolean; readonly days: number | null }) => {
  if (granted) return days === null ? [] : [{ field: 'days', code: 'not_applicable' } as const]
  return days === null ? [{ field: 'days', code: 'required' } as const] : dayProblems('days', days)
}

const limitProblems = (limits: TaskLimits, ofRating: boolean): readonly FieldProblem[] => [
  ...dayProblems('limits.answer', limits.answer),
  ...(['verify', 'feedback'] as const).flatMap((name): readonly FieldProblem[] => {
    const days = limits[name]
    const field = `limits.${name}`
    if (days === null) return ofRating ? [{ field, code: 'required' }] : []
    return ofRating ? dayProblems(field, days) : [{ field, code: 'not_applicable' }]
  }),
]
