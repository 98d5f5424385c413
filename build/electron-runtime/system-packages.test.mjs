import { expect, it } from 'vitest'
import { installSystemPackages, missingSystemPackages, SYSTEM_PACKAGES } from './system-packages.mjs'
import { keptLog } from './temporary-folder.test-support.mjs'

/** A Debian 12 that has nothing; `apt` is written down and installs what it is told. */
function debian(changes = {}) {
  const commands = []
  const present = new Set()
  const apt = async (args) => {
    commands.push(args.join(' '))
    if (args[0] === 'install') for (const name of args) present.add(name)
    return { code: 0, signal: null, stdout: '', stderr: '' }
  }
  const has = ({ packages }) => packages.some((name) => present.has(name))
  const looks = {
    platform: 'linux',
    isRoot: true,
    hasApt: true,
    has,
    known: (name) => !name.endsWith('t64'),
    apt,
    ...changes,
  }
  return { commands, looks, log: keptLog().log }
}

it('a purpose narrows what is looked for', () => {
  const { looks } = debian()
  expect(missingSystemPackages({ looks })).toEqual(SYSTEM_PACKAGES)
  expect(missingSystemPackages({ looks, purposes: ['headless'] }).map(({ name }) => name)).toEqual([
    'xvfb-run',
    'xauth',
  ])
})

it('away from Linux nothing is missing', () => {
  expect(missingSystemPackages({ looks: debian({ platform: 'win32' }).looks })).toEqual([])
})

it('on Debian as root what is missing is installed', async () => {
  const { commands, ...options } = debian()
  expect(await installSystemPackages({ ...options, purposes: ['fonts', 'test'] })).toMatchObject({ installed: true })
  expect(commands).toEqual([
    'update -q',
    'install -y --no-install-recommends fonts-noto-cjk poppler-utils zbar-tools chromium',
  ])
})

it('where packages were renamed the new names are used', async () => {
  const { commands, ...options } = debian({ known: (name) => name !== 'libgtk-3-0' && name !== 'libasound2' })
  await installSystemPackages({ ...options, purposes: ['run'] })
  expect(commands.at(-1)).toBe('install -y --no-install-recommends libgtk-3-0t64 libnss3 libgbm1 libasound2t64')
})

it('without root nothing is changed and the exact command is given', async () => {
  const { commands, ...options } = debian({ isRoot: false })
  expect(await installSystemPackages({ ...options, purposes: ['headless'] })).toMatchObject({
    installed: false,
    command: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xauth',
  })
  expect(commands).toEqual([])
})

it('without apt the libraries and programs are named', async () => {
  const { looks, log } = debian({ hasApt: false })
  const { installed, command, message } = await installSystemPackages({ looks, log, purposes: ['run', 'fonts'] })
  expect({ installed, command }).toEqual({ installed: false, command: null })
  expect(message).toContain('library libgtk-3.so.0')
  expect(message).toContain('font NotoSansCJK')
})

it('a failing apt is quoted with the command to run by hand', async () => {
  const apt = async () => ({ code: 100, signal: null, stdout: '', stderr: 'E: Could not get lock /var/lib/dpkg/lock' })
  const { looks, log } = debian({ apt })
  const { installed, message } = await installSystemPackages({ looks, log, purposes: ['fonts'] })
  expect(installed).toBe(false)
  expect(message).toContain('apt-get install -y --no-install-recommends fonts-noto-cjk')
  expect(message).toContain('E: Could not get lock')
})
