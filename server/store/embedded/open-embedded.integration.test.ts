import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { patience } from '../../_testing/patience.ts'
import { type TemporaryFolder, temporaryFolder } from '../../_testing/temporary-folder.ts'
import { type EmbeddedDatabase, openEmbedded } from './open-embedded.ts'
import { isDead, withFileLock } from './file-lock.ts'

let folder: TemporaryFolder
const open: EmbeddedDatabase[] = []

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(async () => {
  for (const database of open.splice(0)) await database.close()
  folder.remove()
})

const opened = async (): Promise<EmbeddedDatabase> => {
  const database = await openEmbedded(folder.path)
  open.push(database)
  return database
}

const query = async (url: string, text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** Longer than anybody waits before trying again. */
const twoTries = 1200

const pidFile = (database: EmbeddedDatabase) => join(database.root, 'data', 'postmaster.pid')
const pidOf = (database: EmbeddedDatabase) => Number(readFileSync(pidFile(database), 'utf8').split('\n')[0])

describe('the embedded database', () => {
  it('syncs to the disk, listens on loopback only and asks for its password', async () => {
    const { url, root } = await opened()
    const [settings] = await query(
      url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('data_checksums') as sums,
        current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets`,
    )
    expect(settings).toEqual({ fsync: 'on', commit: 'on', sums: 'on', listen: '127.0.0.1', sockets: '' })
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(join(root, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('is shared by all who open the folder, and stopped by the last', async () => {
    const [first, second] = [await opened(), await opened()]
    expect(second.url).toBe(first.url)
    const pid = pidOf(first)
    await first.close()
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.close()
    expect(isDead(pid)).toBe(true)
  })

  it('left running by a killed process is taken over, with everything in it', async () => {
    const script = `
      import { openEmbedded } from ${JSON.stringify(new URL('./open-embedded.ts', import.meta.url).href)}
      import pg from ${JSON.stringify(import.meta.resolve('pg'))}
      const { url } = await openEmbedded(${JSON.stringify(folder.path)})
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query('create table kept as select 7 as seven')
      process.kill(process.pid, 'SIGKILL')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    const database = await opened()
    expect(await query(database.url, 'select seven from kept')).toEqual([{ seven: 7 }])
    const pid = pidOf(database)
    await database.close()
    expect(isDead(pid)).toBe(true)
  })

  it('starts over what a kill -9 left behind, also when a stranger has its process number by then', async () => {
    const first = await opened()
    await query(first.url, 'create table kept as select 7 as seven')
    const lines = readFileSync(pidFile(first), 'utf8').split('\n')
    await first.close()
    // As after a power cut and a restart: the file of the dead postmaster, naming a living process of somebody else.
    writeFileSync(pidFile(first), [String(process.pid), ...lines.slice(1)].join('\n'))
    const second = await opened()
    expect(await query(second.url, 'select seven from kept')).toEqual([{ seven: 7 }])
  })

  it('that dies under us is started again at the same address', async () => {
    const database = await opened()
    await query(database.url, 'create table kept as select 7 as seven')
    process.kill(pidOf(database), 'SIGKILL')
    await expect
      .poll(() => query(database.url, 'select seven from kept').catch(() => 'away'), patience)
      .toEqual([{ seven: 7 }])
  })

  it('comes back at its address though somebody else sits there when it is started', async () => {
    const database = await opened()
    const port = Number(new URL(database.url).port)
    const squatter = createServer()
    // Nobody starts it while this holds the lock.
    await withFileLock(join(database.root, 'lock'), async () => {
      process.kill(pidOf(database), 'SIGKILL')
      await expect
        .poll(
          () =>
            new Promise((resolve) => {
              squatter.once('error', resolve)
              squatter.listen(port, '127.0.0.1', () => resolve('listens'))
            }),
          patience,
        )
        .toBe('listens')
    })
    await expect.poll(() => existsSync(join(database.root, 'lock')), patience).toBe(true)
    squatter.close()
    await expect.poll(() => query(database.url, 'select 1 as one').catch(() => 'away'), patience).toEqual([{ one: 1 }])
  })

  it('whose making was cut short is made afresh', async () => {
    const first = await opened()
    const { root } = first
    await first.close()
    const half = join(folder.path, 'second', 'postgres', 'data.new')
    mkdirSync(half, { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '18')
    const database = await openEmbedded(join(folder.path, 'second'))
    open.push(database)
    expect(database.root).not.toBe(root)
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('that could not be joined is left alone from then on', async () => {
    const { url, root } = await opened()
    const secret = readFileSync(join(root, 'secret'), 'utf8')
    writeFileSync(join(root, 'secret'), 'guess')
    await expect(openEmbedded(folder.path)).rejects.toMatchObject({ code: '28P01' })
    writeFileSync(join(root, 'secret'), secret)
    await sleep(twoTries)
    const users = await query(
      url,
      `select count(*)::int as count from pg_stat_activity where application_name = 'yichuang-user'`,
    )
    expect(users).toEqual([{ count: 1 }])
  })

  it('is not brought back by somebody who leaves while it is away', async () => {
    const database = await opened()
    const pid = pidOf(database)
    let left = Promise.resolve()
    await withFileLock(join(database.root, 'lock'), async () => {
      process.kill(pid, 'SIGKILL')
      await expect.poll(() => isDead(pid), patience).toBe(true)
      left = database.close()
    })
    await left
    await sleep(twoTries)
    expect(!existsSync(pidFile(database)) || isDead(pidOf(database))).toBe(true)
  })
})
