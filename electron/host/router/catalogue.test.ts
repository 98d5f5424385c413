import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aContent, aReview } from '../../../domain/record/publication/_testing.ts'
import type { PublicationAct } from '../../../domain/record/publication/publication-act.ts'
import { day } from '../../../domain/register/_testing.ts'
import { type TestHost, aStaff, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { lastOf } from './_testing.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost({
    staff: [
      aStaff(),
      aStaff({ id: 'S05', login: 'he.min', name: '何敏', role: 'disclosure_officer' }),
      aStaff({ id: 'S02', login: 'li.ming', name: '李明', role: 'reviewer' }),
    ],
  })
  await signIn(host, 'he.min')
})
afterEach(() => host.remove())

const perform = async (act: PublicationAct, recordId = host.stamps.newId(), base = 0) => {
  const done = await host.client.records.perform(toMutable({ recordId, base, act }))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}
const draft = (indexNo: string, more = {}): PublicationAct => ({
  kind: 'publication.draft',
  indexNo,
  template: null,
  origin: { kind: 'own' },
  content: aContent(more),
})
const board = async () => lastOf(await host.client.catalogue.board())
const columnOf = async (code: string) => (await board()).columns.find((each) => each.code === code)
const everything = { category: null, text: '', statuses: [], owedOnly: false, cursor: null, limit: 50 }
const take = (rows: readonly string[], how: 'look' | 'all' | 'good', name = 'a.csv') =>
  host.client.catalogue.import({
    name,
    take: how,
    content: Buffer.from(['栏目,名称,内容概述,发布机关,生成日期', ...rows].join('\n')).toString('base64'),
  })
const good = '20-07,部门预算,收支安排,青岚县财政局,2026-03-02'
const bad = '20-99,条目,说明,青岚县财政局,2026-03-02'

describe('the proactive catalogue', () => {
  it('[PUB-24] tells of every column what lies in it, when something last came and when it is owed again', async () => {
    expect(await columnOf('20-07')).toMatchObject({ entries: 0, lastOn: null, owedBy: null, stale: false })
    const { recordId } = await perform(draft('A-1', { madeOn: day('2026-11-20') }))
    await perform({ kind: 'publication.submit' }, recordId, 1)
    await signIn(host, 'li.ming')
    await perform({ kind: 'publication.clear', review: aReview({ reviewedOn: day('2026-11-23') }) }, recordId, 2)
    await signIn(host, 'he.min')
    const releases = [{ channel: 'site', place: '门户网站', publishedOn: day('2026-11-23') }] as const
    await perform({ kind: 'publication.release', releases, review: null, lateReason: null }, recordId, 3)
    expect(await columnOf('20-07')).toMatchObject({ published: 1, lastOn: '2026-11-23', owedBy: '2027-11-23', owed: 1 })
    expect(await columnOf('20')).toMatchObject({ entries: 1, level: 0, lowest: false })
  })

  it('[PUB-29] lists the entries of a column and of what lies below it, a page at a time', async () => {
    for (let n = 1; n <= 5; n += 1)
      await perform(draft(`A-${String(n)}`, { category: n % 2 === 0 ? '20-07' : '20-04' }))
    const first = await host.client.catalogue.list({ ...everything, category: '20-07', limit: 1 })
    expect(first.rows).toMatchObject([{ indexNo: 'A-4', duty: { kind: 'release' } }])
    const second = await host.client.catalogue.list({ ...everything, category: '20-07', limit: 1, cursor: first.next })
    expect(second.rows).toMatchObject([{ indexNo: 'A-2' }])
    expect((await host.client.catalogue.list({ ...everything, category: '20' })).rows).toHaveLength(5)
    expect((await host.client.catalogue.list({ ...everything, statuses: ['released'] })).rows).toEqual([])
    await expect(host.client.catalogue.list({ ...everything, cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  it('[PUB-27] numbers an entry by the template of its organ, else by one that needs no codes', async () => {
    const ask = { organ: '青岚县财政局', madeOn: day('2026-11-23'), template: null, codes: {} }
    expect(await host.client.catalogue.number(ask)).toEqual({
      ok: true,
      value: { indexNo: '990123-W03-2026-00001', template: '{area}-{device}-{year}-{serial:5}' },
    })
    const template = '{organ}/{year}-{serial:5}'
    expect(await host.client.catalogue.number({ ...ask, template })).toMatchObject({
      ok: false,
      error: { code: 'code_missing', part: 'organ' },
    })
    await perform({ ...draft('035210000/2026-00016'), template } as PublicationAct)
    expect(await host.client.catalogue.number(ask)).toMatchObject({ value: { indexNo: '035210000/2026-00017' } })
  })

  it('[PUB-28] a file with a wrong row changes nothing unless the person leaves it out; the same rows again change nothing', async () => {
    const looked = await lastOf(await take([good, bad], 'look'))
    expect(looked).toMatchObject({ ok: true, value: { read: 2, good: 1, added: 0, bad: [{ row: 3 }] } })
    expect(await lastOf(await take([good, bad], 'all'))).toMatchObject({ value: { added: 0, bad: [{ row: 3 }] } })
    expect((await host.client.catalogue.list(everything)).rows).toEqual([])
    expect(await lastOf(await take([good, bad], 'good'))).toMatchObject({ value: { added: 1 } })
    expect((await host.client.catalogue.list(everything)).rows).toMatchObject([
      { title: '部门预算', status: 'draft', indexNo: '990123-W03-2026-00001' },
    ])
    expect(await lastOf(await take([good, good], 'all'))).toMatchObject({
      value: { added: 0, unchanged: 1, bad: [{ row: 3, problems: [{ code: 'duplicate' }] }] },
    })
    expect(await lastOf(await take([good], 'all'))).toMatchObject({ value: { added: 0, unchanged: 1, bad: [] } })
    expect(await lastOf(await take([good], 'look', 'a.doc'))).toMatchObject({ error: { code: 'format_unknown' } })
  })

  it('[PUB-28] whoever may prepare no entry takes none in, and stopping in the middle keeps whole batches', async () => {
    await signIn(host, 'li.ming')
    expect(await lastOf(await take([good], 'all'))).toMatchObject({
      value: { added: 0, bad: [{ row: 2, problems: [{ code: 'refused' }] }] },
    })
    await signIn(host, 'he.min')
    const many = Array.from({ length: 120 }, (_, n) => good.replace('部门预算', `部门预算${String(n)}`))
    for await (const event of await take(many, 'all')) if (event.kind === 'progress' && event.done >= 50) break
    expect((await board()).columns.find(({ code }) => code === '20')?.entries).toBe(50)
    expect(await lastOf(await take(many, 'all'))).toMatchObject({ value: { unchanged: 50, added: 70 } })
  })

  it('[PUB-29] writes the catalogue as a workbook', async () => {
    await perform(draft('A-1'))
    const folder = join(host.dir, 'out')
    const { cursor: _cursor, limit: _limit, ...filter } = everything
    expect(await lastOf(await host.client.catalogue.save({ ...filter, folder }))).toMatchObject({ ok: true })
    expect(readdirSync(folder)[0]).toMatch(/主动公开目录\.xlsx$/u)
  })
})
