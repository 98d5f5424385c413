import { afterEach, expect, it } from 'vitest'
import { genesisHash } from '../../contract/operation.ts'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, openDesk } from '../_testing.ts'
import { aHistory } from './_testing.ts'

let desk: Desk
afterEach(() => {
  desk.remove()
})

it('[SYN-29] heads are made from the log: those that the server gave, as far as nothing is missing or stands twice', () => {
  desk = openDesk()
  const history = aHistory()
  for (let n = 0; n < 3; n++) desk.open({ kind: 'service.accept', intake: aServiceIntake() })
  history.push(desk.store)
  history.commit('{"no":"operation"}', 'ab'.repeat(32), 'quarantined', 'not_an_operation')
  history.pull(desk.store)
  const heads = () => desk.store.read.sync.heads('990123')
  expect(heads().last).toBe(4)
  expect([0, 1, 2, 3, 4, 5].map(heads().at)).toEqual([genesisHash, ...history.ops.map(({ head }) => head), null])
  expect(desk.store.read.sync.heads('990123', 2).last).toBe(2)
  desk.tamper((exec) => {
    exec('UPDATE operation SET cseq = 2 WHERE cseq = 3')
  })
  expect([heads().last, heads().at(1), heads().at(2)]).toEqual([1, history.ops[0]?.head, null])
})
