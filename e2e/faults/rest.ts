import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { testCenter } from '../../server/_testing/test-server.ts'
import type { Desk } from './desk.ts'
import { fair } from './weather.ts'
import { Broken, type World } from './world.ts'

/** INV-21 with real clocks: far more than anything here needs, on a machine that others use too. */
const boundMs = 240_000

/** Everything is repaired, nobody works, and all must come to rest by itself. */
export const rest = async (world: World): Promise<void> => {
  world.weather = fair
  await world.center.start()
  await repair(world)
  await waitUntil(world, () => world.desks.every((desk) => isAtRest(desk, world)))
}

/** Disks have room again, and clocks are right. */
const repair = async ({ desks }: World): Promise<void> => {
  for (const desk of desks) if (desk.isImpaired()) await desk.end()
}

const isAtRest = (desk: Desk, { desks }: World): boolean => {
  const status = desk.status()
  return status !== null && isDelivered(desk) && desks.every((other) => (other.status()?.head ?? '') === status.head)
}

/** A server that collects hears of what is brought to it for ever: then it is enough that nothing waits. */
const isDelivered = (desk: Desk): boolean => {
  const status = desk.status()
  return (
    status !== null &&
    status.error === null &&
    ['idle', 'recollecting'].includes(status.state) &&
    status.waiting + status.earlier === 0 &&
    status.cseq > 0
  )
}

const waitUntil = async (world: World, isTrue: () => boolean): Promise<void> => {
  const until = Date.now() + boundMs
  let quiet = 0
  while (quiet < 3) {
    if (world.signal.aborted) throw new Broken('ended from outside')
    if (Date.now() > until) throw new Broken(`it does not come to rest: ${standing(world)}`)
    for (const desk of world.desks) {
      if (!desk.isRunning()) desk.start({ paceMs: null })
      desk.order('rest')
    }
    await world.center.start()
    await sleep(300)
    // A desk that lost its database twice before the server heard of it once looks like a copy of itself: SYN-33 leaves that to a person.
    if (Date.now() > until - boundMs / 2) await confirmWaiting(world)
    quiet = isTrue() ? quiet + 1 : 0
  }
}

const confirmWaiting = async (world: World): Promise<void> => {
  for (const desk of world.desks) await confirm(world, desk)
}

/** An administrator says that this one is the device. */
const confirm = async (world: World, desk: Desk): Promise<void> => {
  const status = desk.status()
  if (status?.error !== 'incarnation_waiting') return
  const of = ['--center', testCenter, '--device', desk.deviceNo]
  const listed = await world.center.command('incarnation', 'list', ...of)
  // No answer: the server is away, and it is asked again.
  if (listed === null) return
  const known = IncarnationsSchema.parse(listed)
  if (!isLeftToAPerson(known, status.inc))
    throw new Broken(`${desk.name} waits for a person where SYN-33 leaves it to none: ${JSON.stringify(known)}`)
  const args = [...of, '--inc', status.inc]
  if ((await world.center.command('incarnation', 'confirm', ...args)) !== null)
    world.counts.add('copy confirmed by an administrator')
}

const IncarnationsSchema = z.array(
  z.object({
    inc: z.string(),
    state: z.enum(['active', 'waiting', 'superseded']),
    ack: z.int(),
    base: z.object({ inc: z.string() }).nullable(),
  }),
)

/**
 * SYN-33: a person is asked only where another one works, and this one comes back after that one took its place, or does not continue it
 * though it has committed something. What an exchange has settled meanwhile waits for nobody.
 *
 * @param known oldest first
 */
const isLeftToAPerson = (known: z.infer<typeof IncarnationsSchema>, inc: string): boolean => {
  const waiting = known.find((one) => one.inc === inc && one.state === 'waiting')
  const active = known.find((one) => one.state === 'active')
  if (waiting === undefined) return true
  if (active === undefined) return false
  if (known.indexOf(waiting) < known.indexOf(active)) return true
  return active.ack > 0 && (waiting.base === null ? active.base !== null : waiting.base.inc !== active.inc)
}

/** They were there before the server was put back, and come as everybody does whose work the backup lacks. */
export const strangersComeBack = async (world: World): Promise<void> => {
  const until = Date.now() + boundMs
  for (const stranger of world.strangers) {
    for (;;) {
      const hindrance = await stranger.comeBack().catch(String)
      if (hindrance === null) break
      if (Date.now() > until) throw new Broken(`a device of another version is not let in again: ${hindrance}`)
      // The second server dies of answers.
      await world.center.start()
      await sleep(200)
    }
  }
}

/** Copies of one name: each in turn is confirmed, hands in what it has, and is put away; the first goes on. */
export const settleCopies = async (world: World): Promise<void> => {
  world.weather = fair
  await repair(world)
  for (const copy of world.desks.filter(({ name }) => name.endsWith('b'))) {
    const original = world.desks.find(({ name }) => name === copy.deviceNo)
    await original?.kill()
    await settleAlone(world, copy, original)
    await copy.end()
    world.desks.splice(world.desks.indexOf(copy), 1)
    if (original !== undefined) await settleAlone(world, original, undefined)
  }
  await rest(world)
}

const settleAlone = async (world: World, desk: Desk, asleep: Desk | undefined): Promise<void> => {
  const until = Date.now() + boundMs
  while (!isDelivered(desk)) {
    if (Date.now() > until) throw new Broken(`a copy is not let in: ${standing(world)}`)
    await world.center.start()
    for (const one of world.desks) {
      if (one !== asleep && !one.isRunning()) one.start({ paceMs: null })
      one.order('rest')
    }
    await confirm(world, desk)
    await sleep(500)
  }
}

const standing = (world: World): string =>
  world.desks.map((desk) => `${desk.name} ${JSON.stringify(desk.status())}`).join('; ')
