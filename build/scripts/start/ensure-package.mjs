import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, projectNode } from '../paths.mjs'
import { run, say } from '../run-step.mjs'

const stampFile = inRoot('dist', '.built-from')
const sources = [
  'domain',
  'contract',
  'parcel',
  'db',
  'electron',
  'renderer',
  'build',
  'package-lock.json',
  'electron-builder.yml',
  'tsconfig.base.json',
]

/** Builds and packages the application when a source changed since the last time. Returns the path of its binary. */
export const ensurePackage = async () => {
  const { packagedApp } = await import('../../package/package-app.mjs')
  const { binary } = packagedApp('release')
  const stamp = fingerprint()
  if (existsSync(binary) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return binary
  say('Building and packaging the application, about half a minute …')
  const code = await run(projectNode(), [inRoot('build', 'package', 'package.mjs')], { timeoutMs: 300_000 })
  if (code !== 0) throw new Error('The application could not be packaged; the reason is above.')
  writeFileSync(stampFile, stamp)
  return binary
}

/** Changes with the path, size or time of any source file: reading them all would cost more than it saves. */
const fingerprint = () => {
  const hash = createHash('sha256')
  const add = (path) => {
    const stats = statSync(path)
    if (stats.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`)
  }
  for (const source of sources) add(inRoot(source))
  return hash.digest('hex')
}
