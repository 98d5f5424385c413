import { describe, expect, it } from 'vitest'
import { type TestDesk, acts, center, idsOf, later, opOf, settle, testDesks } from './_desks.ts'
import { json } from './_testing.ts'

const world = testDesks()

describe('a restored server', () => {
  it('[SYN-29] gets back what its backup lacks, of this device and of one that is gone, in the order it had', async () => {
    const [a, b] = [world.newDesk('W31'), world.newDesk('W32')]
    const entities: string[] = []
    for (let round = 0; round < 3; round++) {
      entities.push(...acts(a, 1))
      await settle(a)
      entities.push(...acts(b, 2))
      await settle(b)
    }
    await settle(a)
    const order = idsOf(world.server.log)
    const newest = a.disk.store.read.sync.cursor(center)
    await b.agent.stop()
    world.server.center.collecting = true
    world.server.center.restoreTo(2)
    const shown = entities.map((entity) => a.disk.store.read.cases.find(entity)?.state)
    const states = new Set<string>()
    world.server.fault = {
      path: '/sync/v1/recover',
      apply: async (_request, answer) => {
        await new Promise((resolve) => setImmediate(resolve))
        return answer()
      },
    }
    a.agent.onChange(() => states.add(`${a.agent.status().state} ${a.agent.status().left}`))
    expect(await settle(a)).toMatchObject({ state: 'idle', waiting: 0, left: 0 })
    expect(idsOf(world.server.log)).toEqual(order)
    expect([...states].some((state) => /^recollecting [1-9]/.test(state))).toBe(true)
    expect(a.disk.store.read.sync.cursor(center)).toEqual(newest)
    expect(entities.map((entity) => a.disk.store.read.cases.find(entity)?.state)).toEqual(shown)
    world.expectOnce([a], order)
  })

  it('[SYN-110] gets back what a device did that was let in after the backup and is gone, by the certificate that was kept of it', async () => {
    const [a, b] = [world.newDesk('W31'), world.newDesk('W32')]
    acts(a, 1)
    await settle(a)
    const [gone = ''] = acts(b, 1)
    await settle(b)
    await settle(a)
    const order = idsOf(world.server.log)
    const device = b.disk.store.read.meta.findDevice()?.device ?? ''
    expect(a.disk.store.read.peers.certificateOf(device)).toBe(`certificate of ${device}`)
    await b.agent.stop()
    world.server.center.collecting = true
    world.server.center.restoreTo(1)
    world.server.center.unknown.add(device)
    expect(await settle(a)).toMatchObject({ state: 'idle', waiting: 0, left: 0 })
    expect(idsOf(world.server.log)).toEqual(order)
    expect(a.disk.store.read.cases.find(gone)?.state.status).toBe('accepted')
    // Each of the two asked once about the other.
    expect(world.server.requests.filter(({ path }) => path.startsWith('/sync/v1/certificates'))).toHaveLength(2)
  })

  it('[SYN-110] keeps it, and goes on, where the server takes no certificate', async () => {
    const [a, b] = [world.newDesk('W31'), world.newDesk('W32')]
    world.server.fault = {
      path: '/sync/v1/certificates',
      apply: () => Promise.resolve(json({ message: 'Not found' }, 404)),
    }
    acts(b, 1)
    await settle(b)
    acts(a, 1)
    expect(await settle(a)).toMatchObject({ state: 'idle', waiting: 0 })
    const device = b.disk.store.read.meta.findDevice()?.device ?? ''
    expect(a.disk.store.read.peers.certificateOf(device)).toBeNull()
    await b.agent.stop()
    world.server.center.collecting = true
    world.server.center.restoreTo(0)
    world.server.center.unknown.add(device)
    expect(await settle(a)).toMatchObject({ waiting: 0, left: 1 })
    expect(a.disk.store.read.sync.countOrphans()).toBe(1)
  })

  it('[SYN-29] shows what was lost all the while, and keeps it when nobody collects', async () => {
    const [a, b] = [world.newDesk('W31'), world.newDesk('W32')]
    const [kept = '', gone = ''] = [...acts(b, 1), ...acts(b, 1)]
    await settle(b)
    const [own = ''] = acts(a, 1)
    await settle(a)
    await b.agent.stop()
    world.server.center.restoreTo(1)
    expect(await settle(a)).toMatchObject({ state: 'idle', waiting: 0 })
    expect(idsOf(world.server.log)).toEqual([opOf(a, kept), opOf(a, own)])
    expect(a.disk.store.read.cases.find(gone)?.state.status).toBe('accepted')
    expect(a.disk.store.read.log.ofEntity(gone)[0]).toMatchObject({
      cseq: null,
      former: { cseq: 2, verdict: 'applied' },
    })
    expect(a.disk.store.read.sync.confirmed(gone)).toMatchObject({ state: null })
    expect(a.disk.store.read.sync.countOrphans()).toBe(1)
    expect(a.disk.store.verify().problems).toEqual([])
    // Its device comes back after all.
    b.agent = world.agentOf(b.disk.store)
    await settle(b)
    await settle(a)
    expect(a.disk.store.read.sync.countOrphans()).toBe(0)
    world.expectOnce(
      [a, b],
      [kept, gone, own].map((entity) => opOf(a, entity)),
    )
  })

  it('[SYN-29] in the middle of a push loses nothing of the batch', async () => {
    const desk = world.newDesk()
    const entities = acts(desk, 60)
    let pushes = 0
    world.server.fault = {
      path: '/sync/v1/push',
      apply: (_request, answer) => {
        pushes += 1
        if (pushes === 2) world.server.center.restoreTo(20)
        return answer()
      },
    }
    expect(await settle(desk)).toMatchObject({ state: 'idle', waiting: 0 })
    expect(desk.disk.store.read.meta.find('epoch')).toBe(world.server.epoch)
    world.expectOnce(
      [desk],
      entities.map((entity) => opOf(desk, entity)),
    )
  })

  it('[SYN-14] that kept its epoch is noticed by its head, followed back, and told of', async () => {
    const [a, b] = [world.newDesk('W31'), world.newDesk('W32')]
    const entities = [...acts(b, 3)]
    await settle(b)
    await settle(a)
    world.server.center.restoreTo(1, true)
    entities.push(...acts(a, 2))
    await a.agent.now()
    expect(a.agent.status().lastError?.code).toBe('history_changed')
    await settle(a)
    await later()
    await settle(b)
    await settle(a)
    world.expectOnce(
      [a, b],
      entities.map((entity) => opOf(a, entity)),
    )
  })

  it('[SYN-16] takes back its word on what is safe, and none is taken beyond it', async () => {
    const desk = world.newDesk()
    const entities = acts(desk, 4)
    await settle(desk)
    const safe = () => desk.disk.store.read.meta.find('safe') ?? '0'
    const statuses = () => entities.map((entity) => desk.disk.store.read.log.ofEntity(entity)[0]?.status)
    world.server.center.safe = 3
    await later()
    await settle(desk)
    expect([safe(), statuses()]).toEqual(['3', ['safe', 'safe', 'safe', 'committed']])
    world.server.center.safe = 1
    await later()
    await settle(desk)
    expect([safe(), statuses()]).toEqual(['1', ['safe', 'committed', 'committed', 'committed']])
    world.server.center.safe = 99
    world.server.center.restoreTo(2)
    await later()
    await desk.agent.now()
    expect(Number(safe())).toBeLessThanOrEqual(4)
    world.expectOnce(
      [desk],
      entities.map((entity) => opOf(desk, entity)),
    )
  })
})

