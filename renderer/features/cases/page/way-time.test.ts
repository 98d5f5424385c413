import { describe, expect, it } from 'vitest'
import { aServiceIntake, actingOn } from '../../../../domain/case/_testing.ts'
import { plainDate } from '../../../../domain/plain-date.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import { specialOf, stepTime } from './way-time.ts'

const accepted = plainDate('2026-10-12')
const intake = aServiceIntake()
const withSteps = {
  ...intake,
  arrivedOn: accepted,
  item: { ...intake.item, steps: [{ name: '审查', organ: null, limitDays: 5 }] },
}

const reviewer = { role: 'reviewer' } as const

const service = (state: CaseState): ServiceCase => {
  if (state.kind !== 'service') throw new Error(state.kind)
  return state
}
const runOf = (state: ServiceCase) => {
  const run = state.steps.at(-1)
  if (run === undefined) throw new Error('no step')
  return run
}

const examined = (): ServiceCase => {
  const { done } = actingOn(accepted)
  const state = done(null, { kind: 'service.accept', intake: withSteps })
  return service(done(state, { kind: 'service.claim', handler: '王丽' }, reviewer))
}

describe('the time of a step', () => {
  it('[REV-3] is counted against its own limit from the day after it began', () => {
    const state = examined()
    expect(stepTime(state, runOf(state), accepted)).toMatchObject({ used: 0, limit: 5, due: '2026-10-19' })
    expect(stepTime(state, runOf(state), plainDate('2026-10-14'))).toMatchObject({ used: 2, state: 'within' })
    // Past its own limit it is late, and the law is not broken by that.
    expect(stepTime(state, runOf(state), plainDate('2026-10-20'))).toMatchObject({ state: 'overdue_promised' })
  })

  it('[REV-3] stands still while a special procedure runs, which says until when it was told', () => {
    const state = examined()
    const { done } = actingOn(plainDate('2026-10-14'))
    const special = service(
      done(
        state,
        { kind: 'service.special_start', procedure: 'expert_review', reason: '技术复杂', days: 10 },
        reviewer,
      ),
    )
    const time = stepTime(special, runOf(special), plainDate('2026-10-20'))
    expect(time).toMatchObject({ used: 2, state: 'paused' })
    const run = special.specials[0]
    if (run === undefined) throw new Error('no special procedure')
    expect(specialOf(run, plainDate('2026-10-28'))).toEqual({ until: '2026-10-28', over: false })
    expect(specialOf(run, plainDate('2026-10-29'))).toEqual({ until: '2026-10-28', over: true })
  })

  it('[REV-3] is none where the item sets none', () => {
    const { done } = actingOn(accepted)
    const state = service(done(null, { kind: 'service.accept', intake }))
    expect(stepTime(state, runOf(state), accepted)).toBeNull()
  })
})
