import { passTime, startAgain } from './actions.ts'
import { centerCode } from './center-code.ts'
import { opsOn } from './ledger.ts'
import type { Machine } from './machine.ts'
import { judgeIntake } from './judge-intake.ts'
import { fair } from './network.ts'
import type { World } from './world.ts'

/** Everything is repaired; people do nothing but what only a person may do, and all must come to rest by itself (INV-21). */
export const heal = async (world: World): Promise<void> => {
  world.log('everything is repaired')
  world.weather = fair
  world.serverAway = false
  for (const machine of working(world)) {
    machine.isOnline = true
    if (machine.isDown()) await startAgain(world, machine, 'killed')
  }
  await rest(world)
  await settleCopies(world)
  if (world.center.state.collectingSince !== null) {
    world.onServer((center) => center.collected())
    world.count('collections closed')
    world.log('collected')
    await rest(world)
  }
  judgeIntake(world)
  const now = world.serverNow()
  world.onServer((center) => center.backUp(now))
  await passTime(world, 60_000)
  await rest(world)
}

const working = ({ machines }: World): readonly Machine[] => machines.filter(({ state }) => state === 'works')

const boundMs = 3 * 3_600_000

/** INV-21: in bounded time nothing waits any more, without anybody doing anything. */
const rest = async (world: World): Promise<void> => {
  const until = world.clock.now() + boundMs
  while (world.clock.now() < until && !isAtRest(world)) await passTime(world, 20_000)
  world.checks.expect(21, isAtRest(world), () => `the queues do not drain: ${standing(world)}`)
}

const isAtRest = (world: World): boolean =>
  working(world).every((machine) => isIdle(world, machine) || isWaiting(machine)) &&
  (working(world).some(isWaiting) || isDelivered(world))

const isIdle = ({ center }: World, { store, agent }: Machine): boolean => {
  const { sync, meta } = store.read
  return (
    // While a server collects, what it put into its intake is offered for ever: nobody tells where it went.
    (agent.status().state === 'idle' || (center.state.collectingSince !== null && isAgreed(agent))) &&
    sync.countWaiting() + sync.countEarlierWaiting() === 0 &&
    sync.cursor(centerCode).cseq === center.state.cseq &&
    meta.find('epoch') === center.state.epoch
  )
}

const isAgreed = (agent: Machine['agent']): boolean => {
  const { state, lastError } = agent.status()
  return state === 'recollecting' && lastError === null
}

/** Nothing that is owed is missing on the server any more. */
const isDelivered = ({ ledger, center }: World): boolean => {
  const there = opsOn(center.state)
  return ledger.owed().every((op) => there.has(op))
}

/** It waits for an administrator, as it should: another one has worked under the same name. */
const isWaiting = ({ agent }: Machine): boolean => agent.status().lastError?.code === 'incarnation_waiting'

/** One copy after the other is confirmed, may send what it has, and is put away: one machine of each name goes on. */
const settleCopies = async (world: World): Promise<void> => {
  const names = new Set(working(world).map(({ deviceNo }) => deviceNo))
  for (const deviceNo of names) {
    const copies = () => working(world).filter((machine) => machine.deviceNo === deviceNo)
    while (copies().length > 0) {
      const next = copies().find((machine) => !isIdle(world, machine)) ?? copies()[0]
      if (next === undefined || (copies().length === 1 && isIdle(world, next))) break
      for (const other of copies()) if (other !== next) other.isOnline = false
      await confirmUntilIdle(world, next)
      const others = copies().filter((machine) => machine !== next)
      if (others.length === 0) break
      await next.end('retired')
      for (const other of others) other.isOnline = true
      await passTime(world, 300_000)
    }
  }
  await rest(world)
}

const confirmUntilIdle = async (world: World, machine: Machine): Promise<void> => {
  const until = world.clock.now() + boundMs
  while (world.clock.now() < until && !isIdle(world, machine) && machine.state === 'works') {
    const device = machine.store.read.meta.findDevice()?.device ?? ''
    const inc = machine.store.incarnation
    if (world.center.state.incarnations.get(device)?.find((one) => one.inc === inc)?.state === 'waiting') {
      const now = world.serverNow()
      world.onServer((center) => center.confirm({ device, inc }, now))
      world.count('copies confirmed')
    }
    await passTime(world, 60_000)
  }
  const done = machine.state !== 'works' || isIdle(world, machine)
  world.checks.expect(21, done, () => `${machine.name} was confirmed and does not drain: ${standing(world)}`)
}

const standing = (world: World): string =>
  JSON.stringify({
    server: { cseq: world.center.state.cseq, collecting: world.center.state.collectingSince !== null },
    machines: working(world).map(({ name, store, agent }) => ({
      name,
      ...store.read.sync.position(),
      cursor: store.read.sync.cursor(centerCode).cseq,
      orphans: store.read.sync.countOrphans(),
      earlier: store.read.sync.countEarlierWaiting(),
      state: agent.status().state,
      error: agent.status().lastError?.code ?? null,
    })),
  })