describe('a signed head', () => {
  const until = async (desk: TestDesk) => {
    await later()
    return desk.agent.now()
  }

  it('[SYN-31] is kept when it is of the history that was read, the newest alone', async () => {
    const desk = world.newDesk()
    acts(desk, 3)
    await settle(desk)
    for (const signed of [1, 3, 2]) {
      world.server.signedTo = signed
      await until(desk)
    }
    expect(JSON.parse(desk.disk.store.read.meta.find('checkpoint') ?? '{}')).toMatchObject({
      cseq: 3,
      epoch: world.server.epoch,
    })
  })

  it('[SYN-31] that the history contradicts later is kept as evidence and told of; after a restore it is no contradiction', async () => {
    const desk = world.newDesk()
    acts(desk, 3)
    await settle(desk)
    world.server.signedTo = 3
    await until(desk)
    world.server.signedTo = 0
    world.server.center.restoreTo(1, true)
    world.server.addForeign('{"rewritten":1}')
    expect(await until(desk)).toMatchObject({ lastError: { code: 'history_changed' } })
    const { meta } = desk.disk.store.read
    expect(JSON.parse(meta.find('checkpoint_contradicted') ?? '{}')).toMatchObject({ cseq: 3 })
    expect(meta.find('checkpoint')).toBeNull()
    expect(await settle(desk)).toMatchObject({ state: 'idle', lastError: null })

    const other = world.newDesk('W32')
    world.server.signedTo = world.server.log.length
    await settle(other)
    expect(other.disk.store.read.meta.find('checkpoint')).not.toBeNull()
    world.server.signedTo = 0
    world.server.center.restoreTo(1)
    await until(other)
    expect(other.disk.store.read.meta.find('checkpoint')).toBeNull()
    expect(other.disk.store.read.meta.find('checkpoint_contradicted')).toBeNull()
  })

  it('[SYN-31] without a signature of the key first seen is nothing', async () => {
    const desk = world.newDesk()
    acts(desk, 2)
    await settle(desk)
    world.server.fault = {
      path: '/sync/v1/pull',
      apply: async (_request, answer) => {
        const page = JSON.parse(await answer().text()) as object
        return json({ ...page, checkpoint: { cseq: 1, head: 'ab'.repeat(32), at: 1, sig: 'AAAA' } })
      },
    }
    expect(await until(desk)).toMatchObject({ state: 'idle', lastError: null })
    expect(desk.disk.store.read.meta.find('checkpoint')).toBeNull()
  })

  it('[SYN-31] the certificate is kept and shown at every hello', async () => {
    const desk = world.newDesk()
    world.server.certificate = 'paper.signature'
    await desk.agent.now()
    await until(desk)
    const shown = world.server.requests
      .filter(({ path }) => path === '/sync/v1/hello')
      .map(({ body }) => (body as { certificate: string | null }).certificate)
    expect(shown).toEqual([null, 'paper.signature'])
  })
})
