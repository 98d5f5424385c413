import { existsSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lastWords, run } from './run.mjs'

const PROBE_MS = 4_000
const INSTALL_MS = 15 * 60_000
const REMEMBER_UNREACHABLE_MS = 24 * 60 * 60_000

/**
 * The official runtime as the `electron` package's own installer leaves it, or null when it is not (completely) installed.
 *
 * @param {string} projectDir
 * @returns {Promise<{ dist: string, version: string } | null>}
 */
export async function installedElectron(projectDir) {
  const folder = join(projectDir, 'node_modules', 'electron')
  try {
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const binary = await readFile(join(folder, 'path.txt'), 'utf8') // written last by the installer
    const found = (await readFile(join(folder, 'dist', 'version'), 'utf8')).trim().replace(/^v/, '')
    const dist = join(folder, 'dist')
    return found === version && existsSync(join(dist, binary)) ? { dist, version } : null
  } catch {
    return null
  }
}

/**
 * Tries the official download with the package's own installer (its checksums, mirror and proxy settings). Answers null, and
 * never hangs, when its host cannot be reached: a HEAD request with a four-second limit asks first, and a refusal is
 * remembered for a day so that a later start is not slowed down by it.
 *
 * @param {string} projectDir
 * @param {string} cacheDir
 * @param {{ log: (line: string) => void, env: Record<string, string | undefined>, fetch?: typeof globalThis.fetch,
 *   install?: typeof runInstaller }} options
 * @returns {Promise<{ dist: string, version: string } | null>}
 */
export async function downloadElectron(
  projectDir,
  cacheDir,
  { log, env, fetch = globalThis.fetch, install = runInstaller },
) {
  const folder = join(projectDir, 'node_modules', 'electron')
  if (!existsSync(join(folder, 'install.js'))) return null
  const memory = join(cacheDir, 'electron', 'official-unreachable')
  if (await isRecent(memory)) return null
  // Through a proxy only the installer knows the way, so it is simply tried.
  const reachable = env['ELECTRON_GET_USE_PROXY'] !== undefined || (await answers(await releaseUrl(folder, env), fetch))
  if (reachable) {
    log('downloading the official Electron (about 110 MB, only this once)')
    const finished = await install(folder, log)
    const installed = finished.code === 0 ? await installedElectron(projectDir) : null
    if (installed !== null) return installed
    log(`the official download failed: ${lastWords(finished)}`)
  } else {
    log('the official Electron download cannot be reached from here')
  }
  await mkdir(dirname(memory), { recursive: true })
  await writeFile(memory, 'Delete this file to try the official Electron download again at once.\n')
  return null
}

/**
 * The archive the installer would ask for: on Electron's own host or on a mirror when one is set.
 *
 * @param {string} folder
 * @param {Record<string, string | undefined>} env
 */
async function releaseUrl(folder, env) {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const mirror = env['npm_config_electron_mirror'] ?? env['ELECTRON_MIRROR']
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/'
  return `${base}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

/**
 * Whether the host answers at all; what it answers is the installer's business.
 *
 * @param {string} url
 * @param {typeof globalThis.fetch} fetch
 */
async function answers(url, fetch) {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    return response.status < 500
  } catch {
    return false
  }
}

/** @param {string} file */
async function isRecent(file) {
  const written = await stat(file).then(
    (stats) => stats.mtimeMs,
    () => 0,
  )
  return Date.now() - written < REMEMBER_UNREACHABLE_MS
}

/** @param {string} folder @param {(line: string) => void} log */
async function runInstaller(folder, log) {
  // The installer needs Node 22; the project's own Node is beside it, whatever started this script.
  const own = join(folder, '..', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return run(existsSync(own) ? own : process.execPath, [join(folder, 'install.js')], {
    timeoutMs: INSTALL_MS,
    doing: 'downloading the official Electron',
    log,
  })
}
