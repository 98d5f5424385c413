import { existsSync, readFileSync, readdirSync, rmSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flipBit } from '../../../../db/journal/_testing.ts'
import { lockStore } from '../../../../db/lock.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const to = (): string => join(place.root, 'backup')
const backup = (...args: string[]) => run(['backup', '--dir', place.dir, '--to', to(), ...args])
const restore = (...args: string[]) => run(['restore', '--dir', place.dir, '--from', to(), ...args])
const segment = (): string => {
  const dir = join(place.dir, 'desk.journal')
  return join(dir, readdirSync(dir)[0] ?? '')
}

describe('backup', { timeout: 30_000 }, () => {
  it('[JRN-15] makes a copy that another folder can be made from', async () => {
    expect(await backup()).toMatchObject({ code: 0, out: expect.stringContaining('操作 2 条') })
    if (process.platform !== 'win32') expect(statSync(join(to(), 'desk.db')).mode & 0o777).toBe(0o600)
    const elsewhere = join(place.root, 'elsewhere')
    expect(await run(['restore', '--dir', elsewhere, '--from', to()])).toMatchObject({ code: 0 })
    expect(await run(['verify', '--dir', elsewhere])).toMatchObject({
      code: 0,
      out: expect.stringContaining('操作 2 条'),
    })
  })

  it('[JRN-15] warns where the key lies open, and takes no folder that holds something', async () => {
    expect((await backup('--json')).said).toContain('store.key')
    const before = place.onDisk()
    expect(await backup()).toMatchObject({ code: 2, said: expect.stringContaining('已经有本地库') })
    expect(place.onDisk()).toEqual(before)
  })
})

describe('restore', { timeout: 30_000 }, () => {
  it('[JRN-15] loses nothing that was done since, and keeps the files that were there', async () => {
    await backup()
    const before = readFileSync(join(place.dir, 'desk.db'))
    const { code, out } = await restore('--json')
    expect(code).toBe(0)
    const { rebuilt } = JSON.parse(out) as { rebuilt: { aside: string; copy: string; gap: boolean } }
    expect(rebuilt).toMatchObject({ copy: 'desk.db', gap: false })
    expect(readFileSync(join(place.dir, 'damaged', rebuilt.aside, 'desk.db')).equals(before)).toBe(true)
    expect((await run(['verify', '--dir', place.dir])).code).toBe(0)
  })

  it('[JRN-15] refuses a store in use, a damaged copy, a foreign one and what is none; nothing is changed', async () => {
    await backup()
    const copy = join(to(), 'desk.db')
    const sound = readFileSync(copy)
    const lock = lockStore(join(place.dir, 'desk.lock'), null)
    expect(await restore()).toMatchObject({ code: 1, said: expect.stringContaining('正被另一个程序使用') })
    lock.release()
    const before = place.onDisk().filter((line) => !line.startsWith(to()))
    flipBit(copy, sound.length - 2000)
    expect(await restore()).toMatchObject({ code: 1, said: expect.stringContaining('已损坏') })
    rmSync(to(), { recursive: true })
    expect(await restore()).toMatchObject({ code: 2, said: expect.stringContaining('没有备份') })
    const other = join(place.root, 'other')
    await run(['init', '--dir', other])
    await run(['backup', '--dir', other, '--to', to()])
    expect((await restore()).code).not.toBe(0)
    expect(place.onDisk().filter((line) => !line.startsWith(to()) && !line.startsWith(other))).toEqual(before)
    expect((await run(['verify', '--dir', place.dir])).code).toBe(0)
  })
})

describe('verify', { timeout: 30_000 }, () => {
  it('[JRN-14] names what is damaged in the journal, and mends nothing', async () => {
    flipBit(segment(), readFileSync(segment()).lastIndexOf('YJF1') + 100)
    const before = place.onDisk()
    expect(await run(['verify', '--dir', place.dir])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/日志副本有一段读不出：00000001\.seg[\s\S]*操作没有写进日志副本/),
    })
    expect(place.onDisk().filter((line) => line.includes('journal'))).toEqual(
      before.filter((line) => line.includes('journal')),
    )
  })

  it('[JRN-14] finds nothing wrong after the next opening has mended it', async () => {
    flipBit(segment(), readFileSync(segment()).lastIndexOf('YJF1') + 100)
    const empty = join(place.root, 'empty')
    expect((await run(['backup', '--dir', place.dir, '--to', empty])).code).toBe(0)
    expect(await run(['verify', '--dir', place.dir])).toMatchObject({ code: 0 })
    expect(existsSync(join(place.dir, 'damaged'))).toBe(true)
  })

  it('keeps the journal on another disk when it is told one, and says when that is not there', async () => {
    const other = join(place.root, 'disk')
    expect((await run(['verify', '--dir', place.dir], { YICHUANG_JOURNAL_DIR: other })).code).toBe(1)
    mkdirSync(other)
    const env = { YICHUANG_JOURNAL_DIR: other }
    expect((await run(['backup', '--dir', place.dir, '--to', to()], env)).code).toBe(0)
    expect(readdirSync(join(other, readdirSync(other)[0] ?? ''))).toEqual(['00000001.seg'])
    expect((await run(['verify', '--dir', place.dir], env)).code).toBe(0)
  })
})
