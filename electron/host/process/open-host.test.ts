import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { desktopContract } from '../../../contract/desktop.ts'
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
const connect = (host: { readonly connect: (port: PagePort) => void }) => {
  const { port1, port2 } = new MessageChannel()
  host.connect(port2)
  const client: ContractRouterClient<typeof desktopContract> = createORPCClient(new RPCLink({ port: port1 }))
  port1.start()
  return { client, close: () => port1.close() }
}

describe('the open host', { timeout: 30_000 }, () => {
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
