import { describe, expect, it } from 'vitest'
import type { Operation } from '../../contract/operation.ts'
import { aNotice } from '../../domain/record/calendar/_testing.ts'
import { v7 as uuidv7 } from 'uuid'
import type { PushOutput } from '../../contract/sync.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { useTestServer } from '../_testing/use-test-server.ts'

const place = useTestServer()

const told = (output: PushOutput) => output.verdicts.map(({ verdict, reason, ref }) => [verdict, reason, ref])
const on = '2026-11-25'
const importNotice = (device: TestDevice, entity: string): Operation =>
  device.add({ entity, kind: 'calendar.import', base: 0, data: { on, notice: aNotice } })
const activate = (device: TestDevice, entity: string, base: number): Operation =>
  device.add({ entity, kind: 'calendar.activate', base, data: { on, moved: 0 } })
const withdraw = (device: TestDevice, entity: string, base: number): Operation =>
  device.add({ entity, kind: 'calendar.withdraw', base, data: { on, reason: '误导入' } })
const note = (device: TestDevice, entity: string, base: number): Operation =>
  device.add({ entity, kind: 'case.note', base, data: { on, text: '已电话告知' } })

describe('an operation that lost', () => {
  it('[SYN-40] names the one that took its version first', async () => {
    const [one, two] = [await place.enrolled(), await place.enrolled()]
    const id = uuidv7()
    importNotice(one, id)
    const winner = activate(one, id, 1)
    const later = withdraw(one, id, 2)
    await one.push()
    withdraw(two, id, 1)
    expect(told(await two.push())).toEqual([['conflict', 'not_allowed_in_state', winner.op]])
    await two.pull()
    activate(two, id, 3)
    expect(told(await two.push(two.batch(2)))).toEqual([['conflict', 'not_allowed_in_state', later.op]])
    const pulled = await two.pull()
    expect(pulled.ops.slice(-2).map(({ ref }) => ref)).toEqual([winner.op, later.op])
  })

  it('[SYN-40] takes with it what was built on it, in the same push and later, though the version would fit by chance', async () => {
    const [one, two] = [await place.enrolled(), await place.enrolled()]
    const id = uuidv7()
    importNotice(one, id)
    await one.push()
    const winner = activate(one, id, 1)
    await one.push(one.batch(2))
    // The second desk knows of the import alone, and withdraws on top of an activation of its own.
    const lost = activate(two, id, 1)
    const built = withdraw(two, id, 2)
    expect(told(await two.push())).toEqual([
      ['conflict', 'not_allowed_in_state', winner.op],
      ['dependent', 'builds_on_refused', lost.op],
    ])
    withdraw(two, id, 3)
    expect(told(await two.push(two.batch(3)))).toEqual([['dependent', 'builds_on_refused', lost.op]])
    expect(built.op).not.toBe(lost.op)
    // After it has read what came before it, it acts from what is true.
    await two.pull()
    withdraw(two, id, 2)
    expect(told(await two.push(two.batch(4)))).toEqual([['applied', null, null]])
  })

  it('[SYN-40] no longer stands behind a device that acts from the old version again: it knows', async () => {
    const device = await place.enrolled()
    const opened = device.add()
    await device.push()
    const refused = device.add({
      entity: opened.entity,
      kind: 'service.supply',
      base: 1,
      data: { on, materials: [] },
    })
    const [first] = told(await device.push(device.batch(2)))
    expect(first?.[0]).not.toBe('applied')
    note(device, opened.entity, 1)
    note(device, opened.entity, 2)
    expect(told(await device.push(device.batch(3)))).toEqual([
      ['applied', null, null],
      ['applied', null, null],
    ])
    expect(refused.op).not.toBe(opened.op)
  })

  it('[SYN-40] that opened a case takes all of the case with it', async () => {
    const [one, two] = [await place.enrolled(), await place.enrolled()]
    const mine = one.add()
    const lost = two.add({ data: { ...mine.data } })
    await one.push()
    note(two, lost.entity, 1)
    note(two, lost.entity, 2)
    expect(told(await two.push())).toEqual([
      ['rejected', 'case_no_foreign', null],
      ['dependent', 'builds_on_refused', lost.op],
      ['dependent', 'builds_on_refused', lost.op],
    ])
  })

  it('[SYN-40] holds nothing back after a restore, when nobody can say what the device knows', async () => {
    const [one, two] = [await place.enrolled(), await place.enrolled()]
    const id = uuidv7()
    importNotice(one, id)
    activate(one, id, 1)
    await one.push()
    await place.center.db
      .updateTable('device_incarnation')
      .set({ told_epoch: null })
      .where('inc', '=', two.identity.inc)
      .execute()
    activate(two, id, 1)
    withdraw(two, id, 2)
    expect(told(await two.push()).map(([verdict]) => verdict)).toEqual(['conflict', 'applied'])
  })
})
