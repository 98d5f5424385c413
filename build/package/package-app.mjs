import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveElectronRuntime } from '../electron-runtime/resolve.mjs'
import { lastWords, run } from '../electron-runtime/run.mjs'

const PROJECT_DIR = fileURLToPath(new URL('../../', import.meta.url))
const BUILT = ['out/main/start.cjs', 'out/preload/start.cjs', 'out/host/start.cjs', 'out/renderer/index.html']
const CONFIG = { release: 'electron-builder.yml', test: 'electron-builder.test.yml' }
const OUTPUT = { release: 'dist', test: 'dist/test' }

/** The application could not be packaged; `message` says what to do. */
export class PackageError extends Error {}

/**
 * Builds `out/` and packs it into a folder with an Electron of its own.
 *
 * @param {{ variant: 'release' | 'test', build?: boolean, log?: (line: string) => void }} options `release` has every fuse as shipped,
 *   `test` lets Playwright's `_electron` in; `build: false` takes `out/` as it is
 * @returns {Promise<{ folder: string, binary: string, electron: string, source: string }>} absolute paths, Electron's version and
 *   where it came from
 * @throws {PackageError}
 * @throws {import('../electron-runtime/errors.mjs').ElectronRuntimeError}
 */
export async function packageApp({ variant, build = true, log = toStderr }) {
  const runtime = await resolveElectronRuntime({ log })
  if (build) await buildOut(log)
  const absent = BUILT.filter((file) => !existsSync(join(PROJECT_DIR, file)))
  if (absent.length > 0) throw new PackageError(`The build left no ${absent.join(', ')}. Run: npm run build`)
  const work = await mkdtemp(join(tmpdir(), 'yichuang-package-'))
  try {
    const config = join(work, 'electron-builder.json')
    await writeFile(config, JSON.stringify(configFor(variant, runtime)))
    log(`packaging with Electron ${runtime.version} (${runtime.source})`)
    if (runtime.source === 'registry')
      log('this is the fallback runtime: the package is for development and tests, never to be given away')
    await builder(['--dir', '--config', config], log)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return { ...packagedApp(variant), electron: runtime.version, source: runtime.source }
}

/**
 * Where `packageApp` leaves the application of this platform.
 *
 * @param {'release' | 'test'} variant
 */
export function packagedApp(variant) {
  const output = join(PROJECT_DIR, OUTPUT[variant])
  if (process.platform === 'win32') return folderWith(join(output, 'win-unpacked'), 'Yichuang.exe')
  if (process.platform === 'linux') {
    return folderWith(
      join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`),
      'yichuang',
    )
  }
  throw new PackageError(`The application is packaged on Windows and Linux; this is ${process.platform}.`)
}

/** @param {string} folder @param {string} name */
function folderWith(folder, name) {
  return { folder, binary: join(folder, name) }
}

/**
 * What depends on the runtime: laid over the chosen configuration file.
 *
 * @param {'release' | 'test'} variant
 * @param {import('../electron-runtime/resolve.mjs').ElectronRuntime} runtime
 */
function configFor(variant, { dist, version, nativeBinding }) {
  const addon = { from: nativeBinding, to: 'native/better_sqlite3.node' }
  return {
    extends: join(PROJECT_DIR, CONFIG[variant]),
    electronDist: dist,
    electronVersion: version,
    ...(nativeBinding === null ? {} : { extraResources: [addon] }),
  }
}

/** @param {(line: string) => void} log */
async function buildOut(log) {
  const script = join(PROJECT_DIR, 'build', 'vite', 'build.mjs')
  if (!existsSync(script)) throw new PackageError('build/vite/build.mjs is missing: there is nothing to package.')
  const finished = await run(process.execPath, [script], { cwd: PROJECT_DIR, doing: 'building', log })
  if (finished.code !== 0) throw new PackageError(`The build failed:\n${lastWords(finished)}`)
}

/** @param {string[]} args @param {(line: string) => void} log */
async function builder(args, log) {
  const cli = join(PROJECT_DIR, 'node_modules', 'electron-builder', 'cli.js')
  const finished = await run(process.execPath, [cli, ...args, '--publish', 'never'], {
    cwd: PROJECT_DIR,
    doing: 'packaging',
    log,
  })
  if (finished.code !== 0) throw new PackageError(`electron-builder failed:\n${lastWords(finished)}`)
}

/** @param {string} line */
function toStderr(line) {
  process.stderr.write(`package: ${line}\n`)
}
