import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HelloOutputSchema } from '../../contract/sync.ts'
import { freePort } from '../store/embedded/free-port.ts'
import { patience } from '../_testing/patience.ts'
import type { Env } from '../_testing/manual.ts'
import {
  type Workshop,
  hasPostgres15,
  openWorkshop,
  postgres15 as bin,
  readBlocks,
  withoutPostgres15,
} from '../_testing/postgres-15.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import {
  type TestCenter,
  enrolTestDevice,
  makeTestCenter,
  startTestServer,
  testCenter,
} from '../_testing/test-server.ts'
import { setCenter } from '../admin/set-center.ts'
import { verifyHistory } from '../audit/verify-history.ts'
import { verifyStates } from '../audit/verify-states.ts'
import type { RunningServer } from '../serve.ts'
import { type Database, connect } from '../store/connect.ts'
import { findPostmaster } from '../store/embedded/postmaster-file.ts'
import { migrate } from '../store/migrate.ts'
import { transact } from '../store/transact.ts'
import { proveSafety, sampleCommits } from './prove-safety.ts'
import { verifyBackup } from './verified-backup.ts'

const ranBlocks = new Set<string>()
const secrets = { MIGRATOR_PASSWORD: 'migrator', APP_PASSWORD: 'app', COPY_PASSWORD: 'copy' }
let workshop: Workshop
let env: Env
let center: TestCenter
let server: RunningServer
let device: TestDevice
let port: number

const run = (block: string, over: Env = {}) => {
  ranBlocks.add(block)
  return workshop.run(block, { ...env, ...over })
}
const address = (user: string, password: string, at = env['PGPORT'], database = 'yichuang') =>
  `postgres://${user}:${password}@127.0.0.1:${at}/${database}`
const inWorkshop = (name: string) => join(workshop.folder, name)
const serveFrom = (at = env['PGPORT']) =>
  startTestServer(address('yichuang_app', 'app', at), { listen: { host: '127.0.0.1', port, tls: null } })
