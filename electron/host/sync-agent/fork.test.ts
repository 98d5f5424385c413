import { describe, expect, it } from 'vitest'
import { operationOf } from '../../../db/cases/case-operation-of.ts'
import { type TestDesk, acts, copyOf, idsOf, later, opOf, settle, testDesks } from './_desks.ts'
import { refusal } from './_testing.ts'

const world = testDesks()
const caseNos = ({ disk }: TestDesk, entities: readonly string[]) =>
  entities.map((id) => disk.store.read.cases.find(id)?.state.caseNo)

describe('an old copy of a store', () => {
  it('[SYN-27] put back begins a new chain where both parted; both histories end on the server once, under their numbers', async () => {
    const desk = world.newDesk()
    const early = acts(desk, 3)
    await settle(desk)
    await desk.agent.stop()
    const folder = copyOf(desk)
    desk.agent = world.agentOf(desk.disk.store)
    const lost = acts(desk, 2)
    await settle(desk)
    const inc = desk.disk.store.incarnation
    const lostOps = lost.map((entity) => opOf(desk, entity))
    const lostNos = caseNos(desk, lost)
    await desk.agent.stop()

    const back = world.openCopy(folder, desk.disk.key)
    expect(back.disk.store.read.cases.find(lost[0] ?? '')).toBeNull()
    // The next morning, so that no number is given twice; what a journal is for otherwise.
    const again = acts(back, 2, '2026-09-29')
    const before = again.map((entity) => back.disk.store.read.log.ofEntity(entity)[0])
    const againNos = caseNos(back, again)
    expect(await settle(back)).toMatchObject({ state: 'idle', lastError: null })

    const all = [...early, ...lost, ...again]
    expect(back.disk.store.incarnation).not.toBe(inc)
    expect(back.disk.store.read.sync.base()).toMatchObject({ inc, seq: 3 })
    world.expectOnce(
      [back],
      [...early.map((entity) => opOf(back, entity)), ...lostOps, ...before.map((each) => each?.op ?? '')],
    )
    expect(all.map((entity) => back.disk.store.read.cases.find(entity)?.sync)).not.toContain('pending')
    expect([caseNos(back, lost), caseNos(back, again)]).toEqual([lostNos, againNos])
    for (const [at, entity] of again.entries()) {
      const after = operationOf(back.disk.store.read.log.ofEntity(entity)[0]?.canon ?? '')
      const was = operationOf(before[at]?.canon ?? '')
      expect(after).toEqual({ ...was, inc: back.disk.store.incarnation, seq: at + 1 })
    }
    // And it goes on from there after a restart.
    back.disk.reopen()
    await back.agent.stop()
    back.agent = world.agentOf(back.disk.store)
    const more = acts(back, 1)
    await settle(back)
    expect(idsOf(world.applied())).toContain(opOf(back, more[0] ?? ''))
  })

  it('[SYN-27] [SYN-26] sends again what had arrived without an answer, and nobody has to look at it', async () => {
    const desk = world.newDesk()
    const [first = ''] = acts(desk, 1)
    await settle(desk)
    const [second = ''] = acts(desk, 1)
    // Taken by the server, and the answer is lost; then the chain goes on differently, as after a copy that was put back.
    world.server.fault = {
      path: '/sync/v1/push',
      apply: (_request, answer) => {
        answer()
        return Promise.reject(new TypeError('other side closed'))
      },
    }
    await desk.agent.now()
    world.server.fault = {
      path: '/sync/v1/hello',
      apply: () => {
        world.server.fault = null
        return refusal('FORK', 409, { ack: 2, seq: 3 })
      },
    }
    await later()
    const seen: number[] = []
    desk.agent.onChange(() => seen.push(desk.disk.store.read.sync.countAttention()))
    expect(await settle(desk)).toMatchObject({ state: 'idle', waiting: 0, attention: 0 })
    expect(world.server.log.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['applied', null],
      ['applied', null],
      ['rejected', 'duplicate_operation'],
    ])
    expect(Math.max(...seen)).toBe(0)
    world.expectOnce([desk], [opOf(desk, first), opOf(desk, second)])
    expect(desk.disk.store.read.cases.find(second)?.sync).toBe('committed')
  })

  it('[SYN-27] that lost a base the server does not know begins anew at nothing, with all that it has', async () => {
    const desk = world.newDesk()
    const entities = acts(desk, 2)
    await settle(desk)
    desk.disk.store.transact(({ sync }) => sync.beginIncarnation('0199f000-0000-7000-8000-00000000abcd', 'own_ack'))
    entities.push(...acts(desk, 1))
    world.server.center.restoreTo(0)
    await later()
    expect(await settle(desk)).toMatchObject({ state: 'idle', waiting: 0 })
    expect(desk.disk.store.read.sync.base()).toBeNull()
    world.expectOnce(
      [desk],
      entities.map((entity) => opOf(desk, entity)),
    )
  })

  it('[SYN-27] with a hole in its chain, as a journal may bring it back, begins a new one and delivers what it has', async () => {
    const desk = world.newDesk()
    const entities = acts(desk, 4)
    desk.disk.tamper((exec) => {
      exec('UPDATE operation SET seq = seq + 10 WHERE seq > 2')
    })
    await desk.agent.stop()
    desk.agent = world.agentOf(desk.disk.store)
    await settle(desk)
    expect(desk.agent.status()).toMatchObject({ state: 'idle', waiting: 0 })
    expect([...idsOf(world.applied())].sort()).toEqual(entities.map((entity) => opOf(desk, entity)).sort())
  })

  it('[SYN-27] whose earlier chain holds another text than the server gives it back clears the place first', async () => {
    const desk = world.newDesk()
    const entities = acts(desk, 2)
    await settle(desk)
    await desk.agent.stop()
    const folder = copyOf(desk)
    desk.agent = world.agentOf(desk.disk.store)
    entities.push(...acts(desk, 1))
    await settle(desk)
    const ops = entities.map((entity) => opOf(desk, entity))
    await desk.agent.stop()
    const back = world.openCopy(folder, desk.disk.key)
    const [mine = ''] = acts(back, 1, '2026-09-29')
    // The new chain is there, and what should have moved into it still waits in the old one.
    back.disk.tamper((exec) => {
      exec(`UPDATE meta SET v = '0199f000-0000-7000-8000-00000000abcd' WHERE k = 'incarnation'`)
      exec(`UPDATE meta SET v = '0' WHERE k = 'ack'`)
    })
    await back.agent.stop()
    back.agent = world.agentOf(back.disk.store)
    expect(await settle(back)).toMatchObject({ state: 'idle', waiting: 0 })
    expect([...idsOf(world.applied())].sort()).toEqual([...ops, opOf(back, mine)].sort())
    expect(back.disk.store.verify().problems).toEqual([])
  })

  it.each(['/sync/v1/hello', '/sync/v1/push', '/sync/v1/pull'])(
    '[SYN-27] is mended the same when the answer at %s is lost every second time',
    async (path) => {
      const desk = world.newDesk()
      const entities = acts(desk, 2)
      await settle(desk)
      desk.disk.store.transact(({ sync }) => sync.beginIncarnation('0199f000-0000-7000-8000-00000000abcd', 'own_ack'))
      entities.push(...acts(desk, 3))
      let n = 0
      world.server.fault = {
        path,
        apply: (_request, answer) => {
          const whole = answer()
          n += 1
          return n % 2 === 1 ? Promise.reject(new TypeError('other side closed')) : whole
        },
      }
      for (let turn = 0; turn < 8; turn++) await desk.agent.now()
      world.server.fault = null
      await settle(desk)
      world.expectOnce(
        [desk],
        entities.map((entity) => opOf(desk, entity)),
      )
    },
  )
})
