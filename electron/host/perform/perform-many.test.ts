import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { type TestStore, monday, openTestStore } from '../../../db/_testing.ts'
import { aDisclosureIntake, aMaterial, aServiceIntake, missing } from '../../../domain/case/_testing.ts'
import { toMutable } from '../mutable.ts'
import { createUuidV7 } from '../uuid-v7.ts'
import { performMany } from './perform-many.ts'
import { createPerform } from './create-perform.ts'

let stores: TestStore[] = []
afterEach(() => {
  for (const store of stores) store.remove()
  stores = []
})

const newStore = (): TestStore => {
  const store = openTestStore()
  stores.push(store)
  return store
}

const clerk = { staffId: 'S01', role: 'clerk', session: null } as const
const depsOf = ({ store }: TestStore) => ({
  store,
  now: () => monday,
  monotonic: () => 0,
  newId: createUuidV7(() => monday),
})

const ids = Array.from({ length: 6 }, (_, n) => `0199f000-0000-7000-8000-00000000000${n}`)
const intake = (over = {}) => toMutable(aServiceIntake(over))

const acts: readonly PerformInput['act'][] = [
  { kind: 'service.accept', intake: intake() },
  { kind: 'service.notice', intake: intake({ materials: [aMaterial(missing)] }), correctBy: null },
  { kind: 'service.refuse', intake: intake(), ground: 'not_eligible', explanation: '不符合条件' },
  { kind: 'service.supply', materials: [aMaterial()] },
  { kind: 'disclosure.register', intake: toMutable(aDisclosureIntake({ channel: 'fax' })) },
  { kind: 'disclosure.confirm', confirmedOn: aDisclosureIntake().arrivedOn },
  { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 1 },
  { kind: 'letter.print', letter: 'disclosure_receipt', templateVersion: '1', copies: 2 },
]

describe('many acts', () => {
  it('leave stored state = fold of the log, whatever is asked in whatever order', { timeout: 60_000 }, () => {
    const step = fc.record({
      id: fc.constantFrom(...ids),
      act: fc.constantFrom(...acts),
      base: fc.integer({ min: 0, max: 2 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (steps, size) => {
        const test = newStore()
        const inputs = steps.map(({ id: caseId, act, base }) => ({ caseId, act, base }))
        const { performed, refused } = performMany(depsOf(test), inputs, clerk, { size })
        expect(performed + refused.length).toBe(steps.length)
        expect(test.store.verify().problems).toEqual([])
        test.remove()
        stores = []
      }),
      { numRuns: 20 },
    )
  })

  it('end in the same cases as one by one', () => {
    const inputs = acts.map((act, n) => ({ caseId: ids[n % 3] ?? '', base: Math.floor(n / 3), act }))
    const [together, single] = [newStore(), newStore()]
    const many = performMany(depsOf(together), inputs, clerk)
    const perform = createPerform(depsOf(single))
    const refused = inputs.flatMap((input, at) => {
      const result = perform(input, clerk)
      return result.ok ? [] : [{ at, refusal: result.error }]
    })
    expect(many.refused).toEqual(refused)
    for (const id of ids) expect(together.store.read.cases.find(id)).toEqual(single.store.read.cases.find(id))
  })
})