const work = async (count: number) => {
  const from = device.chain.length + 1
  for (let n = 0; n < count; n++) device.add()
  return device.push(device.batch(from))
}
const proved = async (db: Database = center.db) => {
  await proveSafety(db, Date.now())
  return HelloOutputSchema.parse((await device.hello()).body).safe
}
/** Of a server that this test started. */
const postmasterOf = (name: string) => {
  const pid = findPostmaster(inWorkshop(name))?.pid
  if (pid === undefined) throw new Error(`${name} does not run`)
  return pid
}
const countActivity = async (condition: ReturnType<typeof sql>) => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity where ${condition}`.execute(center.db)
  return rows[0]?.count ?? 0
}
const committedAt = async (db: Database) =>
  (
    await db.selectFrom('op_log').select('canon').where('device', '=', device.identity.device).orderBy('seq').execute()
  ).map(({ canon }) => canon)

describe.skipIf(!hasPostgres15)(`PostgreSQL 15 of Debian (${withoutPostgres15})`, () => {
  beforeAll(async () => {
    workshop = await openWorkshop()
    port = await freePort()
    env = {
      ...secrets,
      PGDATA: inWorkshop('main'),
      PGHOST: '127.0.0.1',
      PGPORT: String(await freePort()),
      PGUSER: 'postgres',
      PGPASSWORD: 'superuser',
      STANDBY: inWorkshop('standby'),
      STANDBY_PORT: String(await freePort()),
      BACKUP: inWorkshop('backup'),
      DUMP: inWorkshop('dump'),
      DUMP_DATABASE: 'from_dump',
      WITNESS: inWorkshop('witness.jsonl'),
      CENTER: testCenter,
      DISTRICT_PORT: String(await freePort()),
    }
    env = { ...env, MIGRATOR_URL: address('yichuang_migrator', 'migrator'), APP_URL: address('yichuang_app', 'app') }
    await run('make-cluster')
    await run('start-cluster')
    await run('make-accounts')
    expect(await run('upgrade')).toContain('已授权给 yichuang_app')
    center = await makeTestCenter(env['MIGRATOR_URL'] ?? '')
    server = await serveFrom()
    device = await enrolTestDevice(center, server.url)
  })
  afterAll(async () => {
    await server?.stop()
    await center?.close()
    await workshop?.close()
  })

  it('[SYN-16] calls safe what a synchronous standby has flushed, and nothing while there is none, or it is away', async () => {
    await work(2)
    expect(await proved()).toBe(0)
    await run('make-standby', { PGDATA: inWorkshop('main') })
    await work(1)
    // It follows, and nobody waits for it: that is no promise.
    expect(await proved()).toBe(0)
    await run('make-synchronous')
    await expect.poll(() => proved(), patience).toBe(3)
    expect(await work(1)).toMatchObject({ ack: 4 })
    await expect.poll(() => proved(), patience).toBe(4)

    process.kill(postmasterOf('standby'), 'SIGINT')
    await expect.poll(() => countActivity(sql`backend_type = 'walsender'`), patience).toBe(0)
    let isAnswered = false
    const waiting = work(2).finally(() => {
      isAnswered = true
    })
    await expect.poll(() => countActivity(sql`wait_event = 'SyncRep'`), patience).toBeGreaterThan(0)
    expect(isAnswered).toBe(false)
    await run('make-asynchronous')
    expect(await waiting).toMatchObject({ ack: 6 })
    for (let round = 0; round < 3; round++) expect(await proved()).toBe(4)
    await run('start-cluster', { PGDATA: inWorkshop('standby') })
    await run('make-synchronous')
    await expect.poll(() => proved(), patience).toBe(6)
    const standby = connect(address('yichuang_app', 'app', env['STANDBY_PORT']), 1)
    await expect.poll(() => committedAt(standby), patience).toHaveLength(6)
    await standby.destroy()
  })

  it('[SYN-47] calls safe what a backup holds that it has verified, and refuses one that was touched, and a stranger', async () => {
    await run('make-asynchronous')
    await work(1)
    expect(await proved()).toBe(6)
    await run('backup')
    expect(await run('verify-backup')).toMatch(/备份到 [0-9A-F]+\/[0-9A-F]+ 为止已验证/)
    expect(await proved()).toBe(7)
    await work(2)
    await transact(center.db, sampleCommits)
    const { rows } = await sql<{ lsn: string }>`select pg_current_wal_insert_lsn()::text as lsn`.execute(center.db)
    await run('tell-backup', { VERIFIED_LSN: rows[0]?.lsn ?? '' })
    expect(await proved()).toBe(9)

    cpSync(inWorkshop('backup'), inWorkshop('touched'), { recursive: true })
    appendFileSync(inWorkshop('touched/PG_VERSION'), ' ')
    expect(await verifyBackup(center.db, inWorkshop('touched'), bin, Date.now())).toMatchObject({
      error: { code: 'backup_damaged' },
    })
    const district = await makeDistrict()
    expect(await verifyBackup(district, inWorkshop('backup'), bin, Date.now())).toMatchObject({
      error: { code: 'backup_foreign' },
    })
    await district.destroy()
  })

  it('[SYN-46] [SYN-50] signs, keeps a witness outside, proves the history with it, and dumps it whole', async () => {
    await run('sign-head')
    expect(readFileSync(inWorkshop('witness.jsonl'), 'utf8')).toContain('"sig":')
    expect(await run('prove')).toContain('全部相符')
    await run('dump')
    const dumped = connect(address('postgres', 'superuser', env['PGPORT'], 'from_dump'), 1)
    expect(await verifyHistory(dumped, testCenter)).toMatchObject({ ok: true })
    await dumped.destroy()
    expect(JSON.parse(await run('watch'))).toMatchObject({ centers: [{ center: testCenter, moving: false }] })
  })

  it('[SYN-25] gives a district the rows of its center alone, as they come', async () => {
    const other = { code: '990124', name: '乙', address: null, phone: null, supervisePhone: null, progressUrl: null }
    await setCenter(center.db, other)
    const district = connect(address('postgres', 'superuser', env['DISTRICT_PORT']), 1)
    await run('publish-center')
    await run('subscribe-center')
    await work(3)
    await expect.poll(() => committedAt(district), patience).toHaveLength(device.chain.length)
    expect(await committedAt(district)).toEqual(device.chain.map(({ canon }) => canon))
    const { rows } = await sql<{ center: string }>`select distinct center from op_log`.execute(district)
    expect(rows).toEqual([{ center: testCenter }])
    await district.destroy()
  })

  it('[SYN-10] [SYN-13] holds the suites of push and pull as the embedded database does', async () => {
    const ended = await runSuites(
      ['server/sync/push', 'server/sync/pull'],
      address('postgres', 'superuser', env['PGPORT'], 'postgres'),
    )
    expect(ended).toMatchObject({ code: 0 })
    expect(ended.output).toMatch(/Tests .*passed/)
  })

  it('[SYN-16] loses 0 of the acknowledged operations when the first machine is killed under load', async () => {
    await run('make-synchronous')
    await expect.poll(() => proved(), patience).toBe(device.chain.length)
    const before = device.chain.length
    let acked = before
    let killed = false
    const load = async () => {
      for (;;) {
        device.add()
        const answer = await device.send(device.batch(acked + 1)).catch(() => null)
        if (answer?.status === 200) acked = device.chain.length
        else if (killed) return
      }
    }
    const loading = load()
    await expect.poll(() => acked, patience).toBeGreaterThan(before + 40)
    process.kill(postmasterOf('main'), 'SIGKILL')
    killed = true
    await loading
    await server.stop()
    await center.close()

    await run('promote')
    server = await serveFrom(env['STANDBY_PORT'])
    const promoted = connect(address('yichuang_migrator', 'migrator', env['STANDBY_PORT']), 4)
    center = { ...center, db: promoted, close: () => promoted.destroy() }
    const present = await committedAt(promoted)
    expect(present.slice(0, acked)).toEqual(device.chain.slice(0, acked).map(({ canon }) => canon))
    const hello = HelloOutputSchema.parse((await device.hello()).body)
    expect(hello).toMatchObject({ epoch: device.identity.epoch, collecting: false, ack: present.length })
    expect(hello.safe).toBeLessThanOrEqual(present.length)
    // The last batch may have been kept by both machines and its answer lost with the first.
    if (present.length < device.chain.length) await device.push(device.batch(present.length + 1))
    expect(await committedAt(promoted)).toEqual(device.chain.map(({ canon }) => canon))
    expect(await verifyHistory(promoted, testCenter)).toMatchObject({ ok: true })
  })

  it('[SYN-48] [SYN-49] is restored from the backup by the manual, collects, and 0 operations are lost', async () => {
    await server.stop()
    await center.close()
    await run('restore')
    expect(await run('restored')).toContain('开始补收')
    server = await serveFrom()
    const restored = connect(env['MIGRATOR_URL'] ?? '', 4)
    center = { ...center, db: restored, close: () => restored.destroy() }
    const hello = HelloOutputSchema.parse((await device.hello()).body)
    expect(hello).toMatchObject({ ack: 7, safe: 0, collecting: true })
    await device.push(device.batch(8))
    expect(await run('collected')).toContain('补收结束')
    expect(await committedAt(restored)).toEqual(device.chain.map(({ canon }) => canon))
    // It holds another history than the one that goes on from here.
    expect(await verifyBackup(restored, inWorkshop('backup'), bin, Date.now())).toMatchObject({
      error: { code: 'backup_outdated' },
    })
    expect(await verifyHistory(restored, testCenter)).toMatchObject({ ok: true })
    expect(await verifyStates(restored, testCenter)).toMatchObject({ ok: true })
  })

  it('[SYN-52] moves a center to another PostgreSQL by the command, and the devices find it there', async () => {
    const other = connect(address('postgres', 'superuser', env['DISTRICT_PORT'], 'postgres'), 1)
    await sql`create database second_place owner yichuang_migrator`.execute(other)
    await other.destroy()
    const to = address('yichuang_migrator', 'migrator', env['DISTRICT_PORT'], 'second_place')
    const serveAt = address('yichuang_app', 'app', env['DISTRICT_PORT'], 'second_place')
    expect(await run('move', { OTHER_MIGRATOR_URL: to, OTHER_APP_URL: serveAt })).toContain('已迁移')
    await expect.poll(async () => (await device.hello()).status, patience).toBe(200)
    expect(await work(2)).toMatchObject({ ack: device.chain.length })
    const there = connect(to, 1)
    expect(await committedAt(there)).toEqual(device.chain.map(({ canon }) => canon))
    await there.destroy()
  })

  it('has no command in its manual that was not run here', () => {
    expect([...readBlocks().keys()].filter((name) => !ranBlocks.has(name))).toEqual([])
  })
})

/** Another cluster, made by the same blocks, with the tables of this version. */
const makeDistrict = async (): Promise<Database> => {
  const over = { PGDATA: inWorkshop('district'), PGPORT: env['DISTRICT_PORT'] ?? '' }
  await run('make-cluster', over)
  await run('start-cluster', over)
  await run('make-accounts', over)
  const owner = connect(address('yichuang_migrator', 'migrator', env['DISTRICT_PORT']), 2)
  await migrate(owner)
  await owner.destroy()
  return connect(address('postgres', 'superuser', env['DISTRICT_PORT']), 1)
}

/** Test files in a run of their own, on this database server. */
const runSuites = (files: readonly string[], url: string) =>
  new Promise<{ readonly code: number | null; readonly output: string }>((resolve) => {
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const child = spawn(process.execPath, [vitest, 'run', '--project', 'integration', ...files], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', NO_COLOR: '1', YICHUANG_TEST_DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('close', (code) => {
      resolve({ code, output: output.slice(-8000) })
    })
  })
