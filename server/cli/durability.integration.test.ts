import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryFolder, temporaryFolder } from '../_testing/temporary-folder.ts'
import { type TestDatabase, makeTestDatabase } from '../_testing/test-database.ts'
import { configFor, makeTestCenter, testCenter } from '../_testing/test-server.ts'
import { type ServerStore, openStore } from '../store/open-store.ts'
import { parseCommand } from './parse-command.ts'
import { runAny } from './run-any.ts'

let database: TestDatabase
let other: TestDatabase
let folder: TemporaryFolder
let store: ServerStore

beforeAll(async () => {
  folder = temporaryFolder()
  database = await makeTestDatabase()
  other = await makeTestDatabase(database)
  const center = await makeTestCenter(database.url)
  await center.close()
  store = await openStore(configFor(database.url))
})
afterAll(async () => {
  await store.close()
  await other.drop()
  await database.drop()
  folder.remove()
})

const run = (...args: readonly string[]) => {
  const command = parseCommand(args)
  if (!command.ok) return command.error
  if (command.value.name === 'serve' || command.value.name === 'help') throw new Error('no command')
  return runAny(command.value, store)
}
const done = (text: string | RegExp) => ({
  ok: true,
  value: { lines: expect.arrayContaining([expect.stringMatching(text)]) },
})
const refused = (text: string) => ({ ok: false, error: expect.stringContaining(text) })

describe('the commands that keep, prove, restore and move', () => {
  it('[SYN-48] [SYN-49] say what a restore began and what is still missing', async () => {
    expect(await run('collected')).toMatchObject(refused('没有正在进行的补收'))
    expect(await run('restored')).toMatchObject(done('开始补收'))
    expect(await run('restored')).toMatchObject(refused('补收已经开始'))
    expect(await run('move-center', '--center', testCenter, '--to', other.url)).toMatchObject(refused('正在补收'))
    expect(await run('restored', '--again')).toMatchObject(done('开始补收'))
    expect(await run('collected')).toMatchObject(done('补收结束'))
  })

  it('[SYN-47] take a position that was written, and say what is wrong with others', async () => {
    expect(await run('backup-verified')).toMatchObject(refused('请给出 --lsn 或 --folder'))
    expect(await run('backup-verified', '--lsn', 'FFFF/0')).toMatchObject(refused('不可能已备份'))
    expect(await run('backup-verified', '--lsn', 'latest')).toEqual({ code: 'option_invalid', subject: '--lsn' })
    expect(await run('backup-verified', '--lsn', '0/1')).toMatchObject(done('备份到 0/1 为止已验证'))
    expect(await run('backup-verified', '--folder', folder.path, '--bin', '/nowhere')).toMatchObject(
      refused('没有 PostgreSQL 的备份工具'),
    )
  })

  it('[SYN-46] [SYN-50] sign, prove with a witness, and name the first bad row with a bad end', async () => {
    expect(await run('checkpoint', '--center', '990999')).toMatchObject(refused('还没有记录'))
    const signed = await run('checkpoint', '--center', testCenter)
    expect(signed).toMatchObject(done('的校验点'))
    const witness = join(folder.path, 'witness.jsonl')
    writeFileSync(witness, 'value' in signed ? `${JSON.stringify(signed.value.json)}\n` : '')
    expect(await run('verify', '--center', testCenter, '--witness', witness)).toMatchObject(done('全部相符'))
    writeFileSync(join(folder.path, 'other'), 'no witness')
    const unreadable = await run('verify', '--center', testCenter, '--witness', join(folder.path, 'other'))
    expect(unreadable).toMatchObject(refused('见证文件读不出'))
    await sql`update op_log set verdict = 'rejected' where cseq = 2`.execute(store.db)
    const bad = await run('verify', '--center', testCenter)
    expect(bad).toMatchObject({ ok: true, value: { bad: true, json: { problem: { code: 'head_differs', cseq: 2 } } } })
    await sql`update op_log set verdict = 'applied' where cseq = 2`.execute(store.db)
  })

  it('[SYN-52] move a center, and administer it where it is', async () => {
    expect(await run('move-center', '--center', testCenter)).toMatchObject(refused('请给出 --to'))
    expect(await run('move-center', '--center', testCenter, '--to', 'home')).toMatchObject(done('已迁移'))
    expect(await run('move-center', '--center', testCenter, '--to', other.url)).toMatchObject(done('已迁移'))
    // Processes keep the directory for a second; this one has just opened it for nothing else.
    const again = await openStore(configFor(database.url))
    const window = parseCommand(['enrol-code', '--center', testCenter, '--device', 'W05', '--name', '5 号窗口'])
    if (!window.ok || window.value.name === 'serve' || window.value.name === 'help') throw new Error('no command')
    expect(await runAny(window.value, again)).toMatchObject({ ok: true })
    const { rows } = await sql`select from enrol_code`.execute(await again.directory.of(testCenter))
    expect(rows).toHaveLength(1)
    await again.close()
    expect(await run('move-center', '--center', testCenter, '--cancel')).toMatchObject(done('恢复使用'))
  })

  it('[SYN-53] tell how centers and devices fare', async () => {
    expect(await run('health', '--days', '1', '--json')).toMatchObject({
      ok: true,
      value: { json: { collecting: false, standbys: 0, centers: [{ center: testCenter, moving: true }], devices: [] } },
    })
    expect(await run('health', '--days', 'x')).toEqual({ code: 'option_invalid', subject: '--days' })
  })
})
