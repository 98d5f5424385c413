import type { Action } from './action.ts'
import { moreWeights } from './actions-more.ts'
import { workAtDesk } from './desk-work.ts'
import { checkMachine } from './invariants/machine.ts'
import { drawsAll } from './desk.ts'
import { opIdOf } from './op-id.ts'
import type { Machine } from './machine.ts'
import { fair } from './network.ts'
import type { World } from './world.ts'

const working = ({ machines }: World): readonly Machine[] => machines.filter(({ state }) => state === 'works')

const onSome =
  (work: (world: World, machine: Machine) => Promise<void> | void): Action =>
  async (world) => {
    const machine = world.random.pick(working(world))
    if (machine === null) return false
    await work(world, machine)
    return true
  }

/** The machine is opened again from its disk, and what it says of itself is checked before anything else happens. */
export const startAgain = async (world: World, machine: Machine, how: 'killed' | 'switched off'): Promise<void> => {
  await machine.restart(how)
  world.count(how === 'killed' ? 'kills' : 'restarts')
  world.log(`${machine.name} ${how}, starts again`)
  checkMachine(world, machine)
  machine.startAgent()
}

const act = onSome(workAtDesk)

/** Somebody works fast at one desk. */
const manyActs = onSome(async (world, machine) => {
  for (let n = 2 + world.random.int(6); n > 0 && !machine.isDown(); n--) await workAtDesk(world, machine)
})

const unplug = onSome((world, machine) => {
  machine.isOnline = !machine.isOnline
  world.log(`${machine.name} ${machine.isOnline ? 'online' : 'offline'}`)
})

const changeWeather: Action = (world) => {
  const { random } = world
  const share = (most: number) => (random.chance(0.5) ? 0 : most * random.next())
  world.weather = random.chance(0.3)
    ? fair
    : {
        cutRequest: share(0.5),
        cutAnswer: share(0.5),
        duplicate: share(0.6),
        late: share(0.5),
        silent: share(0.2),
      }
  return true
}

const steps = ['before', 'begun', 'journal_written', 'committed'] as const

const cutPower = onSome((world, machine) => {
  const step = world.random.pick(steps) ?? 'begun'
  machine.armFuse(step, 1 + world.random.int(4))
})

const kill = onSome((world, machine) => startAgain(world, machine, 'killed'))
const restart = onSome((world, machine) => startAgain(world, machine, 'switched off'))

const restartServer: Action = (world) => {
  world.restartServer()
  world.log('server restarts')
  return true
}

const toggleServer: Action = (world) => {
  world.serverAway = !world.serverAway
  world.log(world.serverAway ? 'server away' : 'server back')
  return true
}

const poison = onSome((world, machine) => {
  const { ack, last } = machine.store.read.sync.position()
  const batch = last > ack ? machine.store.read.sync.batch(last, { ops: 1, bytes: 1 }) : null
  const op = opIdOf(batch?.ops[0] ?? '')
  if (op === '') return
  world.onServer((center) => center.addPoison(op))
  world.ledger.notePoison(machine)
  world.count('poison')
  world.log(`${machine.name} seq ${last} is poison`)
})

const backUp: Action = (world) => {
  const now = world.serverNow()
  world.onServer((center) => center.backUp(now))
  world.count('backups')
  return true
}

const restoreServer: Action = (world) => {
  const { center, ledger } = world
  const before = center.state
  const at = center.backups().length - 1
  const backup = center.backups()[at]
  // Twice from the same would be a second disaster while the first is mended: that happens too, but not often.
  if (backup === undefined || (before.collectingSince !== null && world.random.chance(0.7))) return false
  if (hasBranchedSince(world, backup.cseq)) return false
  const now = world.serverNow()
  world.onServer((server) => server.restore(at, now))
  ledger.noteRestore(before, center.state)
  revokeAgain(world, before)
  ledger.forgive(center.state, world.machines)
  world.count('server restores')
  world.log(`server restored: ${before.cseq} -> ${center.state.cseq}`)
  return true
}

/**
 * One disaster at a time: a disk that went back and a server that forgets where it parted from its old self leave two chains of one name, of
 * which the server can keep one.
 */
const branches = new WeakMap<World, number>()
const noteBranch = (world: World): void => {
  branches.set(world, world.center.state.cseq)
}
const hasBranchedSince = (world: World, cseq: number): boolean => (branches.get(world) ?? -1) >= cseq

/** Whoever restores a server sees to it that what was stolen stays locked out. */
const revokeAgain = (world: World, before: World['center']['state']): void => {
  const now = world.serverNow()
  for (const { id, revokedAt } of before.devices.values()) {
    if (revokedAt !== null) world.onServer((center) => center.revoke(id, now))
  }
}

/** An administrator closes the collection when everybody is back and nobody has anything left. */
const closeCollection: Action = (world) => {
  const { center } = world
  if (center.state.collectingSince === null || center.missing().length > 0) return false
  const left = working(world).some(({ store }) => {
    const { sync, meta } = store.read
    return meta.find('epoch') !== center.state.epoch || sync.countOrphans() + sync.countEarlierWaiting() > 0
  })
  if (left) return false
  world.onServer((server) => server.collected())
  world.count('collections closed')
  world.log('collected')
  return true
}

