// A center with an authority of its own: the real server over TLS, the real command line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/host/cli/run.ts'
import { parseAuthority } from '../../electron/host/sync-agent/trusting-fetch.ts'
import { privateAuthority, selfSigned } from '../../server/_testing/self-signed.ts'
import { codeFor, configFor } from '../../server/_testing/test-server.ts'
import { useTestCenter } from '../../server/_testing/use-test-server.ts'
import { type RunningServer, serve } from '../../server/serve.ts'

const own = privateAuthority()
let folder: string
const place = useTestCenter()
let server: RunningServer
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yichuang-tls-'))
  const config = configFor(place.database.url, {
    listen: { host: '127.0.0.1', port: 0, tls: { certFile: '', keyFile: '' } },
  })
  server = await serve(config, { cert: Buffer.from(own.cert), key: Buffer.from(own.key) }, () => undefined)
  url = server.url.replace('http:', 'https:')
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const run = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const out: string[] = []
  const said: string[] = []
  const io = {
    out: (line: string) => void out.push(line),
    say: (line: string) => void said.push(line),
    env,
    now: Date.now,
    version: '0.1.0',
  }
  const code = await runCommandLine(args, io)
  return { code, out: out.join('\n'), said: said.join('\n') }
}
const enrol = async (name: string, more: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const code = await codeFor(place.center.db, name)
  return run(['enrol', '--dir', join(folder, name), '--server', url, '--code', code, '--json', ...more], env)
}
const sync = (name: string) => run(['sync', '--dir', join(folder, name), '--json'])

describe('a center with a certificate authority of its own', () => {
  it('[SYN-80] is trusted by a device that was told of it once, and stays so', async () => {
    const enrolled = await enrol('W31', ['--ca', file('ca.pem', own.ca)])
    expect([enrolled.code, JSON.parse(enrolled.out)]).toMatchObject([
      0,
      { server: url, deviceNo: 'W31', state: 'idle' },
    ])
    const synced = await sync('W31')
    expect([synced.code, JSON.parse(synced.out)]).toMatchObject([0, { state: 'idle', lastError: null }])
  })

  it('[SYN-80] is told of by a setting as well', async () => {
    const { code } = await enrol('W32', [], { YICHUANG_CA_FILE: file('ca.pem', own.ca) })
    expect(code).toBe(0)
    expect((await sync('W32')).code).toBe(0)
  })

  it('[SYN-80] is not trusted by a device that knows it not, nor by one that was told of another', async () => {
    for (const more of [[], ['--ca', file('other.pem', privateAuthority().ca)]]) {
      const { code, said } = await enrol('W33', more)
      expect([code, said]).toEqual([1, expect.stringContaining('服务器的证书不可信')])
      rmSync(join(folder, 'W33'), { recursive: true, force: true })
    }
  })

  it('[SYN-80] is named by a file that holds one; anything else is refused before a store is made', async () => {
    const files = [
      join(folder, 'none.pem'),
      file('words.pem', 'no certificate'),
      // Of a server, not of an authority: it would vouch for nobody.
      file('leaf.pem', selfSigned().cert),
      file('half.pem', `${own.ca}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`),
    ]
    for (const path of files) expect((await enrol('W34', ['--ca', path])).code).toBe(2)
    expect(parseAuthority(`text before\n${own.ca}`)).toEqual({ ok: true, value: own.ca })
  })
})
