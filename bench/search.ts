import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { CaseListInput } from '../contract/queries/cases.ts'
import { connect } from '../db/connect.ts'
import type { SqliteDatabase } from '../db/sqlite.ts'
import type { StoreReader } from '../db/store.ts'
import { storePaths } from '../db/store-file.ts'
import type { Bench } from './bench.ts'
import { openBenchDesk } from './desk.ts'
import { generateStore } from './generate.ts'
import { randomOf } from './generate/random.ts'
import { median, microseconds, percentile } from './measure.ts'
import type { BenchLine } from './report.ts'
import { type QuerySet, querySource } from './search-queries.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const defaultSize = 100_000
const queriesPerSet = 200
const comparedPerSet = 40
const pageRows = 50

/** Pages that the 99th percentile of a set may cost. */
const limits: Readonly<Record<string, number>> = {
  '1-characters': 3,
  '2-characters': 3,
  '3-characters': 20,
  '4-characters': 35,
  '6-characters': 130,
  name: 3,
  initials: 3,
  'phone-last-4': 3,
  'id-last-4': 3,
}

/** Only these are promised; what takes longer, because rows have to be read to be sure, is shown. */
const promised: ReadonlySet<string> = new Set([
  '1-characters',
  '2-characters',
  'name',
  'initials',
  'phone-last-4',
  'id-last-4',
])

/**
 * The one search box over `size` cases: `cases.list` of the store with a text, against the same call without one, which is the newest 50
 * rows by primary key. Each query is asked seven times and its best counts, so that a percentile says what queries cost and not what the
 * neighbours of this process did: of 200 queries one disturbed in all three tries was enough to miss.
 */
export const benchSearch: Bench = ({ size, rounds, signal }) =>
  inTemporaryFolder(async function* (folder) {
    const store = { dir: join(folder, 'store'), key: randomBytes(32), size: size ?? defaultSize, seed: 1 }
    await generateStore(store, signal)
    const desk = openBenchDesk(store.dir, store.key)
    const { database } = connect(storePaths(store.dir).database, {
      key: store.key,
      nativeBinding: null,
      maxPages: null,
    })
    try {
      const { read } = desk.host.services.store
      const measured: RoundTimes[] = []
      for (let round = 0; round < rounds; round += 1)
        measured.push(await measureRound(read, setsOf(database, round), signal))
      yield* linesOf(measured, store.size)
      yield await recallLine(read, database, signal)
    } finally {
      database.close()
      await desk.host.close()
    }
  })

const setsOf = (database: SqliteDatabase, round: number): readonly QuerySet[] => {
  const source = querySource(database, randomOf(100 + round))
  return [
    ...[1, 2, 3, 4, 6].map((length) => source.pieces(length, queriesPerSet)),
    source.names(queriesPerSet),
    source.initials(queriesPerSet),
    source.phoneEnds(queriesPerSet),
    source.idEnds(queriesPerSet),
  ]
}

/** Microseconds, the best of seven: a query, and a page read right after it. */
interface Asked {
  readonly query: number
  readonly page: number
}

interface RoundTimes {
  readonly sets: readonly { readonly name: string; readonly asked: readonly Asked[] }[]
}

const measureRound = async (read: StoreReader, sets: readonly QuerySet[], signal: AbortSignal): Promise<RoundTimes> => {
  const measured: { name: string; asked: Asked[] }[] = []
  for (const { name, texts } of sets) {
    const asked: Asked[] = []
    for (const text of texts) {
      const query = bestOfSeven(() => read.cases.list(asking(text)))
      asked.push({ query, page: bestOfSeven(() => read.cases.list(asking(''))) })
      await setImmediate()
      signal.throwIfAborted()
    }
    measured.push({ name, asked })
  }
  return { sets: measured }
}

const asking = (text: string): CaseListInput => ({
  text,
  kinds: [],
  statuses: [],
  openOnly: false,
  order: 'newest',
  cursor: null,
  limit: pageRows,
})

const bestOfSeven = (work: () => void): number => Math.min(...Array.from({ length: 7 }, () => microseconds(work)))

const linesOf = function* (rounds: readonly RoundTimes[], cases: number): Generator<BenchLine, void, void> {
  const names = rounds[0]?.sets.map(({ name }) => name) ?? []
  for (const name of names) {
    const asked = rounds.map(({ sets }) => sets.find((set) => set.name === name)?.asked ?? [])
    const us = (share: number, what: keyof Asked): number =>
      Math.round(
        median(
          asked.map((all) =>
            percentile(
              all.map((one) => one[what]),
              share,
            ),
          ),
        ),
      )
    const limit = limits[name] ?? null
    yield {
      name: `search.${name}.p99`,
      // Each against its own page, so that a slow second of the machine weighs on both.
      value: median(
        asked.map((all) =>
          percentile(
            all.map(({ query, page }) => query / page),
            0.99,
          ),
        ),
      ),
      limit: promised.has(name) ? limit : null,
      bound: 'most',
      detail: `p50 ${us(0.5, 'query')} µs, p99 ${us(0.99, 'query')} µs / page ${us(0.5, 'page')} µs, ${cases} cases${promised.has(name) || limit === null ? '' : `, goal ≤ ${limit}`}`,
    }
  }
}

/** Share of queries whose newest 50 hits are those of a scan of every row, in the same order. */
const recallLine = async (read: StoreReader, database: SqliteDatabase, signal: AbortSignal): Promise<BenchLine> => {
  const scan = database.prepare('SELECT seq FROM cases WHERE instr(haystack, ?) > 0 ORDER BY seq DESC LIMIT ?')
  const source = querySource(database, randomOf(99))
  const texts = [1, 2, 3, 4, 6].flatMap((length) => source.pieces(length, comparedPerSet).texts)
  let same = 0
  for (const text of texts) {
    const wanted = scan.all(text, pageRows).map(seqOf)
    const found = read.search.cases(text, pageRows)
    if (wanted.length === found.length && wanted.every((seq, at) => seq === found[at])) same += 1
    await setImmediate()
    signal.throwIfAborted()
  }
  const detail = `${same} of ${texts.length} queries of 1, 2, 3, 4 and 6 characters list what a scan of every row lists`
  return { name: 'search.recall', value: same / texts.length, limit: 1, bound: 'least', detail }
}

const seqOf = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'seq' in row ? row.seq : null)
