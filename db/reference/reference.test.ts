import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReferenceOperation } from '../../contract/operation.ts'
import type { Center, Staff, Window } from '../../contract/reference.ts'
import { aServiceIntake, aSnapshot, anItem } from '../../domain/case/_testing.ts'
import { dayNumberOf, plainDate } from '../../domain/plain-date.ts'
import { type Desk, monday, openDesk, testId } from '../_testing.ts'
import { aHistory } from '../sync/_testing.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => {
  desk.remove()
})

const center: Center = {
  code: '990123',
  name: '青岚县政务服务中心',
  address: null,
  phone: null,
  supervisePhone: null,
  progressUrl: null,
}
const window: Window = { deviceNo: 'W03', name: '综合窗口 3 号', phone: null, organs: [] }
const staff = (over: Partial<Staff> = {}): Staff => ({
  id: 'S01',
  login: 'wang.fang',
  name: '王芳',
  role: 'clerk',
  organ: null,
  active: true,
  verifier: { algorithm: 'scrypt', n: 16_384, r: 8, p: 1, salt: 'c2FsdA==', hash: 'aGFzaA==' },
  ...over,
})
/** The domain's items are read-only, the wire's are not. */
const item = (over: Parameters<typeof anItem>[0] = {}) =>
  structuredClone(anItem(over)) as Extract<ReferenceOperation, { kind: 'item.publish' }>['data']

const record = (...operations: readonly ReferenceOperation[]): void =>
  desk.store.transact(({ reference }) => {
    for (const operation of operations)
      reference.record(operation, { op: testId(), actor: 'system', session: null, wall: monday, mono: 0 })
  })

describe('reference data', () => {
  it('is what was set last', () => {
    const { reference } = desk.store.read
    expect([reference.findCenter(), reference.findWindow('W03'), reference.findStaff('S01')]).toEqual([
      null,
      null,
      null,
    ])
    record(
      { kind: 'center.set', data: center },
      { kind: 'window.set', data: window },
      { kind: 'staff.set', data: staff() },
    )
    record({ kind: 'center.set', data: { ...center, phone: '0571-88001234' } })
    expect(reference.findCenter()).toEqual({ ...center, phone: '0571-88001234' })
    expect(reference.findWindow('W03')).toEqual(window)
    expect(reference.findWindow('W04')).toBeNull()
    expect(reference.staff()).toEqual([staff()])
  })

  it('counts its changes, so that a cache knows when it is old', () => {
    const { reference } = desk.store.read
    const before = reference.revision()
    record({ kind: 'center.set', data: center })
    expect(reference.revision()).toBeGreaterThan(before)
    const after = reference.revision()
    desk.open({ kind: 'service.accept', intake: aServiceIntake() })
    expect(reference.revision()).toBe(after)
  })

  it('finds people by login, the active one first', () => {
    record(
      { kind: 'staff.set', data: staff({ active: false }) },
      { kind: 'staff.set', data: staff({ id: 'S02', name: '王方' }) },
    )
    expect(desk.store.read.reference.findStaffByLogin('wang.fang')?.id).toBe('S02')
    expect(desk.store.read.reference.findStaffByLogin('wang')).toBeNull()
    record({ kind: 'staff.set', data: staff({ id: 'S02', name: '王方', login: 'wang.fang2' }) })
    expect(desk.store.read.reference.findStaffByLogin('wang.fang')?.id).toBe('S01')
  })

  it('offers published items, and keeps the text of withdrawn ones for old cases', () => {
    record(
      { kind: 'item.publish', data: item() },
      { kind: 'item.publish', data: item({ id: 'T0002', name: '食品经营许可' }) },
    )
    record(
      { kind: 'item.publish', data: item({ version: 2, name: '公共场所卫生许可' }) },
      { kind: 'item.withdraw', data: { id: 'T0002' } },
    )
    const { reference } = desk.store.read
    expect(reference.items().map(({ id, version, name }) => [id, version, name])).toEqual([
      ['T0001', 2, '公共场所卫生许可'],
    ])
    expect(reference.findItem('T0002')?.name).toBe('食品经营许可')
    record(
      { kind: 'item.publish', data: item({ id: 'T0002', version: 2 }) },
      { kind: 'item.withdraw', data: { id: 'T0003' } },
    )
    expect(reference.items()).toHaveLength(2)
    expect(reference.findItem('T0003')).toBeNull()
  })

  it('is refused when it breaks its schema, and nothing of it is kept', () => {
    const before = desk.store.read.log.count()
    expect(() =>
      record({ kind: 'center.set', data: center }, { kind: 'staff.set', data: staff({ login: 'No Such Login' }) }),
    ).toThrow()
    expect(desk.store.read.log.count()).toBe(before)
    expect(desk.store.read.reference.findCenter()).toBeNull()
  })

  it('from the server stands above what was typed here, which the server does not take', () => {
    const history = aHistory()
    record({ kind: 'center.set', data: { ...center, name: '本机输入' } })
    history.push(desk.store)
    expect(desk.store.read.reference.findCenter()).toBeNull()
    const other = openDesk()
    other.store.transact(({ reference }) => {
      reference.record(
        { kind: 'center.set', data: center },
        { op: testId(), actor: 'system', session: null, wall: monday, mono: 0 },
      )
    })
    const made = other.store.read.log.ofEntity('center:990123')[0]
    if (made === undefined) throw new Error('nothing was recorded')
    history.commit(made.canon, made.hash, 'applied')
    history.pull(desk.store)
    expect(desk.store.read.reference.findCenter()).toEqual(center)
    expect(desk.store.verify().problems).toEqual([])
    other.remove()
  })

  it('knows how often this desk used an item since a day', () => {
    const open = (id: string) =>
      desk.open({ kind: 'service.accept', intake: aServiceIntake({ item: aSnapshot({ id }) }) })
    open('T0001')
    open('T0001')
    desk.clock.wall = monday + 86_400_000
    open('T0002')
    const uses = (day: string) => desk.store.read.reference.itemUses(dayNumberOf(plainDate(day)))
    expect(uses('2026-11-23')).toEqual(
      new Map([
        ['T0001', 2],
        ['T0002', 1],
      ]),
    )
    expect(uses('2026-11-24')).toEqual(new Map([['T0002', 1]]))
    expect(uses('2026-11-25')).toEqual(new Map())
  })
})
