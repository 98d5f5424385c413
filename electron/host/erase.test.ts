import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { createFakeServer, enrolStore, takeIn } from './sync-agent/_testing.ts'
import { composeHost } from './compose.ts'

let dir = ''
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

it('[SYN-22] a revoked device erases its keys and its store when everything is handed in, tells its pages, and closes as ever', async () => {
  dir = mkdtempSync(join(tmpdir(), 'yichuang-host-'))
  const server = createFakeServer()
  const log = { write: () => undefined }
  const composed = composeHost({
    dir,
    key: randomBytes(32),
    nativeBinding: null,
    appVersion: '0',
    log,
    fetch: server.fetch,
  })
  if (!composed.ok) throw new Error(composed.error.code)
  const { agent, services, close } = composed.value
  enrolStore(services.store, server)
  takeIn(services.store)
  writeFileSync(join(dir, 'key.json'), '{}')
  const told: string[] = []
  agent.onChange(() => told.push(agent.status().state))
  server.revoked.add(services.store.read.meta.findDevice()?.device ?? '')
  server.fault = { path: '/sync/v1/push', apply: () => Promise.reject(new TypeError('fetch failed')) }
  expect(await agent.now()).toMatchObject({ lastError: { code: 'unreachable' }, waiting: 1 })
  expect(existsSync(join(dir, 'desk.db'))).toBe(true)
  server.fault = null
  expect(await agent.now()).toMatchObject({ state: 'revoked', waiting: 0, lastError: null })
  expect(server.intake).toHaveLength(1)
  expect(readdirSync(dir)).toEqual([])
  expect(told.at(-1)).toBe('revoked')
  expect(agent.report()).toMatchObject({ status: { state: 'revoked' }, waiting: [] })
  await close()
})
