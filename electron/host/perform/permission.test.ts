import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestStore, monday, openTestStore } from '../../../db/_testing.ts'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { type Role, roles } from '../../../domain/case/role.ts'
import { toMutable } from '../mutable.ts'
import { createUuidV7 } from '../uuid-v7.ts'
import { createPerform } from './create-perform.ts'
import { type Perform } from './perform.ts'

const newId = createUuidV7(() => monday)
let test: TestStore
let perform: Perform
beforeAll(() => {
  test = openTestStore()
  perform = createPerform({ store: test.store, now: () => monday, monotonic: () => 0, newId })
})
afterAll(() => {
  test.remove()
})

const intake = toMutable(aServiceIntake())
const mayTakeIn: readonly Role[] = ['clerk', 'disclosure_officer', 'administrator']

describe('who may take in a case', () => {
  it.each(roles)('%s', (role) => {
    const caseId = newId()
    const result = perform(
      { caseId, base: 0, act: { kind: 'service.accept', intake } },
      { staffId: 'S01', role, session: null },
    )
    if (mayTakeIn.includes(role)) expect(result.ok).toBe(true)
    else expect(result).toMatchObject({ ok: false, error: { code: 'role_not_permitted', params: { role } } })
    expect(test.store.read.cases.find(caseId) !== null).toBe(result.ok)
  })

  it('a role that may not is not told whether the case exists or has moved on', () => {
    const caseId = newId()
    perform(
      { caseId, base: 0, act: { kind: 'service.accept', intake } },
      { staffId: 'S01', role: 'clerk', session: null },
    )
    const reviewer = { staffId: 'S02', role: 'reviewer', session: null } as const
    for (const base of [0, 7]) {
      expect(perform({ caseId, base, act: { kind: 'service.accept', intake } }, reviewer)).toMatchObject({
        error: { code: 'role_not_permitted' },
      })
    }
  })
})
