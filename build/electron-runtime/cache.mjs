import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { explainDiskFull } from './errors.mjs'
import { withLock } from './lock.mjs'

/**
 * The per-user cache folder of the project. Everything in it can be deleted at any time.
 *
 * @param {{ platform: string, env: Record<string, string | undefined>, home: string }} machine
 */
export function cacheRoot({ platform, env, home }) {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'yichuang', 'cache')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'yichuang')
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'yichuang')
}

/**
 * The cached folder `dir`, made by `fill` when it is not there. `fill` writes into a temporary folder beside it which is
 * renamed in one step, so a killed run never leaves a half-filled entry: the next run removes the rest and starts again.
 *
 * @param {string} dir
 * @param {(temporary: string) => Promise<void>} fill
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<string>} `dir`
 */
export async function cached(dir, fill, { log } = {}) {
  if (existsSync(dir)) return dir
  const parent = dirname(dir)
  const prefix = `${basename(dir)}.tmp-`
  return withLock(
    `${dir}.lock`,
    async () => {
      if (existsSync(dir)) return dir // another process made it while this one waited
      for (const name of await readdir(parent)) {
        if (name.startsWith(prefix)) await rm(join(parent, name), { recursive: true, force: true })
      }
      const temporary = join(parent, `${prefix}${randomUUID()}`)
      try {
        await mkdir(temporary)
        await fill(temporary)
        await rename(temporary, dir).catch((error) => {
          if (!existsSync(dir)) throw error // else: a second process was just as fast, its entry is as good
        })
        return dir
      } catch (error) {
        throw explainDiskFull(error, parent)
      } finally {
        await rm(temporary, { recursive: true, force: true })
      }
    },
    log === undefined ? {} : { log },
  )
}
