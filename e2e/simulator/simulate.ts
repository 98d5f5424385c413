import { createHash } from 'node:crypto'
import { takeStep } from './actions.ts'
import type { Draws } from './desk.ts'
import { heal } from './heal.ts'
import { checkAgreement, checkReplay } from './invariants/agreement.ts'
import { checkTampering } from './invariants/history.ts'
import { checkSnapshots } from './invariants/scope.ts'
import { checkStanding } from './invariants/machine.ts'
import { checkServer } from './invariants/server.ts'
import { type Checks, type InvariantNumber, Violation } from './violation.ts'
import { type World, type WorldOptions, createWorld } from './world.ts'

export interface RunOptions extends WorldOptions {
  readonly steps: number
}

export interface RunReport {
  readonly seed: number
  readonly devices: number
  readonly steps: number
  readonly draws: Draws
  /** Null when everything held. */
  readonly violation: {
    readonly invariant: InvariantNumber | null
    readonly what: string
    readonly step: number
    readonly trace: readonly string[]
  } | null
  readonly held: Readonly<Record<string, number>>
  readonly counts: Readonly<Record<string, number>>
  readonly operations: number
  readonly forgiven: number
  /** Virtual milliseconds. */
  readonly time: number
  /** What happened, in one number that does not depend on random ids. */
  readonly print: string
}

/** One run: the same options give the same report, to the last digit. */
export const simulate = async (options: RunOptions): Promise<RunReport> => {
  const world = createWorld(options)
  let step = 0
  try {
    await enrolAll(world, options.devices)
    for (; step < options.steps; step++) {
      await takeStep(world)
      for (const machine of world.machines) if (machine.state === 'works') checkStanding(world, machine)
      if (step % 100 === 99) checkServer(world)
    }
    await heal(world)
    checkServer(world)
    checkAgreement(world)
    checkSnapshots(world)
    checkTampering(world)
    checkReplay(world)
    return reportOf(world, options, null)
  } catch (error) {
    const invariant = error instanceof Violation ? error.invariant : null
    const what =
      error instanceof Error ? (invariant === null ? (error.stack ?? error.message) : error.message) : String(error)
    return reportOf(world, options, { invariant, what, step, trace: world.trace.slice(-traceLength) })
  } finally {
    await world.close()
  }
}

const traceLength = 60

const enrolAll = async (world: World, devices: number): Promise<void> => {
  for (let at = 0; at < devices; at++) {
    const deviceNo = `W${31 + at}`
    const code = `code-${deviceNo}`
    world.onServer((center) => center.giveCode(code, deviceNo))
    const machine = world.addMachine(deviceNo)
    const enrolling = machine.agent.enrol({ server: 'https://center.example', code })
    await world.clock.runTo(world.clock.now() + 5000)
    const enrolled = await enrolling
    if (!enrolled.ok) throw new Error(`enrolment: ${enrolled.error.code}`)
    machine.startAgent()
  }
}

const reportOf = (
  world: World,
  { seed, devices, steps, draws = 'numbers' }: RunOptions,
  violation: RunReport['violation'],
): RunReport => ({
  seed,
  devices,
  steps,
  draws,
  violation,
  held: heldOf(world.checks),
  counts: Object.fromEntries([...world.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  operations: world.center.state.cseq,
  forgiven: world.ledger.forgiven(),
  time: world.clock.now(),
  print: printOf(world),
})

const heldOf = (checks: Checks): Readonly<Record<string, number>> =>
  Object.fromEntries([...checks.counts()].map(([number, count]) => [`INV-${number}`, count]))

const printOf = (world: World): string => {
  const numbers = new Map([...world.center.state.devices.values()].map(({ id, deviceNo }) => [id, deviceNo]))
  const text = world.center.state.log
    .map(({ cseq, device, seq, verdict, reason, committedAt }) =>
      [cseq, numbers.get(device), seq, verdict, reason, committedAt].join(' '),
    )
    .join('\n')
  return digest(`${text}\n${world.trace.join('\n')}`)
}

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16)
