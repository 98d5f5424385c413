import { roles } from '../../domain/case/role.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { villages } from './clerk-more.ts'
import type { Action } from './action.ts'
import { judgeIntake } from './judge-intake.ts'
import { stickWeights } from './sticks.ts'
import { PowerCut } from './machine.ts'
import { type World, aLeaver } from './world.ts'

const drawScope = ({ random }: World): Scope => {
  const closedDays = 1 + random.int(3)
  const some = villages.filter(() => random.chance(0.6))
  const choices: readonly Scope[] = [
    { kind: 'window', closedDays },
    { kind: 'villages', villages: some.length === 0 ? [villages[0]] : some, closedDays },
    { kind: 'villages', villages: [...villages], closedDays },
    { kind: 'kiosk' },
    { kind: 'center' },
    { kind: 'center' },
  ]
  return random.pick(choices) ?? { kind: 'center' }
}

/** An administrator gives a desk more or less than it had. The first desk keeps everything: what a restored server lost is found there. */
const changeScope: Action = (world) => {
  const machine = world.random.pick(
    world.machines.filter(({ state, deviceNo }) => state === 'works' && deviceNo !== 'W31'),
  )
  const device = machine?.store.read.meta.findDevice()?.device
  if (machine === null || device === undefined) return false
  const scope = drawScope(world)
  world.onServer((center) => center.setScope(device, scope))
  world.count('scopes changed')
  world.log(`${machine.name} is given ${JSON.stringify(scope)}`)
  return true
}

/** Somebody leaves, or comes back; desks hear of it when they read. */
const changeAccount: Action = (world) => {
  const role = world.random.pick(roles)
  if (role === null) return false
  const active = world.random.chance(0.4)
  const now = world.serverNow()
  world.onServer((center) => center.setReference([{ kind: 'staff.set', data: aLeaver(role, active) }], now))
  world.count('accounts changed')
  world.log(`the account of a ${role} is ${active ? 'open' : 'closed'}`)
  return true
}

const decideIntake: Action = (world) => {
  judgeIntake(world)
  return true
}

/** What a desk may put away, it puts away (RET-1). */
const putAway: Action = (world) => {
  const machine = world.random.pick(world.machines.filter(({ state }) => state === 'works'))
  if (machine === null || machine.isDown()) return false
  try {
    const gone = machine.store.putAway()
    if (gone > 0) world.count('cases put away')
    if (gone > 0) world.log(`${machine.name} puts ${gone} cases away`)
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
    world.log(`${machine.name} puts away: the power went`)
  }
  return true
}

export const moreWeights: readonly (readonly [number, Action])[] = [
  [2, changeScope],
  [1.5, changeAccount],
  [0.5, decideIntake],
  [2, putAway],
  ...stickWeights,
]
