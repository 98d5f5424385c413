import { centerCode } from '../center-code.ts'
import { opIdOf } from '../op-id.ts'
import type { Machine } from '../machine.ts'
import type { World } from '../world.ts'

/** What a machine says of itself right after it was opened: nothing saved is gone, and cursor and effects are of one piece. */
export const checkMachine = (world: World, machine: Machine): void => {
  checkSaved(world, machine)
  const problems = machine.store
    .verify()
    .problems.filter(({ code }) => code !== 'number_twice' || !(hasCopy(world, machine) || waits(machine)))
  world.checks.expect(3, problems.length === 0, () => `${machine.name}: ${JSON.stringify(problems)}`)
  checkCursor(world, machine)
}

/** Two copies of a desk give one number twice until the server has refused one of them. */
const hasCopy = ({ machines }: World, { deviceNo, name }: Machine): boolean =>
  machines.some((other) => other.deviceNo === deviceNo && other.name !== name)

/** An old disk that came back gives out again what the server has heard of: until it has refused one of the two. */
const waits = ({ store }: Machine): boolean => {
  const { ack, last } = store.read.sync.position()
  return ack < last
}

/** INV-1: what the desk called saved is on its disk. */
const checkSaved = (world: World, machine: Machine): void => {
  const { checks, ledger } = world
  const { store, name } = machine
  for (const op of ledger.savedOn(machine)) {
    if (store.read.log.find(op) !== null) checks.expect(1, true, () => '')
    else expectSafe(world, name, op)
  }
}

/** INV-26: what was put away is safe on the server. */
const expectSafe = ({ checks, center }: World, name: string, op: string): void => {
  // By its text: of what was put aside the server reads nothing, and holds it all the same.
  const there = center.state.log.some(
    (row) => row.cseq <= center.state.safe && row.canon.includes(op) && opIdOf(row.canon) === op,
  )
  // While a restored server collects it calls nothing safe; what was is in the backup that it came from.
  checks.expect(
    26,
    there || center.state.collectingSince !== null,
    () => `${name} put ${op} away, which nobody else has`,
  )
}

/** INV-5, INV-6: every commit up to the cursor is there, and gives the head that the cursor names. */
const checkCursor = ({ checks }: World, { store, name }: Machine): void => {
  const { cseq, head } = store.read.sync.cursor(centerCode)
  const heads = store.read.sync.heads(centerCode, cseq)
  checks.expect(
    5,
    heads.last === cseq,
    () => `${name} stands at ${cseq} and has no gapless history beyond ${heads.last}`,
  )
  checks.expect(6, heads.at(cseq) === head, () => `${name} stands at ${cseq} with another head than its log gives`)
}

/** INV-1, INV-7: looked at after every step, so it reads little. */
export const checkStanding = (world: World, machine: Machine): void => {
  const { checks, center, ledger } = world
  const { store, name } = machine
  const device = store.read.meta.findDevice()?.device ?? ''
  const { ack } = store.read.sync.position()
  const met = center.state.incarnations.get(device)?.find(({ inc }) => inc === store.incarnation)
  if (store.read.meta.find('epoch') === center.state.epoch) {
    const held = met?.ack ?? 0
    checks.expect(7, ack <= held, () => `${name} counts ${ack} as committed, the server has ${held}`)
    const safe = Number(store.read.meta.find('safe') ?? '0')
    checks.expect(7, safe <= ack, () => `${name} counts ${safe} as safe, and ${ack} as committed`)
    const proved = center.state.log.findLast(
      (row) => row.cseq <= center.state.safe && row.device === device && row.inc === store.incarnation,
    )
    checks.expect(7, safe <= (proved?.seq ?? 0), () => `${name} counts ${safe} as safe, ${proved?.seq ?? 0} is`)
  }
  const newest = [...ledger.savedOn(machine)].at(-1)
  if (newest !== undefined) {
    if (store.read.log.find(newest) === null) expectSafe(world, name, newest)
    else checks.expect(1, true, () => '')
  }
}
