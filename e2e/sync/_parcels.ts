// What two people with a stick do: one at the window, one at the server of the center. No network between them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Imported } from '../../contract/queries/parcels.ts'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import type { Result } from '../../domain/result.ts'
import { createParcels } from '../../electron/host/parcel/parcels.ts'
import { type TestDatabase, makeTestDatabase } from '../../server/_testing/test-database.ts'
import {
  type TestCenter,
  configFor,
  makeTestCenter,
  startTestServer,
  testCenter,
} from '../../server/_testing/test-server.ts'
import { verifyHistory } from '../../server/audit/verify-history.ts'
import { parseCommand } from '../../server/cli/parse-command.ts'
import { runAny } from '../../server/cli/run-any.ts'
import type { RunningServer } from '../../server/serve.ts'
import { type ServerStore, openStore } from '../../server/store/open-store.ts'
import { freePort } from '../../server/store/embedded/free-port.ts'
import { type TestDesk, openDesk } from './_testing.ts'

export const parcelsOf = ({ store }: TestDesk, now: () => number = Date.now) =>
  createParcels({ store, now, appVersion: '0' })

/** A command of the server, as an administrator types it. */
export const atServer = async (store: ServerStore, ...args: readonly string[]) => {
  const command = parseCommand(args)
  if (!command.ok || command.value.name === 'serve' || command.value.name === 'help') throw new Error('no command')
  return runAny(command.value, store)
}

export const must = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export const exported = async (desk: TestDesk, path: string): Promise<string> => {
  must(await parcelsOf(desk).exportTo(path))
  return path
}

export const accept = () => ({ kind: 'service.accept', intake: aServiceIntake({ applicant: anApplicant() }) }) as const

/** Everything that a store holds, but what it was last told. */
export const imageOf = ({ store }: TestDesk) => ({
  cursor: store.read.sync.cursor(testCenter),
  position: store.read.sync.position(),
  tip: store.read.sync.tip(),
  unconfirmed: store.read.sync.countUnconfirmed(),
  attention: store.read.sync.attention(100),
})

export const refusedWith = (words: string) => ({ ok: false, error: expect.stringContaining(words) })
export const refusedFor = (code: string) => ({ ok: false, error: code })

/** For the tests of a file: a center with its server, which is on the network only while a test says so, and a new stick for each test. */
export const useStickAndCenter = () => {
  let database: TestDatabase
  let center: TestCenter
  let port: number
  let server: RunningServer | null = null
  let store: ServerStore
  let folder: string
  const desks: TestDesk[] = []

  beforeAll(async () => {
    database = await makeTestDatabase()
    center = await makeTestCenter(database.url)
    store = await openStore(configFor(database.url))
    port = await freePort()
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yichuang-stick-'))
  })
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.remove()
    await networkDown()
    rmSync(folder, { recursive: true })
  })
  afterAll(async () => {
    await store.close()
    await center.close()
    await database.drop()
  })

  const networkUp = async (): Promise<void> => {
    server ??= await startTestServer(database.url, { listen: { host: '127.0.0.1', port, tls: null } })
  }
  const networkDown = async (): Promise<void> => {
    await server?.stop()
    server = null
  }
  const path = (name: string) => join(folder, `${name}.yichuang`)
  const atCenter = (...args: readonly string[]) => atServer(store, ...args)
  return {
    get center() {
      return center
    },
    get database() {
      return database
    },
    path,
    atCenter,
    networkUp,
    networkDown,
    /** Enrolled while there was a network; it says hello once and is alone from then on. */
    desk: async (deviceNo: string): Promise<TestDesk> => {
      await networkUp()
      const opened = await openDesk(center, `http://127.0.0.1:${port}`, deviceNo)
      desks.push(opened)
      await networkDown()
      return opened
    },
    /** The whole errand: out of the window, into the server, and back with the answer. */
    errand: async (desk: TestDesk, name: string): Promise<Imported> => {
      const [out, back] = [path(`${name}-out`), path(`${name}-back`)]
      await exported(desk, out)
      must(await atCenter('bundle', 'import', '--file', out, '--out', back))
      return must(await parcelsOf(desk).importFrom(back))
    },
    takenBy: async (from: TestDesk, name: string, to = from) => {
      await exported(from, path(name))
      const done = await atCenter('bundle', 'import', '--file', path(name), '--out', path(`${name}-back`))
      return { done, back: () => parcelsOf(to).importFrom(path(`${name}-back`)) }
    },
    imageOfCenter: async () => ({
      center: await center.db.selectFrom('center').select(['cseq', 'head']).execute(),
      devices: await center.db.selectFrom('device').selectAll().orderBy('id').execute(),
      incarnations: await center.db.selectFrom('device_incarnation').selectAll().orderBy('inc').execute(),
      intake: await center.db.selectFrom('intake').selectAll().execute(),
    }),
    verified: async (...all: readonly TestDesk[]) => {
      for (const { store: at } of all) expect(at.verify()).toMatchObject({ ok: true, problems: [] })
      expect(await verifyHistory(center.db, testCenter)).toMatchObject({ ok: true })
    },
  }
}
