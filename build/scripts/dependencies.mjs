import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { run, say } from './run-step.mjs'

const marker = inRoot('node_modules', '.yichuang-installed')

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex')

/** True when node_modules was installed from the lockfile that is here now. */
export const dependenciesAreCurrent = () => existsSync(marker) && readFileSync(marker, 'utf8') === lockHash()

/** `npm ci` when node_modules is missing or belongs to another lockfile. Returns the exit code. */
export const ensureDependencies = async () => {
  if (dependenciesAreCurrent()) return 0
  say('Installing the packages of package-lock.json (npm ci), about half a minute …')
  const windows = process.platform === 'win32'
  const code = await run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: windows,
  })
  if (code !== 0) {
    say('npm ci failed. Check that the npm registry can be reached, then run the same command again.')
    return code
  }
  writeFileSync(marker, lockHash())
  return 0
}
