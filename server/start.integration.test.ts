import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDevice } from './_testing/test-device.ts'
import { type Ended, type ServerProcess, runServer } from './_testing/run-server.ts'
import { type TemporaryFolder, temporaryFolder } from './_testing/temporary-folder.ts'

let folder: TemporaryFolder
let settings: Record<string, string>
let server: ServerProcess

beforeAll(async () => {
  folder = temporaryFolder()
  settings = { DATA_DIR: join(folder.path, 'data'), PORT: '0' }
  server = runServer(['serve'], settings)
  await server.url
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  folder.remove()
})

const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  runServer(args, { ...settings, ...more }).ended

describe('node server/start.ts', () => {
  it('makes its own database on first start and says when it is ready', async () => {
    const url = await server.url
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({
      status: 'ok',
      database: expect.stringMatching(/^1[5-9]/),
    })
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'ok' })
  })

  it('lets administrators work beside the running server, and gives a device its code', async () => {
    const sample = await run(['sample', '--json'])
    expect(sample).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(sample.stdout)).toMatchObject({
      center: '990123',
      itemsPublished: 1182,
      signIns: [
        { login: 'linxiaomei', name: '林晓梅', role: 'clerk', password: expect.any(String) },
        {},
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    })
    const again = await run(['sample', '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ itemsPublished: 0 })
    const issued = await run(['enrol-code', '--center', '990123', '--device', 'W03', '--json'])
    const { code }: { code: string } = JSON.parse(issued.stdout)
    const device = createTestDevice(await server.url, 'nobody')
    expect(await device.enrol(code)).toMatchObject({
      status: 200,
      body: { deviceNo: 'W03', window: { name: '3 号窗口' } },
    })
    await device.hello()
    const kinds = new Map<string, number>()
    for (let after = 0; ;) {
      const page = await device.pull(after)
      if (page.ops.length === 0) break
      for (const { canon } of page.ops) {
        const { kind }: { kind: string } = JSON.parse(canon)
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      }
      after = page.ops.at(-1)?.cseq ?? after
    }
    expect(Object.fromEntries(kinds)).toEqual({
      'center.set': 1,
      'window.set': 3,
      'staff.set': 8,
      'item.publish': 1182,
    })
  })

  it('words what an administrator got wrong, and exits 1', async () => {
    expect(await run(['enrol-code', '--center', '990999', '--device', 'W03'])).toMatchObject({
      code: 1,
      stderr: '990999：没有这个中心\n',
      stdout: '',
    })
    expect(await run(['enrol-code', '--center', '990123', '--device', 'W77'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('W77：中心没有这个窗口'),
    })
  })

  it('names an unknown command or option and exits 2', async () => {
    expect(await run(['dance'])).toMatchObject({ code: 2, stderr: expect.stringContaining('没有这个命令：dance') })
    expect(await run(['enrol-code', '--centre', '990123'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--centre'),
    })
    expect(await run(['enrol-code', '--center', '990123'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--device'),
    })
    expect(await run(['help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('enrol-code') })
  })

  it('names every wrong setting at once, never its value, and exits 2 with nothing made', async () => {
    const wrong = {
      HOST: '0.0.0.0',
      PORT: '99999',
      DATABASE_URL: 'mysql://root:geheim@db/x',
      DATA_DIR: 'relative',
      LOG_LEVEL: 'loud',
      PUSHES_AT_ONCE: '0',
    }
    const ended = await run([], wrong)
    expect(ended.code).toBe(2)
    expect(ended.stderr.match(/^[A-Z_]+(?=：)/gm)?.toSorted()).toEqual([
      'DATABASE_URL',
      'DATA_DIR',
      'LOG_LEVEL',
      'PORT',
      'PUSHES_AT_ONCE',
      'TLS_CERT',
      'TLS_KEY',
    ])
    expect(ended.stderr).not.toContain('geheim')
  })

  it('names a certificate that is none and exits 2', async () => {
    const file = join(folder.path, 'no.pem')
    writeFileSync(file, 'nothing')
    expect(await run([], { TLS_CERT: file, TLS_KEY: file })).toMatchObject({
      code: 2,
      stderr: 'TLS_CERT：文件不是 PEM 证书\n',
    })
    expect(await run([], { TLS_CERT: file, TLS_KEY: join(folder.path, 'away') })).toMatchObject({
      code: 2,
      stderr: 'TLS_KEY：文件不存在或不可读\n',
    })
  })

  it('says that its port is busy and exits 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const address = holder.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await run([], { PORT: String(port) })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`端口 ${port} 已被占用`),
    })
    holder.close()
  })

  it('says that a given database cannot be reached, without its address, and exits 1', async () => {
    const ended = await run(['migrate'], { DATABASE_URL: 'postgres://u:geheim@127.0.0.1:9/x' })
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('连不上数据库（ECONNREFUSED）') })
    expect(ended.stderr).not.toContain('geheim')
  })
})
