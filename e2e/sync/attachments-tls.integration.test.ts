// Files from one desk to another by the command line alone, over TLS with an authority of the center's own.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { runCommandLine } from '../../electron/host/cli/run.ts'
import { privateAuthority } from '../../server/_testing/self-signed.ts'
import { codeFor, configFor } from '../../server/_testing/test-server.ts'
import { useTestCenter } from '../../server/_testing/use-test-server.ts'
import { type RunningServer, serve } from '../../server/serve.ts'

const own = privateAuthority()
let folder: string
const place = useTestCenter()
let server: RunningServer
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yichuang-files-'))
  const config = configFor(place.database.url, {
    listen: { host: '127.0.0.1', port: 0, tls: { certFile: '', keyFile: '' } },
    blobs: { dir: join(folder, 'center-files'), keyFile: join(folder, 'blob.key') },
  })
  server = await serve(config, { cert: Buffer.from(own.cert), key: Buffer.from(own.key) }, () => undefined)
  url = server.url.replace('http:', 'https:')
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const run = async (desk: string, ...args: readonly string[]): Promise<string> => {
  const out: string[] = []
  const said: string[] = []
  const code = await runCommandLine([...args, '--dir', join(folder, desk)], {
    out: (line) => void out.push(line),
    say: (line) => void said.push(line),
    env: {},
    now: Date.now,
    version: '0.1.0',
  })
  expect([args[0], code], said.join('\n')).toEqual([args[0], 0])
  return out.join('\n')
}
const enrol = async (desk: string) =>
  run(desk, 'enrol', '--server', url, '--code', await codeFor(place.center.db, desk), '--ca', file('ca.pem', own.ca))

it('[ATT-3] [ATT-8] a file goes from desk to desk by the command line, over the center’s own TLS', async () => {
  await enrol('W51')
  await enrol('W52')
  const acts = file('acts.json', JSON.stringify([{ act: { kind: 'service.accept', intake: aServiceIntake() } }]))
  const done: { done: { caseNo: string }[] } = JSON.parse(await run('W51', 'act', acts, '--json'))
  const caseNo = done.done[0]?.caseNo ?? ''
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(700_000)])
  await run('W51', 'attach', file('申请书.pdf', bytes), '--case', caseNo, '--as', 'application')
  expect(await run('W51', 'files', caseNo)).toContain('还没有传到中心')
  expect(await run('W51', 'sync')).toBe('已同步；待传 0 件，待处理 0 件')
  await run('W52', 'sync')
  expect(await run('W52', 'files', caseNo)).toContain('申请书.pdf　申请书　pdf　701 KB')
  expect(await run('W52', 'files', caseNo)).toContain('已到中心')
  await run('W52', 'files', caseNo, '--save', '1', '--to', join(folder, 'got.pdf'))
  expect(readFileSync(join(folder, 'got.pdf')).equals(bytes)).toBe(true)
})
