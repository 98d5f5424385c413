import { join } from 'node:path'
import { exportOps } from '../../electron/host/parcel/export-ops.ts'
import { importNews } from '../../electron/host/parcel/import-news.ts'
import type { Action } from './action.ts'
import { readCarried, writeCarried } from './center/parcels.ts'
import { opIdOf } from './op-id.ts'
import { type Machine, PowerCut } from './machine.ts'
import type { World } from './world.ts'

/** A file on a stick, on its way to the server or back. It may be lost, copied, come late, or to the wrong desk. */
interface Stick {
  readonly path: string
  readonly kind: 'ops' | 'news'
  readonly deviceNo: string
}

const bags = new WeakMap<World, { sticks: Stick[]; made: number }>()
const bagOf = (world: World) => {
  const known = bags.get(world) ?? { sticks: [], made: 0 }
  bags.set(world, known)
  return known
}
const nextPath = (world: World): string => {
  const bag = bagOf(world)
  bag.made += 1
  return join(world.folder, `parcel-${bag.made}`)
}
const keep = (world: World, stick: Stick): void => {
  const bag = bagOf(world)
  bag.sticks = [...bag.sticks.slice(-7), stick]
}

const watch = { step: () => Promise.resolve() }
const depsOf = (machine: Machine) => ({ store: machine.store, now: machine.wall, appVersion: '0' })

/** Answers the file, or null where the desk cannot make one now. */
const writeStick = async (world: World, machine: Machine): Promise<string | null> => {
  const path = nextPath(world)
  try {
    const done = await exportOps(depsOf(machine), path, watch)
    return done.ok ? path : null
  } catch (error) {
    if (error instanceof PowerCut) return null
    throw error
  }
}

/** The server takes what is on the stick and answers with news, if it can. */
const bringToServer = async (world: World, path: string): Promise<string | null> => {
  const { center, ledger } = world
  const carried = await readCarried(center.state, center.signingKey, path)
  if (carried === null) return null
  const now = world.serverNow()
  const before = center.state.log.length
  let refused: ReturnType<typeof center.takeCarried> = null
  world.onServer((server) => {
    const said = server.takeCarried(carried, now)
    if (server === center) refused = said
  })
  const added = new Map(center.state.log.slice(before).map((row) => [opIdOf(row.canon), row]))
  for (const { ops } of carried.batches) {
    const proved = ops.map(opIdOf).filter((op) => added.has(op))
    if (proved.length > 0) ledger.prove(proved)
  }
  world.count('parcels taken')
  const said = refused as ReturnType<typeof center.takeCarried>
  if (said === 'history' || said === 'crashed') return null
  const { device, head } = carried
  const answer = nextPath(world)
  const answered = { device, inc: head.inc, cseq: head.cursor.cseq, refused: said }
  return (await writeCarried(center.state, center.signingKey, answered, answer, now)) ? answer : null
}

const bringToDesk = async (machine: Machine, path: string): Promise<boolean> => {
  try {
    return (await importNews(depsOf(machine), path, watch)).ok
  } catch (error) {
    if (error instanceof PowerCut) return false
    throw error
  }
}

const standing = ({ machines }: World): readonly Machine[] =>
  machines.filter((machine) => machine.state === 'works' && !machine.isDown())

const exportStick: Action = async (world) => {
  const machine = world.random.pick(standing(world))
  if (machine === null) return false
  const path = await writeStick(world, machine)
  if (path === null) return false
  keep(world, { path, kind: 'ops', deviceNo: machine.deviceNo })
  world.count('parcels written')
  world.log(`${machine.name} writes a parcel`)
  return true
}

/** Any stick that lies about: the newest or an old one, for the first time or once more. */
const carryStick: Action = async (world) => {
  const stick = world.random.pick(bagOf(world).sticks)
  if (stick === null) return false
  if (stick.kind === 'ops') {
    const answer = await bringToServer(world, stick.path)
    world.log(`a parcel of ${stick.deviceNo} comes to the server`)
    if (answer !== null) keep(world, { path: answer, kind: 'news', deviceNo: stick.deviceNo })
    return true
  }
  const isRight = ({ deviceNo }: Machine) => deviceNo === stick.deviceNo
  const goesWrong = world.random.chance(0.15)
  const machine = world.random.pick(standing(world).filter((one) => isRight(one) !== goesWrong))
  if (machine === null) return false
  const before = machine.store.read.sync.cursor(world.center.state.data.code).cseq
  const right = () => bringToDesk(machine, stick.path)
  const taken = await (world.sabotage.takeNews?.(machine, right) ?? right())
  world.log(`news for ${stick.deviceNo} comes to ${machine.name}${taken ? '' : ', in vain'}`)
  if (taken) world.count('news taken')
  const after = machine.store.read.sync.cursor(world.center.state.data.code).cseq
  world.checks.expect(27, after >= before, () => `${machine.name} was taken back by news from ${before} to ${after}`)
  if (goesWrong) {
    world.checks.expect(27, !taken && after === before, () => `${machine.name} took news that is for ${stick.deviceNo}`)
  }
  return true
}

export const stickWeights: readonly (readonly [number, Action])[] = [
  [3, exportStick],
  [5, carryStick],
]
