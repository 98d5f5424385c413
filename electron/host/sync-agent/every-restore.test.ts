// I2, I8: whatever the server forgets and whatever the line loses, every act of a living device, and every act that a living device has
// read, ends on the server exactly once.
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type TestStore, openTestStore } from '../../../db/_testing.ts'
import { operationOf } from '../../../db/cases/case-operation-of.ts'
import { type FakeServer, createFakeServer, enrolStore, takeIn } from './_testing.ts'
import { type SyncAgent, createSyncAgent } from './agent.ts'

const center = '990123'
/** Nothing here is about a disk, and many stores are made. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const patience = { timeout: 180_000 }

interface World {
  readonly server: FakeServer
  readonly desks: { readonly disk: TestStore; readonly agent: SyncAgent; alive: boolean }[]
  readonly clock: { ms: number }
  /** Cases taken in anywhere. */
  readonly made: string[]
}

const worlds: World[] = []
afterEach(async () => {
  for (const { desks } of worlds.splice(0)) {
    for (const { agent } of desks) await agent.stop()
    for (const { disk } of desks) disk.remove()
  }
})

const aWorld = (count: number): World => {
  const server = createFakeServer()
  const clock = { ms: 1_790_000_000_000 }
  const desks = Array.from({ length: count }, (_, n) => {
    const disk = openTestStore({ device: null, dir: mkdtempSync(join(memory, 'yichuang-restore-')) })
    enrolStore(disk.store, server, `W3${n}`)
    const now = () => clock.ms
    const erase = () => Promise.reject(new Error('nothing here erases'))
    const { store } = disk
    const agent = createSyncAgent({ store, now, random: () => 0, appVersion: '0', erase, fetch: server.fetch })
    return { disk, agent, alive: true }
  })
  const world = { server, desks, clock, made: [] }
  worlds.push(world)
  return world
}

/** The n-th answer from now on is lost on its way back. */
const loseAnswer = (server: FakeServer, n: number): void => {
  let left = n
  server.fault = {
    apply: (_request, answer) => {
      const whole = answer()
      left -= 1
      return left === 0 ? Promise.reject(new TypeError('other side closed')) : whole
    },
  }
}

/** Every operation that a living device holds, by its id. */
const heldByTheLiving = ({ desks, made }: World): ReadonlySet<string> => {
  const held = new Set<string>()
  for (const { disk, alive } of desks) {
    if (!alive) continue
    for (const entity of made) for (const { op } of disk.store.read.log.ofEntity(entity)) held.add(op)
  }
  return held
}

const quiesce = async ({ server, desks, clock }: World): Promise<void> => {
  server.fault = null
  server.center.collecting = true
  for (let round = 0; round < 4; round++) {
    // A token lives ten minutes; the next hello says that the server collects.
    clock.ms += 660_000
    for (const { agent, alive } of desks) if (alive) for (let n = 0; n < 4; n++) await agent.now()
  }
}

const expectEverythingOnce = ({ server, desks }: World, held: ReadonlySet<string>): void => {
  const inForce = server.log.filter(({ verdict }) => verdict === 'applied').map(({ canon }) => operationOf(canon).op)
  expect([...inForce].sort()).toEqual([...held].sort())
  for (const { disk, agent, alive } of desks) {
    if (!alive) continue
    expect(agent.status()).toMatchObject({ state: 'idle', waiting: 0, left: 0, attention: 0 })
    expect(disk.store.verify().problems).toEqual([])
    expect(disk.store.read.sync.cursor(center).head).toBe(server.center.headAt(server.log.length))
    for (const op of held) expect(disk.store.read.log.find(op)?.verdict).toBe('applied')
  }
}

describe('a server restored to any earlier commit', () => {
  it.each(Array.from({ length: 10 }, (_, cseq) => cseq))(
    '[SYN-29] to commit %i gets all back once',
    patience,
    async (cseq) => {
      const world = aWorld(3)
      for (let round = 0; round < 3; round++)
        for (const { disk, agent } of world.desks) {
          world.made.push(takeIn(disk.store))
          await agent.now()
        }
      for (const { agent } of world.desks) await agent.now()
      expect(world.server.log).toHaveLength(9)
      // The first desk burns down with everything on it.
      const [first] = world.desks
      if (first !== undefined) first.alive = false
      const held = heldByTheLiving(world)
      expect(held.size).toBe(9)
      const order = world.server.log.map(({ canon }) => canon)
      world.server.center.collecting = true
      world.server.center.restoreTo(cseq)
      await quiesce(world)
      expectEverythingOnce(world, held)
      expect(world.server.log.map(({ canon }) => canon)).toEqual(order)
    },
  )

  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ what: fc.constant('act' as const), desk: fc.nat(2) }) },
    { weight: 5, arbitrary: fc.record({ what: fc.constant('sync' as const), desk: fc.nat(2) }) },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant('lose' as const), desk: fc.nat(2), n: fc.integer({ min: 1, max: 8 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant('restore' as const),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        keepEpoch: fc.boolean(),
        collecting: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('fork' as const), desk: fc.nat(2) }) },
  )

  it(
    '[SYN-29] [SYN-27] any number of times, with new chains and lost answers between, loses and doubles nothing',
    patience,
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
          const world = aWorld(3)
          const { server, desks, clock } = world
          let incs = 0
          for (const each of steps) {
            const desk = 'desk' in each ? desks[each.desk] : undefined
            if (each.what === 'restore') {
              server.center.collecting = each.collecting
              server.center.restoreTo(Math.floor(each.part * server.log.length), each.keepEpoch)
            } else if (desk !== undefined) {
              clock.ms += 1000
              if (each.what === 'act') world.made.push(takeIn(desk.disk.store))
              if (each.what === 'fork') {
                incs += 1
                const inc = `0199f000-0000-7000-8000-0000f0f0${String(incs).padStart(4, '0')}`
                desk.disk.store.transact(({ sync }) => sync.beginIncarnation(inc, 'own_ack'))
              }
              if (each.what === 'lose') loseAnswer(server, each.n)
              if (each.what === 'sync' || each.what === 'lose') await desk.agent.now()
              server.fault = null
            }
          }
          const held = heldByTheLiving(world)
          await quiesce(world)
          expectEverythingOnce(world, held)
        }),
        { numRuns: 12 },
      )
    },
  )
})
