import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { importCatalogue } from './import-catalogue.ts'

let dir = ''
let host: TestHost
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yichuang-import-'))
  host = makeTestHost({ items: [] })
})
afterEach(async () => {
  await host.remove()
  await rm(dir, { recursive: true, force: true })
})

const take = async (path: string) => {
  const imported = await importCatalogue(host.stamps, path)
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  const { rejected, unused: _unused, warnings: _warnings, ...counts } = imported.value
  return { counts, rejected: rejected.map(({ row, problems }) => [row, problems[0]?.code]) }
}
const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name)
const rows = async (...list: readonly unknown[]) => {
  const path = join(dir, 'list.json')
  await writeFile(path, JSON.stringify(list))
  return path
}
const items = () => host.services.store.read.reference.items()
const operations = () => host.services.store.read.log.count()
const item = { name: '取水许可', kind: '行政许可', organ: '县水务局' }

describe('importing the published lists', { timeout: 30_000 }, () => {
  it('takes in all 1,117 names, and the same file again changes nothing', async () => {
    const all = { read: 1117, imported: 1117, added: 1117, changed: 0, unchanged: 0 }
    expect(await take(fixture('catalogue-names.json'))).toEqual({ counts: all, rejected: [] })
    expect(items()).toHaveLength(1117)
    const before = operations()
    expect(await take(fixture('catalogue-names.json'))).toEqual({
      counts: { ...all, added: 0, unchanged: 1117 },
      rejected: [],
    })
    expect(operations()).toBe(before)
  })

  it('[SRV-42] counts what the guides taken in lack or contradict, and refuses nothing for it', async () => {
    const steps = [{ name: '审批', limit_days: 15 }]
    const path = await rows(
      { ...item, promised_days: 10, steps },
      { ...item, organ: '市水务局', legal_basis: ['《水法》'] },
    )
    const imported = await importCatalogue(host.stamps, path)
    expect(imported).toMatchObject({
      ok: true,
      value: {
        imported: 2,
        warnings: [
          { code: 'steps_over_promise', items: 1 },
          { code: 'basis_missing', items: 1 },
          { code: 'materials_missing', items: 2 },
        ],
      },
    })
  })

  it('adds the guides of the other list to the items of the same code, and the names do not wipe them out', async () => {
    await take(fixture('catalogue-names.json'))
    expect(await take(fixture('catalogue.json'))).toEqual({
      counts: { read: 105, imported: 105, added: 64, changed: 41, unchanged: 0 },
      rejected: [],
    })
    const guided = items().filter(({ version }) => version === 2)
    expect(guided).toHaveLength(41)
    expect(items()).toHaveLength(1117 + 64)
    expect(await take(fixture('catalogue-names.json'))).toMatchObject({
      counts: { added: 0, changed: 0, unchanged: 1117 },
    })
    expect(await take(fixture('catalogue.json'))).toMatchObject({ counts: { added: 0, changed: 0, unchanged: 105 } })
  })
})

describe('importing', () => {
  it('takes in the good rows and names the three bad ones', async () => {
    const path = await rows(
      { ...item, code: 'A-1' },
      { ...item, code: 'A-2', organ: '' },
      { ...item, code: 'A-3', promised_days: 30, statutory_days: 20 },
      { ...item, code: 'A-4' },
      { ...item, code: 'a-1' },
    )
    expect(await take(path)).toEqual({
      counts: { read: 5, imported: 2, added: 2, changed: 0, unchanged: 0 },
      rejected: [
        [2, 'missing'],
        [3, 'promised_over_statutory'],
        [5, 'duplicate_code'],
      ],
    })
    expect(items().map(({ code }) => code)).toEqual(expect.arrayContaining(['A-1', 'A-4']))
  })

  it('makes the next version of an item whose content changed, as an operation of the system', async () => {
    await take(await rows({ ...item, code: 'A-1' }))
    await take(await rows({ ...item, code: 'A-1', promised_days: 5 }))
    const [stored] = items()
    expect(stored).toMatchObject({ version: 2, promisedDays: 5 })
    const [first, second] = host.services.store.read.log.ofEntity(`item:${stored?.id ?? ''}`)
    expect(JSON.parse(first?.canon ?? '')).toMatchObject({ kind: 'item.publish', actor: 'system', session: null })
    expect(JSON.parse(second?.canon ?? '')).toMatchObject({ data: { version: 2 } })
  })

  it('gives an item without id the same id on every device', async () => {
    await take(await rows({ ...item, code: 'A-1' }, { ...item, name: '结婚登记' }))
    const before = items().map(({ id }) => id)
    await host.remove()
    host = makeTestHost({ items: [] })
    await take(await rows({ ...item, name: '结婚登记' }, { ...item, code: 'A-1' }))
    expect(items().map(({ id }) => id)).toEqual(before)
  })

  it('refuses a row whose id and code belong to two items, and two rows of one item', async () => {
    await take(await rows({ ...item, id: 'X', code: 'A-1' }, { ...item, id: 'Y', code: 'A-2' }))
    expect(await take(await rows({ ...item, id: 'X', code: 'A-2' }))).toMatchObject({
      rejected: [[1, 'code_of_other_item']],
    })
    expect(await take(await rows({ ...item, id: 'Y' }, { ...item, code: 'A-2' }))).toMatchObject({
      counts: { unchanged: 1 },
      rejected: [[2, 'duplicate_id']],
    })
  })

  it('refuses an item too large to travel', async () => {
    const conditions = Array.from({ length: 30 }, () => '条'.repeat(1000))
    expect(await take(await rows({ ...item, conditions }, { ...item, name: '小' }))).toMatchObject({
      counts: { imported: 1 },
      rejected: [[1, 'item_too_large']],
    })
  })

  it('of a file that cannot be read changes nothing', async () => {
    const before = operations()
    const path = join(dir, 'list.xlsx')
    await copyFile(fixture('catalogue.json'), path)
    expect(await importCatalogue(host.stamps, path)).toEqual({ ok: false, error: { code: 'xlsx_broken', params: {} } })
    expect(operations()).toBe(before)
  })

  it('is refused on a device whose catalogue comes from its server', async () => {
    host.services.store.transact((writer) => writer.meta.set('server', 'https://center.example'))
    expect(await importCatalogue(host.stamps, fixture('catalogue.json'))).toEqual({
      ok: false,
      error: { code: 'catalogue_from_server', params: {} },
    })
  })
})
