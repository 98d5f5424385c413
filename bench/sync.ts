import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { connect } from '../db/connect.ts'
import { openTestStore } from '../db/_testing.ts'
import { createSyncAgent } from '../electron/host/sync-agent/agent.ts'
import { codeFor, testCenter } from '../server/_testing/test-server.ts'
import type { TestDevice } from '../server/_testing/test-device.ts'
import type { Bench } from './bench.ts'
import { benchIntake } from './intake.ts'
import { median } from './measure.ts'
import type { BenchLine } from './report.ts'
import { type BenchServer, enrolBenchDevice, openBenchServer, packed, sendPacked, workSource } from './sync-server.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const defaultSize = 10_000
const windows = 4
const batch = 200
const page = 500

interface Round {
  readonly rawInsert: number
  readonly push: number
  readonly pushBytes: number
  readonly rawApply: number
  readonly pull: number
  readonly pullBytes: number
}

/**
 * What the store and the line can carry: `size` operations pushed by four windows at once to the server's own process, then the whole
 * history read and applied by a new window; each beside bare inserts of the same texts. A save is measured as `intake` does it.
 */
export const benchSync: Bench = ({ size, rounds, signal }) =>
  inTemporaryFolder(async function* (folder) {
    const count = size ?? defaultSize
    const server = await openBenchServer(folder)
    const measured: Round[] = []
    try {
      // One round more than is counted: the first finds code in every process that nobody has compiled yet, and a server runs for months.
      for (let n = 0; n <= rounds && !signal.aborted; n += 1) {
        const round = await measureRound(server, join(folder, `yardstick-${n}`), count, n)
        if (n > 0) measured.push(round)
      }
    } finally {
      await server.close()
    }
    signal.throwIfAborted()
    yield* lines(measured)
    for await (const line of benchIntake({ size: 1000, rounds, signal })) {
      if (line.name === 'intake.p99') yield { ...line, name: 'save.p99', limit: 5 }
    }
  })

const measureRound = async (server: BenchServer, yardstick: string, count: number, n: number): Promise<Round> => {
  const devices: TestDevice[] = []
  for (let window = 0; window < windows; window += 1) {
    const device = await enrolBenchDevice(server, `W${100 + n * windows + window}`)
    workSource(n * windows + window + 1)(device, Math.ceil(count / windows))
    await device.hello()
    devices.push(device)
  }
  const texts = devices.flatMap(({ chain }) => chain.map(({ canon }) => canon))
  const bodies = devices.map((device) => bodiesOf(device))
  const rawInsert = await perSecond(texts.length, () => insertBare(server.databaseUrl, texts))
  let bytes = 0
  const push = await perSecond(texts.length, async () => {
    await Promise.all(
      devices.map(async (device, at) => {
        for (const body of bodies[at] ?? []) {
          const answer = await sendPacked(device, server.url, body)
          if (answer.status !== 200) throw new Error(`push ended with ${answer.status}`)
          bytes += body.length + answer.bytes
        }
      }),
    )
  })
  return {
    rawInsert,
    push,
    pushBytes: bytes / texts.length,
    rawApply: await perSecond(texts.length, () => Promise.resolve(applyBare(yardstick, texts))),
    ...(await measurePull(server, `W${500 + n}`)),
  }
}

const bodiesOf = (device: TestDevice): readonly Buffer[] => {
  const bodies: Buffer[] = []
  for (let from = 1; from <= device.chain.length; from += batch)
    bodies.push(packed(device, from, Math.min(device.chain.length, from + batch - 1)))
  return bodies
}

const perSecond = async (count: number, work: () => Promise<unknown>): Promise<number> => {
  const started = process.hrtime.bigint()
  await work()
  return count / (Number(process.hrtime.bigint() - started) / 1e9)
}

/** The least that keeping operations costs PostgreSQL: text and hash under a number, a transaction for every batch. */
const insertBare = async (url: string, texts: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('create table bare (n bigint primary key, canon text not null, hash bytea not null)')
    for (let at = 0; at < texts.length; at += batch) {
      const some = texts.slice(at, at + batch)
      await client.query('insert into bare select * from unnest($1::bigint[], $2::text[], $3::bytea[])', [
        some.map((_, n) => at + n),
        some,
        some.map(() => randomBytes(32)),
      ])
    }
    await client.query('drop table bare')
  } finally {
    await client.end()
  }
}

/** The same in SQLite: the store's own file format and settings, a transaction for every page. */
const applyBare = (path: string, texts: readonly string[]): void => {
  const { database } = connect(path, { key: randomBytes(32), nativeBinding: null, maxPages: null })
  database.exec('CREATE TABLE bare (n INTEGER PRIMARY KEY, canon TEXT NOT NULL, hash BLOB NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO bare (canon, hash) VALUES (?, ?)')
  for (let at = 0; at < texts.length; at += page) {
    database.exec('BEGIN IMMEDIATE')
    for (const text of texts.slice(at, at + page)) insert.run(text, randomBytes(32))
    database.exec('COMMIT')
  }
  database.close()
}

/** A new window reads everything there is. */
const measurePull = async (
  server: BenchServer,
  deviceNo: string,
): Promise<{ readonly pull: number; readonly pullBytes: number }> => {
  const disk = openTestStore({ device: null })
  let bytes = 0
  const agent = createSyncAgent({
    store: disk.store,
    now: Date.now,
    random: Math.random,
    appVersion: 'bench',
    erase: () => Promise.reject(new Error('nothing here erases')),
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      bytes += Number(response.headers.get('content-length') ?? 0)
      return response
    },
  })
  try {
    const code = await codeFor(server.center.db, deviceNo)
    let count = 0
    const pull = await perSecond(1, async () => {
      const enrolled = await agent.enrol({ server: server.url, code })
      if (!enrolled.ok) throw new Error(enrolled.error.code)
      count = disk.store.read.sync.cursor(testCenter).cseq
    })
    return { pull: pull * count, pullBytes: bytes / count }
  } finally {
    await agent.stop()
    disk.remove()
  }
}

const lines = function* (rounds: readonly Round[]): Generator<BenchLine, void, void> {
  const middle = (of: (round: Round) => number) => median(rounds.map(of))
  const each = (value: number) => `${Math.round(value).toLocaleString('en-US')} op/s`
  yield {
    name: 'sync.push',
    value: middle(({ push, rawInsert }) => push / rawInsert),
    limit: 0.27,
    bound: 'least',
    detail: `${each(middle(({ push }) => push))} / bare insert ${each(middle(({ rawInsert }) => rawInsert))}, ${windows} windows, batches of ${batch}`,
  }
  yield {
    name: 'sync.pull',
    value: middle(({ pull, rawApply }) => pull / rawApply),
    limit: 0.2,
    bound: 'least',
    detail: `${each(middle(({ pull }) => pull))} read and applied / bare insert ${each(middle(({ rawApply }) => rawApply))}`,
  }
  for (const [name, of] of [
    ['sync.push-bytes', ({ pushBytes }: Round) => pushBytes],
    ['sync.pull-bytes', ({ pullBytes }: Round) => pullBytes],
  ] as const) {
    yield { name, value: middle(of), limit: 250, bound: 'most', detail: 'bytes an operation on the line, packed' }
  }
}