interface KeptDisk {
  readonly machine: Machine
  readonly image: string
}

const keptDisks = new WeakMap<World, KeptDisk[]>()

const keepDisk = onSome((world, machine) => {
  if (machine.isDown()) return
  const kept = keptDisks.get(world) ?? []
  keptDisks.set(world, [...kept.slice(-3), { machine, image: machine.image() }])
})

const putOldDiskBack: Action = async (world) => {
  const kept = world.random.pick((keptDisks.get(world) ?? []).filter(({ machine }) => machine.state === 'works'))
  if (kept === null || world.center.state.collectingSince !== null) return false
  const { machine, image } = kept
  noteBranch(world)
  await machine.replaceDisk(image)
  world.ledger.changeDisk(machine, null)
  world.ledger.forgive(world.center.state, world.machines)
  world.count('old disks put back')
  world.log(`${machine.name} gets an old disk`)
  checkMachine(world, machine)
  machine.startAgent()
  return true
}

const cloneDisk: Action = (world) => {
  const machine = world.random.pick(working(world))
  if (machine === null || machine.isDown() || world.center.state.collectingSince !== null) return false
  if (world.machines.some(({ name }) => name === `${machine.deviceNo}b`)) return false
  noteBranch(world)
  const clone = world.addMachine(machine.deviceNo, { name: `${machine.deviceNo}b`, disk: machine.image() })
  world.ledger.changeDisk(clone, machine)
  clone.startAgent()
  world.count('clones')
  world.log(`${machine.name} cloned`)
  return true
}

const loseMachine: Action = async (world) => {
  const machine = world.random.pick(working(world))
  // The last one is looked after.
  if (machine === null || working(world).length < 3) return false
  await machine.end('lost')
  world.ledger.forgive(world.center.state, world.machines)
  world.count('machines lost')
  world.log(`${machine.name} lost for ever`)
  return true
}

const hour = 3_600_000

const jumpClock = onSome((world, machine) => {
  const off = world.random.pick([-24 * hour, 24 * hour, Date.UTC(2099, 0, 5) - Date.UTC(2026, 10, 23), 0, 0]) ?? 0
  machine.clockOff = off
  world.count('clock jumps')
  world.log(`${machine.name} clock is ${off / hour} h off`)
})

const revoke: Action = (world) => {
  const machine = world.random.pick(working(world))
  if (machine === null || working(world).length < 3) return false
  const device = machine.store.read.meta.findDevice()?.device ?? ''
  const now = world.serverNow()
  world.onServer((center) => center.revoke(device, now))
  world.count('revocations')
  world.log(`${machine.name} revoked`)
  return true
}

const confirmOne: Action = (world) => {
  const waiting = working(world).flatMap(({ store }) => {
    const device = store.read.meta.findDevice()?.device ?? ''
    const inc = store.incarnation
    const met = world.center.state.incarnations.get(device)?.find((one) => one.inc === inc)
    return met?.state === 'waiting' ? [{ device, inc }] : []
  })
  const chosen = world.random.pick(waiting)
  if (chosen === null) return false
  const now = world.serverNow()
  world.onServer((center) => center.confirm(chosen, now))
  world.count('copies confirmed')
  world.log('an administrator confirms a copy')
  return true
}

/** The hall closes: every machine is switched off, and on again after a night or a weekend. */
const closeHall: Action = async (world) => {
  await passTime(world, 0)
  for (const machine of working(world)) await machine.agent.stop()
  await world.clock.runTo(world.clock.now() + 8 * hour + world.random.int(60 * hour))
  world.log('the hall opens again')
  for (const machine of working(world)) await startAgain(world, machine, 'switched off')
  return true
}

/** Machines that went down meanwhile are started by their people. */
export const passTime = async (world: World, ms: number): Promise<void> => {
  await world.clock.runTo(world.clock.now() + ms)
  world.checks.rethrow()
  for (const machine of working(world)) if (machine.isDown()) await startAgain(world, machine, 'killed')
}

const weights: readonly (readonly [number, Action])[] = [
  [50, act],
  [8, manyActs],
  [6, unplug],
  [5, changeWeather],
  [6, cutPower],
  [3, kill],
  [2, restart],
  [2, restartServer],
  [2, toggleServer],
  [1.5, poison],
  [3, backUp],
  [1, restoreServer],
  [2, closeCollection],
  [2, keepDisk],
  [1, putOldDiskBack],
  [0.4, cloneDisk],
  [0.3, loseMachine],
  [2, jumpClock],
  [0.3, revoke],
  [2, confirmOne],
  [0.5, closeHall],
]
const totalOf = (choices: typeof weights) => choices.reduce((sum, [weight]) => sum + weight, 0)

/** Draws one action, does it, and lets a little time pass. */
export const takeStep = async (world: World): Promise<void> => {
  const choices = drawsAll(world.draws) ? [...weights, ...moreWeights] : weights
  let at = world.random.next() * totalOf(choices)
  const [, action] = choices.find(([weight]) => (at -= weight) < 0) ?? [0, act]
  await action(world)
  await passTime(world, world.random.chance(0.1) ? world.random.int(120_000) : world.random.int(8000))
}
