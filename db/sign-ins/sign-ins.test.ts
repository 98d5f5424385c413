import { afterEach, expect, it } from 'vitest'
import { type TestStore, openTestStore } from '../_testing.ts'

let test: TestStore
afterEach(() => {
  test.remove()
})

it('failed sign-ins are counted for each login, survive a restart, and end with a success', () => {
  test = openTestStore()
  const fail = (login: string, at: number) => test.store.transact(({ signIns }) => signIns.countFailure(login, at))
  expect([fail('wang.fang', 10), fail('wang.fang', 20), fail('li.ming', 30)]).toEqual([1, 2, 1])
  test.reopen()
  expect(test.store.read.signIns.find('wang.fang')).toEqual({ failures: 2, lastAt: 20 })
  test.store.transact(({ signIns }) => {
    signIns.clear('wang.fang')
  })
  expect(test.store.read.signIns.find('wang.fang')).toBeNull()
  expect(test.store.read.signIns.find('li.ming')).toEqual({ failures: 1, lastAt: 30 })
})
