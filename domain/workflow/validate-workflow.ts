import type { Workflow } from './workflow.ts'
import { allTransitions } from './workflow.ts'

/** What is wrong with a table. `where` = state, or state and act. */
export interface WorkflowProblem {
  readonly code:
    | 'unreachable' // no way leads to the state
    | 'dead_end' // nothing leaves the state, or no way leads from it to a final one
    | 'unknown_target' // the table has no such state
    | 'no_role' // nobody may do it, and it is not the program's own
    | 'ambiguous' // one act, several targets, and no guard to tell them apart
    | 'no_timed_way_out' // a waiting state that only the one waited for can end
    | 'timed_out_of_place' // marked `timed` outside a waiting state
    | 'always_changes_state' // an act of every state must leave it as it is
    | 'final_is_left' // a final state with a way out to another one
  readonly where: string
}

/**
 * Every fault of a workflow; empty = all states are reached, none is a dead end, each waiting state has a timed way out, and no act is
 * ambiguous.
 */
export const findWorkflowProblems = (workflow: Workflow): readonly WorkflowProblem[] => {
  const problems: WorkflowProblem[] = []
  const add = (code: WorkflowProblem['code'], where: string): void => void problems.push({ code, where })
  const states = Object.keys(workflow.states).filter((state) => state !== 'none')
  const reached = reachedFrom(workflow, 'none')
  for (const state of states) {
    if (!reached.has(state)) add('unreachable', state)
    const leaves = linesOf(workflow, state).some(({ to }) => to !== 'same' && to !== state)
    const final = workflow.final.includes(state)
    if (!final && !(leaves && endsSomewhere(workflow, state))) add('dead_end', state)
    if (final && leaves) add('final_is_left', state)
    if (workflow.waiting.includes(state) && !linesOf(workflow, state).some(({ timed }) => timed === true))
      add('no_timed_way_out', state)
  }
  for (const [state, lines] of Object.entries(workflow.states)) {
    for (const { act, to, guard, timed } of lines) {
      const where = `${state} ${act}`
      if (to !== 'same' && !states.includes(to)) add('unknown_target', where)
      const same = lines.filter((other) => other.act === act)
      if (same.length > 1 && (guard === undefined || same.filter((other) => other.guard === guard).length > 1))
        add('ambiguous', where)
      if (timed === true && !workflow.waiting.includes(state)) add('timed_out_of_place', where)
    }
  }
  for (const { act, roles, by } of allTransitions(workflow))
    if ((roles.length === 0) !== (by === 'program')) add('no_role', act)
  for (const { act, to } of workflow.always) if (to !== 'same') add('always_changes_state', act)
  return problems
}

const linesOf = (workflow: Workflow, state: string) => workflow.states[state] ?? []

/** States that only lead to each other are as much of an end as one that leads nowhere; an entry of a register never ends. */
const endsSomewhere = (workflow: Workflow, state: string): boolean =>
  workflow.final.length === 0 || [...reachedFrom(workflow, state)].some((reached) => workflow.final.includes(reached))

const reachedFrom = (workflow: Workflow, start: string): ReadonlySet<string> => {
  const reached = new Set([start])
  for (const state of reached) {
    for (const { to } of linesOf(workflow, state)) if (to !== 'same') reached.add(to)
  }
  return reached
}
