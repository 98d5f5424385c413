import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { electronBinary, resolveElectronRuntime } from './resolve.mjs'
import { keptLog, temporaryFolder } from './temporary-folder.test-support.mjs'

/** A machine where nothing is installed, nothing can be downloaded, and the registry has the fallback. */
function machine(changes = {}) {
  const asked = []
  const answer = (name, value) => async () => {
    asked.push(name)
    return value
  }
  const base = {
    env: {},
    platform: 'linux',
    arch: 'x64',
    home: '/home/clerk',
    projectDir: '/project',
    installed: answer('installed', null),
    download: answer('download', null),
    fallback: answer('registry', '/cache/electron'),
    addon: answer('addon', '/cache/better_sqlite3.node'),
  }
  return { asked, answer, machine: { ...base, ...changes } }
}

const resolveOn = (changes) => resolveElectronRuntime({ log: keptLog().log, machine: changes })

function fakeElectron(version) {
  const dist = temporaryFolder()
  writeFileSync(join(dist, 'electron'), '')
  if (version !== undefined) writeFileSync(join(dist, 'version'), version)
  return dist
}

it('ELECTRON_OVERRIDE_DIST_PATH comes before everything else', async () => {
  const dist = fakeElectron('v45.1.0\n')
  const { asked, machine: m } = machine({ env: { ELECTRON_OVERRIDE_DIST_PATH: dist } })
  expect(await resolveOn(m)).toEqual({ dist, version: '45.1.0', source: 'override', nativeBinding: null })
  expect(asked).toEqual([])
})

it('an installed official Electron comes before any download and needs no addon of its own', async () => {
  const { answer, asked, machine: m } = machine()
  const installed = answer('installed', { dist: '/project/electron/dist', version: '45.4.1' })
  expect(await resolveOn({ ...m, installed })).toEqual({
    dist: '/project/electron/dist',
    version: '45.4.1',
    source: 'installed',
    nativeBinding: null,
  })
  expect(asked).toEqual(['installed'])
})

it('the official download comes before the registry', async () => {
  const { answer, asked, machine: m } = machine()
  const download = answer('download', { dist: '/project/electron/dist', version: '45.4.1' })
  expect(await resolveOn({ ...m, download })).toMatchObject({ source: 'download', nativeBinding: null })
  expect(asked).toEqual(['installed', 'download'])
})

it('the registry is the last resort, and its old Electron gets a compiled addon', async () => {
  const { asked, machine: m } = machine()
  expect(await resolveOn(m)).toEqual({
    dist: '/cache/electron',
    version: '25.1.1',
    source: 'registry',
    nativeBinding: '/cache/better_sqlite3.node',
  })
  expect(asked).toEqual(['installed', 'download', 'registry', 'addon'])
})

it('an old Electron given by the user gets a compiled addon too', async () => {
  const { asked, machine: m } = machine({ env: { ELECTRON_OVERRIDE_DIST_PATH: fakeElectron('34.5.8') } })
  expect(await resolveOn(m)).toMatchObject({ source: 'override', nativeBinding: '/cache/better_sqlite3.node' })
  expect(asked).toEqual(['addon'])
})

it('an override without a binary is refused with the path that was looked for', async () => {
  const dist = temporaryFolder()
  const { machine: m } = machine({ env: { ELECTRON_OVERRIDE_DIST_PATH: dist } })
  await expect(resolveOn(m)).rejects.toMatchObject({
    code: 'override-invalid',
    message: expect.stringContaining(join(dist, 'electron')),
  })
})

it('an override that does not say its version is refused instead of guessed', async () => {
  const { machine: m } = machine({ env: { ELECTRON_OVERRIDE_DIST_PATH: fakeElectron() } })
  await expect(resolveOn(m)).rejects.toMatchObject({
    code: 'override-invalid',
    message: expect.stringContaining('does not say its version'),
  })
})

it.each([
  ['linux', 'arm64'],
  ['darwin', 'arm64'],
  ['win32', 'x64'],
])('%s-%s without the official download is told what to do', async (platform, arch) => {
  const { asked, machine: m } = machine({ platform, arch })
  await expect(resolveOn(m)).rejects.toMatchObject({
    code: 'unsupported-platform',
    message: expect.stringMatching(new RegExp(`${platform}-${arch}.*ELECTRON_OVERRIDE_DIST_PATH`, 's')),
  })
  expect(asked).toEqual(['installed', 'download'])
})

it('the binary has another place on each platform', () => {
  const dist = temporaryFolder()
  expect(electronBinary(dist, 'linux')).toBe(join(dist, 'electron'))
  expect(electronBinary(dist, 'win32')).toBe(join(dist, 'electron.exe'))
  expect(electronBinary(dist, 'darwin')).toBe(join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron'))
})
