import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { toMutable } from '../electron/host/mutable.ts'
import { readSampleItems } from '../server/sample/sample-items.ts'
import type { Bench } from './bench.ts'
import { type BenchDesk, openBenchDesk } from './desk.ts'
import { generateStore } from './generate.ts'
import { type ActSource, actSource } from './generate/acts.ts'
import { applicantSource } from './generate/applicants.ts'
import { randomOf } from './generate/random.ts'
import { median, microseconds, percentile } from './measure.ts'
import { inTemporaryFolder } from './temporary-folder.ts'
import { type Yardstick, openYardstick } from './yardstick.ts'

const defaultSize = 10_000
const materials = 4
const intakesPerRound = 400
/** Customers between two times that the desk stands idle. */
const idleEvery = 25

/**
 * Taking in an accepted service request with four papers, as the workbench does it: `perform` with its decision, fold, hash chain, case
 * row, papers, search index and commit, on an encrypted store that holds `size` cases already. Each is measured beside one bare durable
 * insert in the same folder, in turns, so that both meet the same disk and the same neighbours.
 */
export const benchIntake: Bench = ({ size, rounds, signal }) =>
  inTemporaryFolder(async function* (folder) {
    const store = { dir: join(folder, 'store'), key: randomBytes(32), size: size ?? defaultSize, seed: 1 }
    await generateStore(store, signal)
    const desk = openBenchDesk(store.dir, store.key)
    const yardsticks = {
      plain: openYardstick(join(folder, 'plain.db'), null),
      encrypted: openYardstick(join(folder, 'encrypted.db'), store.key),
    }
    try {
      const random = randomOf(2)
      const acts = actSource(random, readSampleItems(), applicantSource(random))
      // Statements are prepared and code is compiled by then.
      await measureRound(desk, acts, yardsticks, 50, signal)
      const measured: Round[] = []
      for (let round = 0; round < rounds; round += 1) {
        measured.push(await measureRound(desk, acts, yardsticks, intakesPerRound, signal))
      }
      yield* linesOf(measured, store.size)
    } finally {
      yardsticks.plain.close()
      yardsticks.encrypted.close()
      await desk.host.close()
    }
  })

/** Microseconds. */
interface Round {
  readonly intake: readonly number[]
  readonly plain: readonly number[]
  readonly encrypted: readonly number[]
}

const measureRound = async (
  desk: BenchDesk,
  acts: ActSource,
  yardsticks: { readonly plain: Yardstick; readonly encrypted: Yardstick },
  count: number,
  signal: AbortSignal,
): Promise<Round> => {
  const round: { [K in keyof Round]: number[] } = { intake: [], plain: [], encrypted: [] }
  for (let n = 0; n < count; n += 1) {
    round.plain.push(yardsticks.plain.insert())
    round.intake.push(takeIn(desk, acts))
    round.encrypted.push(yardsticks.encrypted.insert())
    if (n % idleEvery === idleEvery - 1) {
      desk.host.services.store.idle()
      await setImmediate()
      signal.throwIfAborted()
    }
  }
  return round
}

const takeIn = ({ host, actor }: BenchDesk, acts: ActSource): number => {
  const input = { caseId: host.stamps.newId(), base: 0, act: toMutable(acts.accept(materials)) }
  let refused = ''
  const took = microseconds(() => {
    const result = host.services.perform(input, actor)
    if (!result.ok) refused = JSON.stringify(result.error)
  })
  if (refused !== '') throw new Error(`the intake was refused: ${refused}`)
  return took
}

const linesOf = function* (rounds: readonly Round[], cases: number) {
  const at = (share: number, what: keyof Round): number => median(rounds.map((round) => percentile(round[what], share)))
  const ratio = (share: number, what: 'plain' | 'encrypted'): number =>
    median(rounds.map((round) => percentile(round.intake, share) / percentile(round[what], share)))
  const us = (share: number, what: keyof Round): string => `${Math.round(at(share, what))} µs`
  const shown = { limit: null, bound: 'most' } as const
  yield {
    name: 'intake.p50',
    value: ratio(0.5, 'plain'),
    limit: 2.5,
    bound: 'most',
    detail: `intake ${us(0.5, 'intake')} / bare durable insert ${us(0.5, 'plain')}, ${cases} cases in the store`,
  } as const
  yield {
    name: 'intake.p99',
    value: ratio(0.99, 'plain'),
    ...shown,
    detail: `intake ${us(0.99, 'intake')} / bare durable insert ${us(0.99, 'plain')}; upkeep while idle, every ${idleEvery} customers`,
  }
  yield {
    name: 'intake.p50.encrypted',
    value: ratio(0.5, 'encrypted'),
    ...shown,
    detail: `intake ${us(0.5, 'intake')} / encrypted durable insert ${us(0.5, 'encrypted')}`,
  }
}
