import { setTimeout as sleep } from 'node:timers/promises'
import { damages, keepDatabase } from './damage.ts'
import type { Desk, Life } from './desk.ts'
import { letIn } from './stranger.ts'
import { drawWeather } from './weather.ts'
import type { World } from './world.ts'

/** For so long everything fails that can. */
export const storm = async (world: World, ms: number): Promise<void> => {
  const until = Date.now() + ms
  const { random } = world
  for (const desk of world.desks) await startWorking(world, desk)
  world.weather = drawWeather(random)
  // On a machine that is busy with other things lives are slow to begin.
  let ended = 0
  while ((Date.now() < until || (ended < 8 && Date.now() < until + 3 * ms)) && !world.signal.aborted) {
    await sleep(80 + 350 * random.next())
    await (random.pick(actions) ?? changeWeather)(world)
    // The next life of whoever died, of some on a disk that died with them.
    for (const desk of world.desks) {
      if (desk.isRunning()) continue
      if (desk.isSound()) ended += 1
      if (random.chance(0.4)) damage(world, desk)
      await startWorking(world, desk)
    }
    if (random.chance(0.7)) void world.center.start()
  }
}

/** Each life may have a wrong clock, a full disk or a moment at which it dies. */
const startWorking = async (world: World, desk: Desk): Promise<void> => {
  const { random, counts, decks } = world
  await desk.kill()
  const life: { -readonly [K in keyof Life]: Life[K] } = { paceMs: 15 + random.int(60) }
  if (!desk.isSound() && random.chance(0.3)) life.crashAt = { name: 'rebuilding', time: 1 }
  else if (random.chance(0.4)) life.crashAt = { name: decks.crash.draw(), time: 1 + random.int(6) }
  if (random.chance(0.2)) {
    const clock = decks.clock.draw()
    life.clockOffMs = clock.offMs()
    counts.add(clock.kind)
  }
  // To make a database again takes room: that it waits for room is not what is looked at here.
  if (random.chance(0.12) && desk.isSound()) {
    life.maxPages = desk.pages() + random.int(12)
    counts.add('disk full')
  }
  desk.start(life)
}

type Action = (world: World) => Promise<void> | void

const changeWeather: Action = (world) => {
  world.weather = drawWeather(world.random)
}

/** Mostly one that is open and at work; now and then one that only opens. */
const killDesk: Action = async (world) => {
  const open = world.desks.filter((desk) => desk.isSound())
  await world.random.pick(world.random.chance(0.8) ? open : world.desks)?.kill()
}

/** A disk fails under a desk that was mended since it failed last: two at once are more than two records can bear. */
const damageDesk: Action = async (world) => {
  const desk = world.random.pick(world.desks.filter((one) => one.isSound()))
  if (desk === null) return
  await desk.kill()
  damage(world, desk)
}

const damage = (world: World, desk: Desk): void => {
  const { random, counts, decks } = world
  // Killed while it was mending: not now.
  if (!desk.isSound()) return
  if (random.chance(0.25)) return keepDatabase(desk.dir)
  const name = decks.damage.draw()
  // Not every file is there at every time.
  if (!damages[name](desk.dir, random)) return
  desk.markDamaged()
  counts.add(name)
  world.say(`${desk.name}: ${name}`)
}

const killServer: Action = async (world) => {
  await world.center.killServer(world.random.chance(0.5) ? 0 : 1)
  world.counts.add('server killed')
}

const killPostgres: Action = (world) => {
  world.center.killPostgres()
  world.counts.add('PostgreSQL killed')
}

let visits = 0
const stranger: Action = async (world) => {
  const { center, random, counts } = world
  const url = random.pick(center.urls())
  if (url === null || visits >= 50) return
  try {
    visits += 1
    const one = await letIn(url, await center.codeFor(`W${40 + visits}`), center.actor, random)
    if (one === null) return
    world.strangers.push(one)
    await one.push()
    counts.add('recorded and broken operations pushed')
  } catch {
    // The server was killed under it.
  }
}

const actions: readonly Action[] = [
  changeWeather,
  changeWeather,
  changeWeather,
  killDesk,
  killDesk,
  killDesk,
  killDesk,
  damageDesk,
  damageDesk,
  damageDesk,
  killServer,
  killServer,
  killPostgres,
  stranger,
]
