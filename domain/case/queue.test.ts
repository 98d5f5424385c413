import { describe, expect, it } from 'vitest'
import { legalTimeStates } from '../clock/legal-time-state.ts'
import { permittedActs } from '../workflow/workflow.ts'
import { caseKinds, caseStates } from './case-state.ts'
import { moduleOf } from './modules.ts'
import { nextActOf } from './next-act.ts'
import { queueGroupOf, queueGroups } from './queue.ts'
import { roles } from './role.ts'

const everyState = caseKinds.flatMap((kind) => caseStates[kind].map((status) => ({ kind, status })))

describe('the queue of the day', () => {
  it('[QUE-1] a limit that is over or near outweighs whatever the case waits for', () => {
    const waiting = { kind: 'service', status: 'delivering' } as const
    expect(queueGroupOf({ ...waiting, time: 'overdue_statutory' }, 'clerk')).toBe('overdue_statutory')
    expect(queueGroupOf({ ...waiting, time: 'due_today' }, 'reviewer')).toBe('due_today')
    expect(queueGroupOf({ ...waiting, time: 'within' }, 'clerk')).toBe('ready')
    expect(queueGroupOf({ kind: 'service', status: 'correction_wait', time: 'paused' }, 'clerk')).toBe('waiting')
    expect(queueGroupOf({ kind: 'disclosure', status: 'fee_wait', time: 'paused' }, 'clerk')).toBe('waiting')
    expect(queueGroupOf({ kind: 'bundle', status: 'all_done', time: 'within' }, 'clerk')).toBe('ready')
  })

  it('[QUE-1] a case under examination is the reviewer’s to do and not the clerk’s', () => {
    const examined = { kind: 'service', status: 'examining', time: 'within' } as const
    expect(queueGroupOf(examined, 'reviewer')).toBe('to_do')
    expect(queueGroupOf(examined, 'clerk')).toBeNull()
  })

  it('[QUE-1] every part is met by some state, role and time', () => {
    const met = new Set(
      everyState.flatMap((state) =>
        roles.flatMap((role) => legalTimeStates.map((time) => queueGroupOf({ ...state, time }, role))),
      ),
    )
    expect([...queueGroups].filter((group) => !met.has(group))).toEqual([])
  })

  it('[QUE-1] what is over is nobody’s: no final state has a place by itself', () => {
    for (const kind of caseKinds)
      for (const status of caseStates[kind].filter((state) => moduleOf(kind).workflow.final.includes(state)))
        for (const role of roles)
          expect([status, role, queueGroupOf({ kind, status, time: 'done' }, role)]).toEqual([status, role, null])
  })

  it('[QUE-2] the next act is listed by the state for the role, and never one that only time brings about', () => {
    for (const { kind, status } of everyState)
      for (const role of roles) {
        const next = nextActOf(kind, status, role)
        if (next === null) continue
        const lines = permittedActs(moduleOf(kind).workflow, status).filter(({ act }) => act === next)
        expect(
          lines.some((line) => line.roles.includes(role) && line.timed !== true),
          `${status} ${next}`,
        ).toBe(true)
      }
    expect(nextActOf('service', 'correction_wait', 'clerk')).toBe('service.supply')
    expect(nextActOf('service', 'examining', 'clerk')).toBeNull()
    expect(nextActOf('disclosure', 'awaiting_confirm', 'disclosure_officer')).toBe('disclosure.confirm')
  })
})
