import type { LadderKind, TaskKind, TaskLimits } from './task-kinds.ts'
import type { ContactFinding } from './task-record.ts'

interface Opening {
  readonly caseId: string | null
  readonly organ: string
  readonly person: string | null
  readonly content: string
  readonly signals: readonly string[]
  readonly limits: TaskLimits
}

export type OrderKind = Extract<TaskKind, 'supervise' | 'yellow_card' | 'red_card'>
export const orderKinds = ['supervise', 'yellow_card', 'red_card'] as const satisfies readonly OrderKind[]

type OpeningTaskAct =
  | ({ readonly kind: 'task.urge' } & Opening)
  | ({ readonly kind: 'task.order'; readonly task: OrderKind } & Opening)
  /** 监察建议书, e.g. after a quarter graded 不合格. */
  | ({ readonly kind: 'task.recommend' } & Opening)
  | ({ readonly kind: 'task.open'; readonly task: 'complaint' | 'sampling' } & Opening)
  /** Follows from a rating, in the same transaction; the rating itself stays sealed in the case. */
  | {
      readonly kind: 'task.open_rating'
      readonly caseId: string
      readonly organ: string
      readonly anonymous: boolean
      readonly limits: TaskLimits
    }

type HandlingTaskAct =
  | { readonly kind: 'task.assign'; readonly organ: string; readonly person: string | null }
  | { readonly kind: 'task.explain'; readonly text: string }
  | { readonly kind: 'task.contact'; readonly finding: ContactFinding; readonly text: string }
  | { readonly kind: 'task.feedback'; readonly text: string }
  /** 申诉: the rating is mistaken or malicious. */
  | { readonly kind: 'task.appeal'; readonly text: string }
  /** 无法整改. */
  | { readonly kind: 'task.cannot_rectify'; readonly text: string }
  | { readonly kind: 'task.answer'; readonly text: string }

type SupervisorTaskAct =
  | { readonly kind: 'task.uphold'; readonly reason: string; readonly days: number }
  | { readonly kind: 'task.withdraw'; readonly reason: string }
  /** `days` = a new term when it is refused, null when it is granted. */
  | {
      readonly kind: 'task.review_appeal'
      readonly granted: boolean
      readonly reason: string
      readonly days: number | null
    }
  | {
      readonly kind: 'task.review_unable'
      readonly granted: boolean
      readonly reason: string
      readonly days: number | null
    }
  | { readonly kind: 'task.check'; readonly passed: boolean; readonly text: string }
  | { readonly kind: 'task.verify'; readonly text: string }
  | { readonly kind: 'task.return'; readonly reason: string; readonly days: number }
  | {
      readonly kind: 'task.call_back'
      readonly reached: boolean
      readonly satisfied: boolean | null
      readonly text: string
    }
  | {
      readonly kind: 'task.escalate'
      readonly task: Exclude<LadderKind, 'urge'>
      readonly reason: string
      readonly days: number
    }
  | { readonly kind: 'task.lapse'; readonly reason: string }
  | { readonly kind: 'task.close'; readonly text: string }

export type TaskAct = OpeningTaskAct | HandlingTaskAct | SupervisorTaskAct
