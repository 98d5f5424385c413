import { afterEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, aDevice, openDesk } from '../_testing.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import { aHistory } from '../sync/_testing.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const newDesk = (deviceNo = 'W03'): Desk => {
  const device = `0199f000-0000-7000-8000-00000000${deviceNo.slice(1).padStart(4, '0')}`
  const desk = openDesk({ device: aDevice({ deviceNo, device }) })
  desks.push(desk)
  return desk
}
const accept = { kind: 'service.accept', intake: aServiceIntake() } as const
const print = { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 1 } as const
const next = '0199f000-0000-7000-8000-00000000abcd'
const begin = (desk: Desk, inc = next, continuing: 'own_ack' | 'nothing' = 'own_ack') =>
  desk.store.transact(({ sync }) => sync.beginIncarnation(inc, continuing))

describe('a new incarnation in the same file', () => {
  it('[SYN-27] continues the last confirmed link; what waits moves into it as it is, and its old text is kept', () => {
    const desk = newDesk()
    const history = aHistory()
    const { id } = desk.open(accept)
    history.push(desk.store)
    desk.act(id, print)
    const second = desk.open(accept)
    const old = desk.store.incarnation
    const tip = desk.store.read.log.ofEntity(id)[0]
    const before = desk.store.read.sync.batch(2, { ops: 9, bytes: 1e6 })
    const states = [id, second.id].map((entity) => desk.store.read.cases.find(entity)?.state)
    expect(begin(desk)).toBe(2)
    const { sync } = desk.store.read
    expect(desk.store.incarnation).toBe(next)
    expect(sync.base()).toEqual({ inc: old, seq: 1, hash: tip?.hash })
    expect([sync.position(), sync.countWaiting(), sync.earlier()]).toEqual([{ ack: 0, last: 2 }, 2, [old]])
    const after = sync.batch(1, { ops: 9, bytes: 1e6 })
    expect(after?.prevHash).toBe(tip?.hash)
    expect(after?.ops.map(operationOf)).toEqual(
      before?.ops.map(operationOf).map((each, at) => ({ ...each, inc: next, seq: at + 1 })),
    )
    expect([id, second.id].map((entity) => desk.store.read.cases.find(entity)?.state)).toEqual(states)
    expect(desk.store.verify().problems).toEqual([])
    desk.reopen()
    expect(desk.store.incarnation).toBe(next)
    desk.open(accept)
    expect(desk.store.read.sync.position()).toEqual({ ack: 0, last: 3 })
    expect(desk.store.verify().problems).toEqual([])
    history.push(desk.store)
    history.pull(desk.store)
    expect(desk.store.read.sync.countWaiting()).toBe(0)
    expect(desk.store.verify().problems).toEqual([])
  })

  it('[SYN-27] that nothing was ever confirmed of begins where the one before it began', () => {
    const desk = newDesk()
    const history = aHistory()
    desk.open(accept)
    history.push(desk.store)
    desk.open(accept)
    begin(desk)
    const base = desk.store.read.sync.base()
    begin(desk, '0199f000-0000-7000-8000-00000000abce')
    expect(desk.store.read.sync.base()).toEqual(base)
    expect(desk.store.read.sync.base(next)).toEqual(base)
    expect(desk.store.verify().problems).toEqual([])
    begin(desk, '0199f000-0000-7000-8000-00000000abcf', 'nothing')
    expect(desk.store.read.sync.base()).toBeNull()
    expect(desk.store.read.sync.position()).toEqual({ ack: 0, last: 1 })
    expect(desk.store.verify().problems).toEqual([])
  })

  it('[SYN-27] is read by others, who find its base by its hash, wherever it comes', () => {
    const [a, b, late] = [newDesk('W03'), newDesk('W04'), newDesk('W05')]
    const history = aHistory()
    a.open(accept)
    history.push(a.store)
    const old = a.store.incarnation
    begin(a)
    const { id } = a.open(accept)
    history.push(a.store)
    history.pull(b.store)
    expect(b.store.read.cases.find(id)?.state).toEqual(a.store.read.cases.find(id)?.state)
    expect(b.store.verify().problems).toEqual([])
    // As a server that collects may have it: the continuation first, and what it continues later.
    const other = aHistory()
    const [first, second] = history.ops
    if (first === undefined || second === undefined) throw new Error('nothing there')
    other.commit(second.canon, second.hash, 'applied')
    other.pull(late.store)
    expect(late.store.verify().problems).toEqual([])
    other.commit(first.canon, first.hash, 'applied')
    other.pull(late.store)
    expect(late.store.verify().problems).toEqual([])
    late.tamper((exec) => {
      exec(`UPDATE operation SET canon = replace(canon, 'S01', 'S02') WHERE kind = 'service.accept' AND cseq = 1`)
    })
    expect(late.store.verify().problems.map(({ code }) => code)).toContain('hash_mismatch')
    expect(old).not.toBe(a.store.incarnation)
  })

  it('[SYN-26] an operation delivered in the old chain and again in the new one counts once and asks for nothing', () => {
    const [a, b] = [newDesk('W03'), newDesk('W04')]
    const history = aHistory()
    const { id } = a.open(accept)
    history.push(a.store, 200, true)
    begin(a)
    history.pull(a.store)
    expect(a.store.read.log.count()).toBe(2)
    expect(a.store.read.log.ofEntity(id)).toHaveLength(1)
    expect(a.store.read.cases.find(id)).toMatchObject({ sync: 'committed', state: { version: 1 } })
    const batch = a.store.read.sync.batch(1, { ops: 9, bytes: 1e6 })
    history.commit(batch?.ops[0] ?? '', batch?.lastHash ?? '', 'rejected', 'duplicate_operation')
    for (const { store } of [a, b]) {
      history.pull(store)
      expect(store.read.cases.find(id)).toMatchObject({ sync: 'committed', state: { version: 1 } })
      expect(store.read.sync.countAttention()).toBe(0)
      expect(store.verify().problems).toEqual([])
    }
    expect(a.store.read.sync.position()).toEqual({ ack: 1, last: 1 })
    expect(a.store.read.log.find(a.store.read.log.ofEntity(id)[0]?.op ?? '')?.verdict).toBe('applied')
  })

  it('[SYN-27] of a chain that came without the link it continues, an older text is no fault either', () => {
    const desk = newDesk()
    const history = aHistory()
    desk.open(accept)
    history.push(desk.store)
    desk.open(accept)
    begin(desk)
    begin(desk, '0199f000-0000-7000-8000-00000000abce')
    desk.tamper((exec) => {
      exec(`UPDATE origin SET base_inc = NULL, base_seq = NULL, base_hash = NULL, base_open = 1 WHERE n = (
        SELECT max(origin) FROM superseded_operation)`)
    })
    expect(desk.store.verify().problems).toEqual([])
  })

  it('[SYN-27] of a chain that another branch took the place of, an older text is what it says and no fault', () => {
    const desk = newDesk()
    const history = aHistory()
    desk.open(accept)
    history.push(desk.store)
    desk.open(accept)
    begin(desk)
    // The link before it is one of the other branch now.
    desk.tamper((exec) => {
      exec(`UPDATE superseded_operation SET hash = zeroblob(32)`)
    })
    expect(desk.store.verify().problems).toEqual([])
    desk.tamper((exec) => {
      exec(`UPDATE superseded_operation SET canon = replace(canon, '周文静', '周文净')`)
    })
    expect(desk.store.verify().problems.map(({ code }) => code)).toEqual(['hash_mismatch'])
  })

  it('[SYN-27] keeps the order of its clock', () => {
    const desk = newDesk()
    desk.open(accept)
    const before = operationOf(desk.store.read.log.findLastOwn()?.canon ?? '').hlc
    const history = aHistory()
    history.push(desk.store)
    begin(desk)
    desk.clock.wall -= 86_400_000
    desk.open(accept)
    expect(operationOf(desk.store.read.log.findLastOwn()?.canon ?? '').hlc > before).toBe(true)
  })

  it.each([
    ['hash_mismatch', `UPDATE superseded_operation SET canon = replace(canon, '周文静', '周文净')`],
    ['seq_gap', `UPDATE superseded_operation SET op = zeroblob(16)`],
    ['hash_mismatch', `UPDATE origin SET base_hash = zeroblob(32) WHERE base_hash IS NOT NULL`],
  ])('verify finds %s after: %s', (code, sql) => {
    const desk = newDesk()
    const history = aHistory()
    desk.open(accept)
    history.push(desk.store)
    desk.open(accept)
    begin(desk)
    desk.tamper((exec) => {
      exec(sql)
    })
    expect(desk.store.verify().problems.map((problem) => problem.code)).toContain(code)
  })
})
