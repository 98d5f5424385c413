import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, lastWords } from './run.mjs'

/**
 * What the machine itself must have, with the Debian package that brings it. Where a package was renamed (Debian 13, Ubuntu
 * 24.04), the first name the machine's package list knows is taken. xauth is named because xvfb only recommends it.
 *
 * `purpose`: `run` = Electron starts; `headless` = it starts without a display; `fonts` = Chinese text is drawn; `test` = printed
 * letters and their codes are read back, the console is used in a browser; `compile` = the SQLite addon of the fallback runtime.
 *
 * @typedef {{ purpose: 'run' | 'headless' | 'fonts' | 'test' | 'compile', kind: 'library' | 'program' | 'font', name: string,
 *   packages: readonly string[] }} SystemPackage
 * @type {readonly SystemPackage[]}
 */
export const SYSTEM_PACKAGES = [
  { purpose: 'run', kind: 'library', name: 'libgtk-3.so.0', packages: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { purpose: 'run', kind: 'library', name: 'libnss3.so', packages: ['libnss3'] },
  { purpose: 'run', kind: 'library', name: 'libgbm.so.1', packages: ['libgbm1'] },
  { purpose: 'run', kind: 'library', name: 'libasound.so.2', packages: ['libasound2', 'libasound2t64'] },
  { purpose: 'headless', kind: 'program', name: 'xvfb-run', packages: ['xvfb'] },
  { purpose: 'headless', kind: 'program', name: 'xauth', packages: ['xauth'] },
  { purpose: 'fonts', kind: 'font', name: 'NotoSansCJK', packages: ['fonts-noto-cjk'] },
  { purpose: 'test', kind: 'program', name: 'pdftotext', packages: ['poppler-utils'] },
  { purpose: 'test', kind: 'program', name: 'zbarimg', packages: ['zbar-tools'] },
  { purpose: 'test', kind: 'program', name: 'chromium', packages: ['chromium'] },
  { purpose: 'compile', kind: 'program', name: 'g++', packages: ['g++'] },
]

/**
 * How this module looks at the machine; a test passes its own.
 *
 * @typedef {{ platform: string, isRoot: boolean, has: (wanted: SystemPackage) => boolean, hasApt: boolean,
 *   known: (name: string) => boolean, apt: (args: string[], log: (line: string) => void) => Promise<import('./run.mjs').Finished> }} Looks
 */

/**
 * What of SYSTEM_PACKAGES is not there. Always empty away from Linux: Electron brings everything there.
 *
 * @param {{ purposes?: readonly SystemPackage['purpose'][], looks?: Partial<Looks> }} [options] by default all purposes
 * @returns {SystemPackage[]}
 */
export function missingSystemPackages({ purposes, looks = {} } = {}) {
  const { platform, has } = { ...thisMachine(), ...looks }
  if (platform !== 'linux') return []
  return SYSTEM_PACKAGES.filter(
    (wanted) => (purposes === undefined || purposes.includes(wanted.purpose)) && !has(wanted),
  )
}

/**
 * Installs what is missing on Debian and its relatives as root. Elsewhere nothing is changed and `command` is what to run (with
 * apt but without root), or null with `message` naming the libraries and programs (without apt).
 *
 * @param {{ log?: (line: string) => void, purposes?: readonly SystemPackage['purpose'][], looks?: Partial<Looks> }} [options]
 * @returns {Promise<{ installed: boolean, command: string | null, message: string }>} `installed`: nothing is missing any more
 */
export async function installSystemPackages({ log = toStderr, purposes, looks = {} } = {}) {
  const machine = { ...thisMachine(), ...looks }
  const missing = missingSystemPackages({ ...(purposes === undefined ? {} : { purposes }), looks: machine })
  if (missing.length === 0) return { installed: true, command: null, message: 'all system packages are there' }
  if (!machine.hasApt) {
    const names = missing.map(({ kind, name }) => `${kind} ${name}`).join(', ')
    return {
      installed: false,
      command: null,
      message: `Install these with the package manager of this system: ${names}.`,
    }
  }
  const install = ['install', '-y', '--no-install-recommends']
  if (!machine.isRoot) {
    const command = `sudo apt-get update && sudo apt-get ${[...install, ...packageNames(missing, machine)].join(' ')}`
    return { installed: false, command, message: `Missing system packages. Run: ${command}` }
  }
  log('reading the package lists')
  const updated = await machine.apt(['update', '-q'], log)
  if (updated.code !== 0) log(`the package lists could not be renewed: ${lastWords(updated)}`)
  const names = packageNames(missing, machine)
  const command = `apt-get update && apt-get ${[...install, ...names].join(' ')}`
  log(`installing ${names.join(', ')}`)
  const finished = await machine.apt([...install, ...names], log)
  const left = missingSystemPackages({ ...(purposes === undefined ? {} : { purposes }), looks: machine })
  if (left.length === 0) return { installed: true, command: null, message: `installed ${names.join(', ')}` }
  return {
    installed: false,
    command,
    message: `System packages could not be installed. Run: ${command}\n${lastWords(finished)}`,
  }
}

/** @param {readonly SystemPackage[]} missing @param {Pick<Looks, 'known'>} machine */
function packageNames(missing, { known }) {
  return missing.map(({ packages }) => packages.find(known) ?? packages[0] ?? '').filter((name) => name !== '')
}

/** @returns {Looks} */
function thisMachine() {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasApt: process.platform === 'linux' && onPath('apt-get'),
    has: ({ kind, name }) => (kind === 'program' ? onPath(name) : kind === 'font' ? hasFont(name) : hasLibrary(name)),
    known: (name) => succeeds('apt-cache', ['show', name]),
    apt: (args, log) =>
      run('apt-get', args, {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
        timeoutMs: 20 * 60_000,
        doing: 'installing system packages',
        log,
      }),
  }
}

/** @param {string} program */
function onPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((dir) => {
    try {
      accessSync(join(dir, program), constants.X_OK)
      return dir !== ''
    } catch {
      return false
    }
  })
}

/** @param {string} name */
function hasLibrary(name) {
  const roots = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/local/lib']
  const places = roots.flatMap((root) => [
    root,
    ...listed(root)
      .filter((dir) => /-linux-/.test(dir))
      .map((dir) => join(root, dir)),
  ])
  const inPath = (process.env['LD_LIBRARY_PATH'] ?? '').split(':').filter((dir) => dir !== '')
  return [...places, ...inPath].some((dir) => existsSync(join(dir, name)))
}

/** Any font of that family; Debian and others use different folders. @param {string} name */
function hasFont(name) {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some((root) => contains(root, name, 4))
}

/** @param {string} dir @param {string} name @param {number} depth @returns {boolean} */
function contains(dir, name, depth) {
  const names = listed(dir)
  if (names.some((file) => file.startsWith(name))) return true
  return depth > 0 && names.some((child) => !child.includes('.') && contains(join(dir, child), name, depth - 1))
}

/** @param {string} dir */
function listed(dir) {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}

/** @param {string} command @param {string[]} args */
function succeeds(command, args) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    return true
  } catch {
    return false
  }
}

/** @param {string} line */
function toStderr(line) {
  process.stderr.write(`system packages: ${line}\n`)
}
