import type { Refusal } from '../../case/refusal.ts'
import type { Role } from '../../case/role.ts'
import { permittedActs } from '../../workflow/workflow.ts'
import { type TaskContext, guardTask } from './guard.ts'
import type { TaskAct } from './task-act.ts'
import { type TaskKind, escalationLadder, isGraver } from './task-kinds.ts'
import type { TaskRecord } from './task-record.ts'
import { taskWorkflow } from './workflow.ts'

/** An act on a task as it stands. */
export interface OpenTaskAct {
  readonly kind: TaskAct['kind']
  readonly roles: readonly Role[]
  /** What keeps it from being done now, whoever asks; null = nothing. */
  readonly refusal: Refusal | null
}

/** The acts that the state permits, each once. What is for another kind of task is not offered; what is too early, or lacks a step, is named. */
export const openTaskActs = (task: TaskRecord, context: TaskContext): readonly OpenTaskAct[] => {
  const lines = permittedActs(taskWorkflow, task.status)
  const kinds = [...new Set(lines.map(({ act }) => act))]
  return kinds.flatMap((kind) => {
    const refusal = guardTask(task, probe(kind, task.task), context)
    if (refusal?.code === 'task_kind_mismatch' || refusal?.code === 'escalation_not_graver') return []
    const roles = [...new Set(lines.filter(({ act }) => act === kind).flatMap((line) => line.roles))]
    return [{ kind, roles, refusal }]
  })
}

/** The graver rungs that a task may be raised to. */
export const graverThan = (task: TaskKind): readonly (typeof escalationLadder)[number][] =>
  escalationLadder.filter((rung) => isGraver(task, rung))

/** An act of this kind with nothing filled in: what the guard of a task asks hangs on its kind and, for an escalation, on its rung. */
const probe = (kind: TaskAct['kind'], task: TaskKind): TaskAct => {
  const rung = graverThan(task).find((each) => each !== 'urge')
  return { kind, text: '', reason: '', days: 1, task: rung ?? 'supervise' } as unknown as TaskAct
}
