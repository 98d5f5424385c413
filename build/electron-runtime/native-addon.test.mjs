import { existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { nativeAddon, needsOwnAddon } from './native-addon.mjs'
import { keptLog, temporaryFolder } from './temporary-folder.test-support.mjs'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const here = { log: keptLog().log, platform: 'linux', arch: 'x64' }

it.each([
  ['25.1.1', true],
  ['34.5.8', true],
  ['35.0.0', false],
  ['45.4.1', false],
])('Electron %s needs its own addon: %s', (version, expected) => {
  expect(needsOwnAddon(version)).toBe(expected)
})

it('a missing compiler is told with what to install, and nothing half-made stays', async () => {
  const cache = temporaryFolder()
  const env = { CC: join(cache, 'no-such-compiler'), CXX: join(cache, 'no-such-compiler') }
  await expect(nativeAddon(PROJECT, cache, { ...here, env })).rejects.toMatchObject({
    code: 'compiler-missing',
    message: expect.stringContaining('apt-get install -y --no-install-recommends g++'),
  })
  expect(existsSync(join(cache, 'native', 'better_sqlite3.node'))).toBe(false)
})

it('a compiler that fails is quoted', async () => {
  const failing = process.execPath // it understands none of a compiler's flags
  await expect(
    nativeAddon(PROJECT, temporaryFolder(), { ...here, env: { CC: failing, CXX: failing } }),
  ).rejects.toMatchObject({
    code: 'compile-failed',
    message: expect.stringContaining('bad option'),
  })
})

it('the addon is compiled once for a version of the package and of Node-API', async () => {
  const cache = temporaryFolder()
  let compiled = 0
  const compile = async (_modules, folder) => {
    compiled += 1
    writeFileSync(join(folder, 'better_sqlite3.node'), '')
  }
  const file = await nativeAddon(PROJECT, cache, { ...here, env: {}, compile })
  expect(await nativeAddon(PROJECT, cache, { ...here, env: {}, compile })).toBe(file)
  expect(compiled).toBe(1)
  expect(basename(dirname(file))).toMatch(/^better-sqlite3-\d+\.\d+\.\d+-napi8-[0-9a-f]{12}-linux-x64$/)
})
