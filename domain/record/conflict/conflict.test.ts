import { describe, expect, it } from 'vitest'
import { findWorkflowProblems } from '../../workflow/validate-workflow.ts'
import { asKind, recordsOn } from '../_testing.ts'
import { type ConflictAct, type LostAct, conflictStates } from './conflict-record.ts'
import { conflictModule } from './module.ts'
import { conflictWorkflow } from './workflow.ts'

const lost: LostAct = {
  op: '0199f000-0000-7000-8000-0000000000aa',
  entity: '0199f000-0000-7000-8000-0000000000bb',
  act: 'service.approve',
  verdict: 'conflict',
  reason: 'stale',
}
const settle = (way: 'accept_theirs' | 'resubmit', reason: string): ConflictAct => ({
  kind: 'conflict.settle',
  lost,
  dependents: [],
  way,
  reason,
})
const refer: ConflictAct = { kind: 'conflict.refer', lost, dependents: [], reason: '两个窗口都已送达' }
const clerk = recordsOn('2026-11-22', { role: 'clerk' })
const supervisor = recordsOn('2026-11-22', { role: 'supervisor' })

describe('a conflict', () => {
  it('[CFL-4] is settled by whoever lost, or referred and decided by a supervisor', () => {
    expect(findWorkflowProblems(conflictWorkflow)).toEqual([])
    expect(Object.keys(conflictWorkflow.states).sort()).toEqual(['none', ...conflictStates].sort())
    expect(clerk.done(null, settle('accept_theirs', ''))).toMatchObject({
      status: 'settled',
      lost,
      decision: { way: 'accept_theirs', on: '2026-11-22' },
    })
    const referred = clerk.done(null, refer)
    expect(referred).toMatchObject({ status: 'referred', referral: '两个窗口都已送达', decision: null })
    const decide: ConflictAct = { kind: 'conflict.decide', way: 'resubmit', reason: '以先送达的为准' }
    expect(clerk.refused(referred, decide)).toMatchObject({ code: 'role_not_permitted' })
    expect(supervisor.done(referred, decide)).toMatchObject({ status: 'settled', decision: { way: 'resubmit' } })
    expect(supervisor.refused(supervisor.done(referred, decide), decide)).toMatchObject({
      code: 'not_allowed_in_state',
    })
  })

  it('[CFL-4] whoever gives his act up need not say why; whoever goes against what is in force does', () => {
    for (const act of [settle('resubmit', ' '), { ...refer, reason: '' }])
      expect(clerk.refused(null, act).fields).toEqual([{ field: 'reason', code: 'required' }])
  })

  it('[CFL-1] has the lost act as its key, so that one is spoken of once', () => {
    const state = asKind(clerk.done(null, settle('accept_theirs', '')), 'conflict')
    expect(conflictModule.head(state, undefined as never)).toMatchObject({
      key: `conflict:${lost.op}`,
      caseId: lost.entity,
      closed: true,
    })
  })
})
