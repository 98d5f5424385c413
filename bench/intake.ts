import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
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
import type { BenchLine } from './report.ts'
import { inTemporaryFolder } from './temporary-folder.ts'
import { openYardstick } from './yardstick.ts'

const defaultSize = 10_000
const materials = 4
const intakesPerRound = 400
/** Customers between two times that the desk stands idle. */
const idleEvery = 25

/**
 * Taking in an accepted service request with four papers, as the workbench does it: `perform` with its decision, fold, hash chain, case
 * row, papers, search index and commit, on an encrypted store that holds `size` cases already. Each is measured beside bare durable
 * inserts in the same folder, in turns, so that all meet the same disk and the same neighbours.
 */
export const benchIntake: Bench = ({ size, rounds, signal }) =>
  inTemporaryFolder(async function* (folder) {
    const store = { dir: join(folder, 'store'), key: randomBytes(32), size: size ?? defaultSize, seed: 1 }
    await generateStore(store, signal)
    const desk = openBenchDesk(store.dir, store.key)
    try {
      const random = randomOf(2)
      const acts = actSource(random, readSampleItems(), applicantSource(random))
      const take = () => measureRound(desk, acts, join(folder, 'yardsticks'), store.key, signal)
      // The first round prepares statements and compiles code; it is not counted.
      await take()
      const measured: Round[] = []
      for (let round = 0; round < rounds; round += 1) measured.push(await take())
      yield* linesOf(measured, store.size)
    } finally {
      await desk.host.close()
    }
  })

/** Microseconds. */
interface Round {
  readonly intake: readonly number[]
  /** The same with its entry in the search index, which follows the answer. */
  readonly indexed: readonly number[]
  /** A plain file, fresh in every round: its log grows. This is how the goal was set. */
  readonly bare: readonly number[]
  /** The same encrypted. */
  readonly encrypted: readonly number[]
  /** A plain file whose log is emptied whenever the desk stands idle, as the desk's own is. */
  readonly reused: readonly number[]
}

const measureRound = async (
  desk: BenchDesk,
  acts: ActSource,
  folder: string,
  key: Uint8Array,
  signal: AbortSignal,
): Promise<Round> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const bare = openYardstick(join(folder, 'bare.db'), null)
  const encrypted = openYardstick(join(folder, 'encrypted.db'), key)
  const reused = openYardstick(join(folder, 'reused.db'), null)
  const round: { [K in keyof Round]: number[] } = { intake: [], indexed: [], bare: [], encrypted: [], reused: [] }
  try {
    for (let n = 0; n < intakesPerRound; n += 1) {
      round.bare.push(bare.insert())
      const saved = takeIn(desk, acts)
      round.intake.push(saved)
      // What is done right after the answer, before the next customer: the words of the case go into the search index.
      round.indexed.push(saved + microseconds(() => indexNow(desk)))
      round.encrypted.push(encrypted.insert())
      round.reused.push(reused.insert())
      if (n % idleEvery === idleEvery - 1) {
        desk.host.services.store.idle()
        reused.reuseLog()
        await setImmediate()
        signal.throwIfAborted()
      }
    }
    return round
  } finally {
    for (const yardstick of [bare, encrypted, reused]) yardstick.close()
  }
}

/** A search has it done at once; so has the next turn of the loop. */
const indexNow = ({ host }: BenchDesk): void => {
  host.services.store.read.search.upToDate()
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

const linesOf = function* (rounds: readonly Round[], cases: number): Generator<BenchLine, void, void> {
  const us = (share: number, what: keyof Round): string =>
    `${Math.round(median(rounds.map((round) => percentile(round[what], share))))} µs`
  const line = (
    name: string,
    share: number,
    what: keyof Round,
    limit: number | null,
    words: string,
    work: 'intake' | 'indexed' = 'intake',
  ): BenchLine => ({
    name,
    value: median(rounds.map((round) => percentile(round[work], share) / percentile(round[what], share))),
    limit,
    bound: 'most',
    detail: `intake ${us(share, work)} / bare durable insert ${us(share, what)}, ${words}`,
  })
  yield line('intake.p50', 0.5, 'bare', 2.5, `log of a fresh file; ${cases} cases in the store`)
  yield line('intake.p50.with-index', 0.5, 'bare', null, 'with the entry in the search index after it', 'indexed')
  yield line('intake.p50.reused-log', 0.5, 'reused', null, 'log written over')
  yield line('intake.p50.encrypted', 0.5, 'encrypted', null, 'log of a fresh encrypted file')
  yield line('intake.p99', 0.99, 'bare', null, `log of a fresh file; upkeep while idle, every ${idleEvery} customers`)
}
