import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cached, cacheRoot } from './cache.mjs'
import { temporaryFolder } from './temporary-folder.test-support.mjs'

it('each platform has its own cache folder, of the user', () => {
  const home = join('/', 'home', 'clerk')
  const root = (platform, env) => cacheRoot({ platform, env, home })
  expect(root('linux', {})).toBe(join(home, '.cache', 'yichuang'))
  expect(root('linux', { XDG_CACHE_HOME: join('/', 'big') })).toBe(join('/', 'big', 'yichuang'))
  expect(root('darwin', {})).toBe(join(home, 'Library', 'Caches', 'yichuang'))
  expect(root('win32', { LOCALAPPDATA: join('/', 'local') })).toBe(join('/', 'local', 'yichuang', 'cache'))
})

it('two at once fill an entry once', async () => {
  const dir = join(temporaryFolder(), 'entry')
  let fills = 0
  const fill = async (folder) => {
    fills += 1
    writeFileSync(join(folder, 'file'), '')
  }
  await Promise.all([cached(dir, fill), cached(dir, fill)])
  expect(fills).toBe(1)
  expect(readdirSync(dir)).toEqual(['file'])
})

it('a failed filling leaves nothing, not even a lock', async () => {
  const parent = temporaryFolder()
  const fill = async (folder) => {
    writeFileSync(join(folder, 'half'), '')
    throw new Error('broken off')
  }
  await expect(cached(join(parent, 'entry'), fill)).rejects.toThrow('broken off')
  expect(readdirSync(parent)).toEqual([])
})

it('what a killed run left behind is removed', async () => {
  const parent = temporaryFolder()
  mkdirSync(join(parent, 'entry.tmp-of-a-killed-run'))
  await cached(join(parent, 'entry'), async () => undefined)
  expect(readdirSync(parent)).toEqual(['entry'])
  expect(existsSync(join(parent, 'entry'))).toBe(true)
})
