import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { aBundleRequest } from '../../../domain/bundle/_testing.ts'
import { openBundle } from '../../../domain/bundle/open-bundle.ts'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { defaultTaskLimits } from '../../../domain/record/task/task-kinds.ts'
import type { Role } from '../../../domain/case/role.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
})
afterEach(() => host.remove())

const actor = (role: Role) => ({ staffId: 'S01', role, session: null })
const stateOf = (id: string) => host.services.store.read.cases.find(id)?.state
const perform = (caseId: string, act: CaseAct, role: Role = 'clerk') => {
  const input = toMutable({ caseId, base: stateOf(caseId)?.version ?? 0, act }) as PerformInput
  const done = host.services.perform(input, actor(role))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}
const rate = (level: 1 | 2 | 3 | 4 | 5): CaseAct => ({
  kind: 'rating.give',
  level,
  channel: 'hall_tablet',
  tags: [],
  comment: '等了很久',
  anonymous: false,
})

describe('what follows from an act', () => {
  it('[RAT-6] a bad rating opens its task in the same transaction, a good one none', () => {
    const { records } = host.services.store.read
    for (const level of [5, 1] as const) {
      const id = host.stamps.newId()
      perform(id, { kind: 'service.accept', intake: aServiceIntake() })
      perform(id, rate(level))
      expect(records.ofCase(id, 'task')).toMatchObject(level === 5 ? [{ task: 'bad_rating', status: 'opened' }] : [])
    }
    expect(host.services.store.verify().problems).toEqual([])
  })

  it('[SET-6] the task of a bad rating has the days that the center has set', () => {
    const { store } = host.services
    const set = {
      topic: 'tasks',
      values: { ...defaultTaskLimits, bad_rating: { verify: 2, feedback: 3, answer: 4 } },
    } as const
    const recordId = host.stamps.newId()
    const acts = [
      { kind: 'settings.draft', set, basis: '局务会决定' },
      { kind: 'settings.put_in_force', from: host.services.today() },
    ] as const
    for (const [base, act] of acts.entries())
      expect(host.services.performRecord(toMutable({ recordId, base, act }), actor('administrator')).ok).toBe(true)
    const id = host.stamps.newId()
    perform(id, { kind: 'service.accept', intake: aServiceIntake() })
    perform(id, rate(5))
    expect(store.read.records.ofCase(id, 'task')).toMatchObject([{ limits: set.values.bad_rating }])
  })

  it('[BND-8] the end of a part is reported to its bundle, and the last one ends the waiting', () => {
    const [bundleId, a, b] = [host.stamps.newId(), host.stamps.newId(), host.stamps.newId()]
    const acts = openBundle(aBundleRequest(bundleId, [a, b]))
    const inputs = [acts.bundle, ...acts.children].map(
      ({ caseId, act }) => toMutable({ caseId, base: 0, act }) as PerformInput,
    )
    expect(host.services.performTogether(inputs, actor('clerk'))).toMatchObject({ ok: true })
    perform(a, { kind: 'service.withdraw', reason: '申请人不再办理' })
    expect(stateOf(bundleId)).toMatchObject({ status: 'open', done: [{ caseId: a, result: 'withdrawn' }] })
    perform(b, { kind: 'service.withdraw', reason: '申请人不再办理' })
    expect(stateOf(bundleId)).toMatchObject({ status: 'all_done' })
    expect(host.services.store.verify().problems).toEqual([])
  })
})
