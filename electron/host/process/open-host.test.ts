import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { desktopContract } from '../../../contract/desktop.ts'
import type { ServedPage } from '../../../contract/host-process.ts'
import { openTestStore } from '../../../db/_testing.ts'
import { connect as connectStore } from '../../../db/connect.ts'
import { emptyHall } from '../hall/read-hall.ts'
import { obtainStoreKey } from '../keys/store-key.ts'
import { type PagePort, openHost } from './open-host.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yichuang-open-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const message = (more: object = {}) => ({
  type: 'open' as const,
  dataDir: join(dir, 'desk'),
  nativeBinding: null,
  osKeyStore: false,
  passphrase: '青山隐隐水迢迢秋尽',
  appVersion: '0.1.0',
  enrol: null,
  ...more,
})
const open = async (more?: object) => {
  const opened = await openHost(message(more), null)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** A page at the other end of a real message channel. */
const connect = (host: { readonly connect: (port: PagePort, to: ServedPage) => void }, to: ServedPage = 'desk') => {
  const { port1, port2 } = new MessageChannel()
  host.connect(port2, to)
  const client: ContractRouterClient<typeof desktopContract> = createORPCClient(new RPCLink({ port: port1 }))
  port1.start()
  return { client, close: () => port1.close() }
}

const keyOf = async (): Promise<Uint8Array> => {
  const { passphrase } = message()
  const sources = { dir: join(dir, 'desk'), osKeyStore: null, passphrase, mayCreate: false, mayUseKeyFile: false }
  const key = await obtainStoreKey(sources)
  if (!key.ok) throw new Error(key.error.code)
  return key.value
}

describe('the open host', { timeout: 30_000 }, () => {
  it('[SHL-30] the page of a public terminal reaches what is public and nothing else, whatever it asks for', async () => {
    const host = await open()
    const page = connect(host, 'terminal')
    expect(await page.client.kiosk.terminal()).toMatchObject({ ready: false, center: null })
    // This device was made none.
    await expect(page.client.kiosk.guides({ text: '', limit: 5 })).rejects.toMatchObject({ code: 'NOT_A_TERMINAL' })
    for (const ask of [
      () => page.client.desk.get(),
      () => page.client.desk.signIn({ login: 'x', password: 'x' }),
      () => page.client.desk.enrol({ server: 'https://yichuang.example.cn', code: 'ABCD-1234' }),
      () => page.client.sync.status(),
      () => page.client.cases.findByNo({ caseNo: '990123-20260928-W03-0001' }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    page.close()
    await host.close()
  })

  it('[SHL-33] the page of the screen of a hall reaches its own answer and nothing else', async () => {
    const host = await open()
    const page = connect(host, 'board')
    expect(await page.client.hall.show()).toEqual(emptyHall)
    for (const ask of [
      () => page.client.desk.get(),
      () => page.client.kiosk.terminal(),
      () => page.client.kiosk.progress({ subject: '990123-20260928-W03-0001', lastFour: '0017' }),
      () => page.client.kiosk.guides({ text: '', limit: 5 }),
      () => page.client.cases.findByNo({ caseNo: '990123-20260928-W03-0001' }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    page.close()
    await host.close()
  })

  it('answers a page over its port, with typed refusals', async () => {
    const host = await open()
    const page = connect(host)
    expect(await page.client.desk.get()).toMatchObject({ enrolled: false, user: null, appVersion: '0.1.0' })
    await expect(page.client.sync.status()).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
      status: 401,
      defined: true,
      data: { reason: 'signed_out' },
    })
    page.close()
    await host.close()
  })

  it('opens the same store again, for one process at a time', async () => {
    const host = await open()
    expect(await openHost(message(), null)).toMatchObject({ ok: false, error: { code: 'in_use' } })
    await host.close()
    await (await open()).close()
  })

  it.each([
    [{ passphrase: null }, 'passphrase_required'],
    [{ passphrase: 'not the passphrase' }, 'passphrase_wrong'],
  ])('with %j fails as %s', async (more, code) => {
    await (await open()).close()
    expect(await openHost(message(more), null)).toMatchObject({ ok: false, error: { code } })
  })

  it('never makes a store with a plain key', async () => {
    expect(await openHost(message({ passphrase: null }), null)).toMatchObject({
      ok: false,
      error: { code: 'os_key_store_unavailable' },
    })
  })

  it('[JRN-17] tells how far it is when it has to make a damaged store again', async () => {
    const host = await open()
    await host.close()
    const path = join(dir, 'desk', 'desk.db')
    const bytes = await readFile(path)
    // A store without a device has no journal: it gets one here as `init` would give it.
    const test = openTestStore({ dir: join(dir, 'desk'), key: await keyOf() })
    test.store.close()
    await writeFile(path, bytes.subarray(0, 5000))
    const told: unknown[] = []
    const again = await openHost(message(), null, { tell: (progress) => told.push(progress), restart: () => undefined })
    expect(again.ok).toBe(true)
    expect(told[0]).toEqual({ done: 0, total: 0 })
    if (again.ok) await again.value.close()
    expect(await readFile(join(dir, 'desk', 'logs', 'host.log'), 'utf8')).toContain('"event":"store.rebuilt"')
  })

  it('[JRN-16] notes damage that a page meets at work, and asks to be started again', async () => {
    const events: string[] = []
    await (await open()).close()
    openTestStore({ dir: join(dir, 'desk'), key: await keyOf() }).store.close()
    const opened = await openHost(message(), null, { tell: () => undefined, restart: () => events.push('restart') })
    if (!opened.ok) throw new Error(opened.error.code)
    const page = connect(opened.value)
    const path = join(dir, 'desk', 'desk.db')
    // Another writer makes the store read its pages from the disk again; every page but the first is gone there.
    const { database } = connectStore(path, { key: await keyOf(), nativeBinding: null, maxPages: null })
    database.exec(`INSERT INTO meta (k, v) VALUES ('server', 'https://center.example')`)
    database.close()
    const bytes = await readFile(path)
    await writeFile(path, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]))
    const answer = page.client.desk.signIn({ login: 'wang.fang', password: '13579024' })
    await expect(answer).rejects.toMatchObject({ data: { code: 'damaged' } })
    page.close()
    await opened.value.close().catch(() => undefined)
    expect(events.length).toBeGreaterThan(0)
    expect(existsSync(join(dir, 'desk', 'desk.suspect'))).toBe(true)
  })

  it('tries to enrol when it is told how, and opens all the same when that fails', async () => {
    const host = await open({ enrol: { server: 'http://center.example', code: 'ABCD-1234' } })
    const page = connect(host)
    expect(await page.client.desk.get()).toMatchObject({ enrolled: false })
    page.close()
    await host.close()
    const log = await readFile(join(dir, 'desk', 'logs', 'host.log'), 'utf8')
    expect(log).toContain('"event":"desk.enrol","code":"server_url_not_tls"')
    expect(log).not.toContain('ABCD')
  })
})
