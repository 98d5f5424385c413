import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LogFields, createHostLog, errorFields } from './host-log.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yichuang-log-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))
const logged = () => readFile(join(dir, 'logs', 'host.log'), 'utf8')

describe('the log of the host', () => {
  it('holds one JSON object a line', async () => {
    const log = createHostLog({ dir, now: () => 1000 })
    log.write('info', 'store.opened', { version: '0.1.0', ms: 12.4 })
    log.write('error', 'sync.failed', { code: 'unreachable', count: 3 })
    expect(
      (await logged())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { time: 1000, level: 'info', event: 'store.opened', version: '0.1.0', ms: 12 },
      { time: 1000, level: 'error', event: 'sync.failed', code: 'unreachable', count: 3 },
    ])
  })

  it('drops fields that are not on the list and makes text of persons unreadable', async () => {
    const log = createHostLog({ dir, now: () => 1 })
    const fields: LogFields & { readonly name: string } = { code: '孙建国 990000199001010017', name: '孙建国' }
    log.write('info', '办件 13800002046', fields)
    const text = await logged()
    expect(text).not.toMatch(/孙|建|国|\d{7,}/)
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['time', 'level', 'event', 'code'])
  })

  it('turns over by size and keeps a few full files', async () => {
    const log = createHostLog({ dir, now: () => 1, maxBytes: 300, keep: 2 })
    for (let n = 0; n < 40; n += 1) log.write('info', 'store.idle', { count: n })
    expect((await readdir(join(dir, 'logs'))).sort()).toEqual(['host.1.log', 'host.2.log', 'host.log'])
    const newest = (await logged()).trim().split('\n').at(-1) ?? ''
    expect(JSON.parse(newest)).toMatchObject({ count: 39 })
    for (const name of await readdir(join(dir, 'logs')))
      expect((await readFile(join(dir, 'logs', name))).length).toBeLessThanOrEqual(300)
  })

  it('that cannot be written stops nothing', async () => {
    await writeFile(join(dir, 'logs'), 'a file where the folder belongs')
    expect(() => createHostLog({ dir, now: () => 1 }).write('info', 'store.opened')).not.toThrow()
  })
})

describe('an error in the log', () => {
  it('shows its class, code and place, never its message', () => {
    const error = Object.assign(new TypeError('张三 990000199001010017'), { code: 'SQLITE_FULL' })
    const fields = errorFields(error)
    expect(fields).toMatchObject({ error: 'TypeError', code: 'SQLITE_FULL' })
    expect(fields.place).toMatch(/^host-log\.test\.ts:\d+$/)
    expect(JSON.stringify(fields)).not.toContain('张三')
  })

  it('that is no error shows its type', () => {
    expect(errorFields('张三')).toEqual({ error: 'string' })
  })
})
