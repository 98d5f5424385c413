import type { SettleInput } from '../../../contract/queries/conflicts.ts'
import { caseOperationOf, operationOf } from '../../../db/cases/case-operation-of.ts'
import { recordOperationOf } from '../../../db/records/refold.ts'
import { actOf } from '../../../domain/case/case-operation.ts'
import { isAdditive } from '../../../domain/case/workflow.ts'
import { type Refusal, refusal } from '../../../domain/case/refusal.ts'
import type { ConflictAct, LostAct } from '../../../domain/record/conflict/conflict-record.ts'
import { recordActOf } from '../../../domain/record/decide.ts'
import { recordKindOfAct } from '../../../domain/record/modules.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { toMutable } from '../mutable.ts'
import type { TogetherInput } from '../perform/perform-together.ts'
import type { Actor } from '../perform/perform.ts'
import type { Services } from '../services.ts'
import { deciders } from './deciders.ts'
import { findConflict, type LostOperation, type LostOperations, matterOf, recordOf } from './lost-acts.ts'

type Deps = Pick<Services, 'store' | 'performTogether'> & { readonly newId: () => string }

/**
 * CFL-4: settles a conflict by a person's word. `accept_theirs` gives the acts up, `resubmit` does them again on what is in force now,
 * by the rules of now: when they refuse, nothing has happened and the conflict stays open. `refer` asks a supervisor.
 */
export const settleConflict = (deps: Deps, { op, way, reason }: SettleInput, actor: Actor): Result<null, Refusal> => {
  const { read } = deps.store
  const group = findConflict(read, op)
  if (group === null) return err(refusal('record_unknown'))
  const referred = recordOf(read, op)
  // Nobody at the desk speaks for whoever has left.
  if (referred === null && group.root.logged.status === null && !deciders.has(actor.role))
    return err(refusal('role_not_permitted'))
  if (referred !== null && way === 'refer') return err(refusal('record_exists'))
  const record: TogetherInput = toMutable({
    recordId: referred?.id ?? deps.newId(),
    base: referred?.version ?? 0,
    act: actFor(group, referred !== null, way, reason),
  })
  const again = way === 'resubmit' ? actsAgain(deps, group) : []
  const done = deps.performTogether([...again, record], actor)
  return done.ok ? ok(null) : err(done.error.refusal)
}

/** The lost acts as they would be done now, one after the other. */
export const actsAgain = ({ store }: Pick<Deps, 'store'>, { root, dependents }: LostOperations): TogetherInput[] => {
  const { read } = store
  let base = matterOf(read, root.entity)?.version ?? 0
  return [root, ...dependents].map((lost) => {
    const input = inputOf(lost, base)
    if (!isAdditive(lost.logged.kind)) base += 1
    return input
  })
}

const inputOf = ({ logged: { canon, entity } }: LostOperation, base: number): TogetherInput => {
  const envelope = operationOf(canon)
  return toMutable(
    recordKindOfAct(envelope.kind) === null
      ? { caseId: entity, base, act: actOf(caseOperationOf(envelope)) }
      : { recordId: entity, base, act: recordActOf(recordOperationOf(envelope)) },
  ) as TogetherInput
}

const actFor = (
  { root, dependents }: LostOperations,
  referred: boolean,
  way: SettleInput['way'],
  reason: string,
): ConflictAct => {
  const lost: LostAct = {
    op: root.op,
    entity: root.entity,
    act: root.logged.kind,
    verdict: root.verdict,
    reason: root.logged.reason,
  }
  const about = { lost, dependents: dependents.map((each) => each.op) }
  if (way === 'refer') return { kind: 'conflict.refer', ...about, reason }
  return referred ? { kind: 'conflict.decide', way, reason } : { kind: 'conflict.settle', ...about, way, reason }
}
