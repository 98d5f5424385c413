import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { downloadElectron, installedElectron } from './official.mjs'
import { keptLog, temporaryFolder } from './temporary-folder.test-support.mjs'

/** A project whose `electron` package is there but has no runtime yet. */
function project() {
  const dir = temporaryFolder()
  const folder = join(dir, 'node_modules', 'electron')
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}')
  writeFileSync(join(folder, 'install.js'), '')
  return { dir, folder, cache: join(dir, 'cache') }
}

function putRuntime(folder, version = '45.4.1') {
  writeFileSync(join(folder, 'dist', 'version'), version)
  writeFileSync(join(folder, 'dist', 'electron'), '')
  writeFileSync(join(folder, 'path.txt'), 'electron')
}

const finished = (code, stderr = '') => ({ code, signal: null, stdout: '', stderr })
const reachable = async () => new Response(null, { status: 200 })
const unreachable = async () => {
  throw new TypeError('fetch failed')
}

it('an installed runtime counts only when it is complete and of the right version', async () => {
  const { dir, folder } = project()
  expect(await installedElectron(dir)).toBeNull()
  putRuntime(folder, '44.0.0')
  expect(await installedElectron(dir)).toBeNull()
  putRuntime(folder)
  expect(await installedElectron(dir)).toEqual({ dist: join(folder, 'dist'), version: '45.4.1' })
})

it('the host is asked with a limit on the time, and for the archive of this very version', async () => {
  const { dir, cache } = project()
  let asked
  const fetch = async (url, init) => {
    asked = { url, init }
    throw new TypeError('fetch failed')
  }
  await downloadElectron(dir, cache, { log: keptLog().log, env: { ELECTRON_MIRROR: 'https://mirror.example/' }, fetch })
  expect(asked.url).toMatch(/^https:\/\/mirror\.example\/v45\.4\.1\/electron-v45\.4\.1-.*\.zip$/)
  expect(asked.init.signal).toBeInstanceOf(AbortSignal)
})

it('an unreachable host is not asked again, and the installer not started', async () => {
  const { dir, cache } = project()
  let questions = 0
  const fetch = async () => {
    questions += 1
    return unreachable()
  }
  const install = async () => expect.unreachable('the installer was started')
  const { lines, log } = keptLog()
  expect(await downloadElectron(dir, cache, { log, env: {}, fetch, install })).toBeNull()
  expect(await downloadElectron(dir, cache, { log, env: {}, fetch, install })).toBeNull()
  expect(questions).toBe(1)
  expect(lines).toEqual(['the official Electron download cannot be reached from here'])
})

it('a reachable host gives the runtime', async () => {
  const { dir, folder, cache } = project()
  const install = async () => {
    putRuntime(folder)
    return finished(0)
  }
  const runtime = await downloadElectron(dir, cache, { log: keptLog().log, env: {}, fetch: reachable, install })
  expect(runtime).toEqual({ dist: join(folder, 'dist'), version: '45.4.1' })
})

it('a failed download is told with the reason and leads on', async () => {
  const { dir, cache } = project()
  const { lines, log } = keptLog()
  const install = async () => finished(1, 'Error: checksum mismatch\n    at verify (file.js:1:1)')
  expect(await downloadElectron(dir, cache, { log, env: {}, fetch: reachable, install })).toBeNull()
  expect(lines.at(-1)).toBe('the official download failed: Error: checksum mismatch')
})

it('behind a proxy only the installer knows the way, so it is started at once', async () => {
  const { dir, folder, cache } = project()
  const install = async () => {
    putRuntime(folder)
    return finished(0)
  }
  const env = { ELECTRON_GET_USE_PROXY: '1' }
  expect(await downloadElectron(dir, cache, { log: keptLog().log, env, fetch: unreachable, install })).not.toBeNull()
})
