import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { run, say } from './run-step.mjs'

/** Written by us after `npm ci`, into the folder that `npm ci` empties. */
const markerOf = (folder) => join(folder, 'node_modules', '.yichuang-installed')

/** By its content and not by its time: a checkout writes files anew that have not changed. Line ends are Git's choice on Windows. */
const lockHash = (folder) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json'), 'utf8').replaceAll('\r\n', '\n'))
    .digest('hex')

/**
 * Why packages have to be installed, as a sentence; null when node_modules was installed from the lockfile that is here now.
 *
 * @param {string} folder the project's
 */
export const whyInstall = (folder) => {
  if (!existsSync(join(folder, 'node_modules'))) return 'no packages are installed yet'
  const marker = markerOf(folder)
  if (!existsSync(marker)) return 'the packages were not installed by this script, or not to the end'
  return readFileSync(marker, 'utf8') === lockHash(folder)
    ? null
    : 'package-lock.json has changed since the packages were installed'
}

/** `npm ci`, whose command has another name on Windows and needs a shell there. */
const npmCi = () => {
  const windows = process.platform === 'win32'
  return run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: windows })
}

/**
 * `npm ci` when node_modules is missing or belongs to another lockfile, as after a pull; says why. Returns the exit code.
 *
 * @param {{ folder?: string, install?: () => Promise<number>, tell?: (line: string) => void }} [options]
 */
export const ensureDependencies = async ({ folder = root, install = npmCi, tell = say } = {}) => {
  const why = whyInstall(folder)
  if (why === null) return 0
  tell(`Installing the packages of package-lock.json (npm ci), about half a minute: ${why} …`)
  const code = await install()
  if (code !== 0) {
    tell('npm ci failed. Check that the npm registry can be reached, then run the same command again.')
    return code
  }
  writeFileSync(markerOf(folder), lockHash(folder))
  return 0
}
