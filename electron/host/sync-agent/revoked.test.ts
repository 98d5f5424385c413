import { describe, expect, it, vi } from 'vitest'
import { operationOf } from '../../../db/cases/case-operation-of.ts'
import { type TestDesk, acts, clockUntil, later, opOf, settle, testDesks } from './_desks.ts'
import { silence } from './_testing.ts'

const world = testDesks()

describe('a revoked device', () => {
  const device = ({ disk }: TestDesk) => disk.store.read.meta.findDevice()?.device ?? ''

  it('[SYN-22] hands in everything it has, erases itself, says so, and asks nothing ever again', async () => {
    const desk = world.newDesk()
    acts(desk, 2)
    await settle(desk)
    const late = acts(desk, 60).map((entity) => opOf(desk, entity))
    world.server.intake.push('a', 'b')
    world.server.revoked.add(device(desk))
    await later()
    await desk.agent.now()
    expect(world.server.intake.slice(2).map((canon) => operationOf(canon).op)).toEqual(late)
    expect(world.erased).toBe(1)
    expect(desk.agent.status()).toMatchObject({ state: 'revoked', waiting: 0, nextTryAt: null })
    const asked = world.server.requests.length
    desk.agent.start()
    await vi.advanceTimersByTimeAsync(3_600_000)
    await desk.agent.now()
    expect(world.server.requests).toHaveLength(asked)
    expect(world.server.log).toHaveLength(2)
  })

  it('[SYN-22] in the middle of its work is told at the next question, and erases nothing before all is there', async () => {
    const desk = world.newDesk()
    acts(desk, 1)
    await settle(desk)
    world.server.intake.push('a')
    acts(desk, 3)
    world.server.revoked.add(device(desk))
    world.server.fault = { path: '/sync/v1/push', apply: silence }
    desk.agent.start()
    await clockUntil(() => desk.agent.status().lastError?.code === 'timed_out')
    expect([world.erased, desk.disk.store.read.log.count()]).toEqual([0, 4])
    world.server.fault = null
    await clockUntil(() => desk.agent.status().state === 'revoked')
    expect([world.erased, world.server.intake.length]).toEqual([1, 4])
  })

  it('[SYN-22] takes nothing behind a hole in its chain for handed in', async () => {
    const desk = world.newDesk()
    const ops = acts(desk, 4).map((entity) => opOf(desk, entity))
    await desk.agent.stop()
    desk.disk.tamper((exec) => {
      exec('UPDATE operation SET seq = seq + 10 WHERE seq > 2')
    })
    desk.agent = world.agentOf(desk.disk.store)
    world.server.revoked.add(device(desk))
    await desk.agent.now()
    const handedIn = new Set(world.server.intake.map((canon) => operationOf(canon).op))
    expect([...handedIn].sort()).toEqual([...ops].sort())
    expect(world.erased).toBe(1)
  })

  it('[SYN-22] that could not erase tries again until it is done', async () => {
    const desk = world.newDesk()
    await desk.agent.stop()
    let tries = 0
    desk.agent = world.agentOf(desk.disk.store, () => {
      tries += 1
      return tries < 3 ? Promise.reject(new Error('in use')) : Promise.resolve()
    })
    world.server.revoked.add(device(desk))
    desk.agent.start()
    await clockUntil(() => desk.agent.status().state === 'revoked' && desk.agent.status().lastError === null)
    expect(tries).toBe(3)
  })
})
