import { describe, expect, it } from 'vitest'
import { acts, clockUntil, opOf, settle, testDesks } from './_desks.ts'
import { silence } from './_testing.ts'

const world = testDesks()

describe('a bad line', () => {
  it('[SYN-21] that goes and comes every two seconds still carries everything across', async () => {
    const desk = world.newDesk()
    const entities = acts(desk, 300)
    const began = Date.now()
    const isDown = () => Math.floor((Date.now() - began) / 2000) % 2 === 1
    let n = 0
    world.server.fault = {
      apply: (_request, answer) => {
        n += 1
        if (isDown()) return Promise.reject(new TypeError('fetch failed'))
        const whole = answer()
        // A third of what gets there is cut off on its way back.
        return (n * 7919) % 10 < 3 ? Promise.reject(new TypeError('terminated')) : whole
      },
    }
    desk.agent.start()
    await clockUntil(() => desk.agent.status().waiting === 0)
    world.server.fault = null
    await settle(desk)
    world.expectOnce(
      [desk],
      entities.map((entity) => opOf(desk, entity)),
    )
  })

  it('[SYN-21] comes back at a moment of its own after an outage, by the smallest question', async () => {
    const desk = world.newDesk('W03', 0.5)
    const { agent } = desk
    acts(desk, 1)
    world.server.fault = { apply: () => Promise.reject(new TypeError('fetch failed')) }
    agent.start()
    await clockUntil(() => world.server.requests.length === 3)
    world.server.fault = null
    await clockUntil(() => world.server.requests.length === 4)
    const at = Date.now()
    expect(world.server.requests.at(-1)?.path).toBe('/sync/v1/challenge')
    expect((agent.status().nextTryAt ?? 0) - at).toBeGreaterThan(28_000)
    await clockUntil(() => agent.status().waiting === 0)
    expect(Date.now() - at).toBeGreaterThanOrEqual(29_000)
  })

  it('[SYN-19] tells what was sent without an answer from what was not sent at all, item by item', async () => {
    const desk = world.newDesk()
    acts(desk, 60)
    let pushes = 0
    world.server.fault = {
      path: '/sync/v1/push',
      apply: (request, answer) => {
        pushes += 1
        return pushes === 1 ? answer() : silence(request, answer)
      },
    }
    desk.agent.start()
    await clockUntil(() => desk.agent.status().lastError?.code === 'timed_out')
    expect(desk.agent.status()).toMatchObject({ waiting: 10, unconfirmed: 10 })
    acts(desk, 2)
    expect(desk.agent.status()).toMatchObject({ waiting: 12, unconfirmed: 10 })
    expect(desk.agent.report().waiting.filter(({ sent }) => sent)).toHaveLength(10)
    world.server.fault = null
    await clockUntil(() => desk.agent.status().waiting === 0)
    expect(desk.agent.status()).toMatchObject({ unconfirmed: 0 })
    expect(world.applied()).toHaveLength(62)
  })
})
