import { describe, expect, it } from 'vitest'
import { acts, clockUntil, idsOf, opOf, settle, testDesks } from './_desks.ts'
import { refusal } from './_testing.ts'

const world = testDesks()

describe('an operation that the server fails on', () => {
  it('[SYN-30] is found among two hundred and put aside; the others go on, and it is never sent again', async () => {
    const desk = world.newDesk()
    const entities = acts(desk, 40)
    const bad = opOf(desk, entities[17] ?? '')
    world.server.poison = (canon) => canon.includes(bad)
    desk.agent.start()
    await clockUntil(() => desk.agent.status().waiting === 0)
    const quarantined = world.server.log.filter(({ verdict }) => verdict === 'quarantined')
    expect(idsOf(quarantined)).toEqual([bad])
    expect(world.applied()).toHaveLength(39)
    expect(desk.agent.status()).toMatchObject({ attention: 1 })
    expect(desk.agent.report().attention).toMatchObject([{ op: bad, verdict: 'quarantined', reason: 'put_aside' }])
    expect(world.server.requests.filter(({ path }) => path === '/sync/v1/quarantine')).toHaveLength(1)
    expect(desk.disk.store.verify().problems).toEqual([])
  })

  it('[SYN-30] stays where it is while the whole server fails, or is away', async () => {
    const desk = world.newDesk()
    acts(desk, 2)
    world.server.fault = { apply: () => refusal('INTERNAL_SERVER_ERROR', 500) }
    desk.agent.start()
    await clockUntil(() => world.server.requests.length >= 6)
    await desk.agent.stop()
    desk.agent = world.agentOf(desk.disk.store)
    world.server.fault = { path: '/sync/v1/push', apply: () => new Response('Bad Gateway', { status: 502 }) }
    for (let n = 0; n < 8; n++) await desk.agent.now()
    const inner = refusal('INTERNAL_SERVER_ERROR', 500)
    world.server.fault = { apply: ({ path }, answer) => (/push|heads/.test(path) ? inner.clone() : answer()) }
    for (let n = 0; n < 8; n++) await desk.agent.now()
    expect(world.server.requests.filter(({ path }) => path === '/sync/v1/quarantine')).toEqual([])
    world.server.fault = null
    await settle(desk)
    expect(world.applied()).toHaveLength(2)
  })
})
