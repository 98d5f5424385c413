import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cached } from './cache.mjs'
import { ElectronRuntimeError } from './errors.mjs'
import { lastWords, run } from './run.mjs'

const NODE_API = 8
/** The first Electron whose Node speaks Node-API 10, which the SQLite package's own prebuild asks for. */
const FIRST_MAJOR_WITH_PREBUILD = 35
const SHIM = fileURLToPath(new URL('napi-reference-shim.h', import.meta.url))
const TRIAL = fileURLToPath(new URL('native-addon-trial.cjs', import.meta.url))
const COMMON_FLAGS = ['-c', '-O3', '-fPIC', '-DNDEBUG', '-fvisibility=hidden', '-w']
const C_FLAGS = [...COMMON_FLAGS, '-std=c99']
const CXX_FLAGS = [
  ...COMMON_FLAGS,
  '-std=c++20',
  '-fvisibility-inlines-hidden',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  `-DNAPI_VERSION=${NODE_API}`,
  '-include',
  SHIM,
]
const LINK_FLAGS = ['-shared', '-Wl,-Bsymbolic', '-ldl', '-lpthread']

/**
 * Whether the SQLite package's own prebuild is too new for this Electron.
 *
 * @param {string} electronVersion e.g. `25.1.1`
 */
export function needsOwnAddon(electronVersion) {
  return Number.parseInt(electronVersion, 10) < FIRST_MAJOR_WITH_PREBUILD
}

/**
 * The SQLite addon compiled for Node-API 8 from the source in node_modules (first time: about 70 s), for runtimes that are
 * too old for the prebuild. It also loads in every newer Node. Only Node-API is used, so its header package and the system's
 * compiler are enough: no node-gyp, no Python, no header download.
 *
 * @param {string} projectDir
 * @param {string} cacheDir
 * @param {{ log: (line: string) => void, env: Record<string, string | undefined>, platform: string, arch: string,
 *   compile?: typeof compileAddon }} options
 * @returns {Promise<string>} the .node file, absolute
 * @throws {ElectronRuntimeError} compiler-missing, compile-failed, disk-full
 */
export async function nativeAddon(projectDir, cacheDir, { log, env, platform, arch, compile = compileAddon }) {
  const modules = join(projectDir, 'node_modules')
  const dir = join(cacheDir, 'native', `better-sqlite3-${await cacheKey(modules)}-${platform}-${arch}`)
  await cached(dir, (folder) => compile(modules, folder, { log, env }), { log })
  return join(dir, 'better_sqlite3.node')
}

/** Everything the result depends on: the packages' versions, the shim and the flags. @param {string} modules */
async function cacheKey(modules) {
  const versions = await Promise.all(
    ['better-sqlite3', 'node-addon-api', 'node-api-headers'].map(
      async (name) => JSON.parse(await readFile(join(modules, name, 'package.json'), 'utf8')).version,
    ),
  )
  const recipe = [
    ...versions,
    await readFile(SHIM, 'utf8'),
    C_FLAGS,
    CXX_FLAGS.filter((flag) => flag !== SHIM),
    LINK_FLAGS,
  ]
  const hash = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 12)
  return `${versions[0]}-napi${NODE_API}-${hash}`
}

/**
 * Two compilers at a time: the machine may be small. Leaves only the tried-out addon in `folder`.
 *
 * @param {string} modules
 * @param {string} folder
 * @param {{ log: (line: string) => void, env: Record<string, string | undefined> }} options
 */
async function compileAddon(modules, folder, { log, env }) {
  const sqlite = join(modules, 'better-sqlite3')
  const include = ['node-api-headers/include', 'node-addon-api', 'better-sqlite3/deps/sqlite3'].map(
    (path) => `-I${join(modules, path)}`,
  )
  const [c, cxx] = [env['CC'] || 'gcc', env['CXX'] || 'g++']
  const sqliteObject = join(folder, 'sqlite3.o')
  const addonObject = join(folder, 'better_sqlite3.o')
  const addon = join(folder, 'better_sqlite3.node')
  log('compiling SQLite for this Electron (about a minute, only this once)')
  await Promise.all([
    tool(
      c,
      [...C_FLAGS, ...(await sqliteDefines(sqlite)), join(sqlite, 'deps/sqlite3/sqlite3.c'), '-o', sqliteObject],
      log,
    ),
    tool(cxx, [...CXX_FLAGS, ...include, join(sqlite, 'src/better_sqlite3.cpp'), '-o', addonObject]),
  ])
  await tool(cxx, [sqliteObject, addonObject, ...LINK_FLAGS, '-o', addon])
  const trial = await run(process.execPath, [TRIAL, sqlite, addon])
  if (trial.code !== 0 || !existsSync(addon)) throw compileFailed('the compiled addon does not work', trial)
  await rm(sqliteObject)
  await rm(addonObject)
}

/** The compile-time options the package itself builds SQLite with. @param {string} sqlite */
async function sqliteDefines(sqlite) {
  const text = await readFile(join(sqlite, 'deps', 'defines.gypi'), 'utf8')
  const defines = [...text.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map(([, define]) => `-D${define}`)
  if (!defines.includes('-DSQLITE_ENABLE_FTS5'))
    throw new Error('better-sqlite3/deps/defines.gypi has another form than expected')
  return defines
}

/** @param {string} command @param {string[]} args @param {(line: string) => void} [log] for work that takes long */
async function tool(command, args, log) {
  const finished = await run(command, args, {
    timeoutMs: 15 * 60_000,
    ...(log === undefined ? {} : { doing: 'compiling SQLite', log }),
  }).catch((error) => {
    if (error.code !== 'ENOENT') throw error
    throw new ElectronRuntimeError(
      'compiler-missing',
      `SQLite has to be compiled for this Electron, but there is no ${command}. Install a C++ compiler ` +
        '(Debian: apt-get install -y --no-install-recommends g++) and run again.',
    )
  })
  if (/No space left/.test(finished.stderr)) throw Object.assign(new Error(finished.stderr), { code: 'ENOSPC' })
  if (finished.code !== 0) throw compileFailed(`${command} ended with ${finished.code ?? finished.signal}`, finished)
}

/** @param {string} what @param {import('./run.mjs').Finished} finished */
function compileFailed(what, finished) {
  return new ElectronRuntimeError(
    'compile-failed',
    `SQLite could not be compiled for this Electron: ${what}. A C++20 compiler (g++ 11 or later) is needed; CC and CXX choose ` +
      `another one.\n${lastWords(finished)}`,
  )
}
