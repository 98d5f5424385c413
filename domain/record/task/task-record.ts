import type { PlainDate } from '../../plain-date.ts'
import type { RecordCommon } from '../record-common.ts'
import type { TaskKind, TaskLimits } from './task-kinds.ts'

/** peers.md 5.3. */
export const taskStates = [
  'opened', // 待分派
  'assigned', // 待答复
  'explained', // 已说明
  'rectifying', // 整改中
  'appealed', // 申诉复核
  'unable', // 无法整改复核
  'answered', // 待核查
  'verified', // 已核查
  'closed', // 办结
  'excluded', // 差评不成立
  'withdrawn', // 撤回
  'unanswered', // 逾期未答复
] as const
export type TaskState = (typeof taskStates)[number]

/** One stretch in which the organ owes its answer. A task that is sent back gets a further one; none is ever rewritten. */
export interface TaskTerm {
  /** 1, 2, 3 … within the task. */
  readonly n: number
  /** The day itself is not counted. */
  readonly from: PlainDate
  /** Working days. */
  readonly days: number
  readonly endedOn: PlainDate | null
}

export interface Said {
  readonly on: PlainDate
  readonly text: string
}

export const contactFindings = ['justified', 'no_legal_basis'] as const
/** 核实: what the rater says is so, or what he wants has no basis in law and is explained to him. */
export type ContactFinding = (typeof contactFindings)[number]

export interface CallBack {
  readonly on: PlainDate
  readonly reached: boolean
  /** Null = not reached, or not said. */
  readonly satisfied: boolean | null
  readonly text: string
}

export interface TaskRecord extends RecordCommon {
  readonly kind: 'task'
  readonly status: TaskState
  readonly task: TaskKind
  /** The case it is about, if any. */
  readonly caseId: string | null
  readonly organ: string
  /** Staff id of who answers; null = the organ decides. */
  readonly person: string | null
  readonly content: string
  /** Ids of the signals that it answers to. */
  readonly signals: readonly string[]
  readonly openedOn: PlainDate
  readonly limits: TaskLimits
  /** Bad ratings: the rater gave no name, so nobody can be told or called back. */
  readonly anonymous: boolean
  readonly terms: readonly TaskTerm[]
  readonly contact: (Said & { readonly finding: ContactFinding }) | null
  readonly feedback: Said | null
  readonly explanations: readonly Said[]
  readonly appeals: readonly Said[]
  readonly answers: readonly Said[]
  readonly returns: readonly Said[]
  readonly finding: Said | null
  readonly callBacks: readonly CallBack[]
  /** How it ended. */
  readonly ended: Said | null
}
