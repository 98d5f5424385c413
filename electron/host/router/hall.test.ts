import { afterEach, describe, expect, it } from 'vitest'
import { HallSchema } from '../../../contract/queries/hall.ts'
import { anItem } from '../../../domain/case/_testing.ts'
import type { PublicEntry } from '../../../domain/kiosk/public-entry.ts'
import { figureDays } from '../../../domain/kiosk/public-figures.ts'
import { aPower } from '../../../domain/record/register/_testing.ts'
import { day } from '../../../domain/register/_testing.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'

const hosts: TestHost[] = []
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.remove()
})
const aHall = (scope: 'kiosk' | 'center' = 'kiosk'): TestHost => {
  const host = makeTestHost({ items: [anItem({ phrases: ['符合条件，准予许可。'] })], device: { deviceNo: 'K01' } })
  hosts.push(host)
  host.services.store.transact((writer) => writer.meta.set('scope', JSON.stringify({ kind: scope })))
  return host
}
const figures = {
  asOf: '2026-11-23',
  days: Array.from({ length: figureDays }, (_, n) => ({
    on: `2026-11-${17 + n}`,
    received: n,
    closed: 0,
    handedOver: 0,
    sameDay: 0,
  })),
  organs: [{ organ: '青岚县司法局', open: 3, yellow: 1, red: 0 }],
  ratings: { given: 2, good: 1 },
}
const keep = ({ services }: TestHost, kept: unknown) =>
  services.store.transact((writer) => writer.meta.set('public_figures', JSON.stringify(kept)))
const publish = ({ services }: TestHost, entries: readonly (readonly [from: string, entry: PublicEntry])[]) =>
  services.store.transact((writer) => {
    for (const [n, [from, entry]] of entries.entries())
      writer.published.put({ id: n.toString(16).padStart(64, '0'), spans: [{ from: day(from), until: null, entry }] })
  })
const information = (title: string, category = '20-07'): PublicEntry => ({
  type: 'information',
  indexNo: '035210000/2026-00016',
  category,
  title,
  summary: '收支安排及说明',
  documentNo: null,
  organ: '青岚县财政局',
  madeOn: day('2026-11-02'),
  keywords: [],
  link: null,
  validity: null,
  interpretations: [],
  decisionChanged: null,
})

describe('the screen of a hall', () => {
  it('[BRD-1] is told counts, windows and promises, and no field beside them', async () => {
    const host = aHall()
    keep(host, { countedAt: 5, figures })
    const hall = await host.client.hall.show()
    expect(HallSchema.parse(hall)).toEqual(hall)
    expect(hall).toEqual({
      ready: true,
      center: { name: '青岚县政务服务中心', phone: null, supervisePhone: null },
      counted: { at: 5, figures },
      toldAt: null,
      windows: [{ name: '综合窗口 3 号', organs: [] }],
      promises: [
        { name: expect.any(String), organ: '青岚县卫生健康局', limit: { of: 'promised', days: 10, unit: 'workday' } },
      ],
      notices: [],
    })
  })

  it('[BRD-1] figures with anything beside the counts are not shown at all', async () => {
    const host = aHall()
    keep(host, { countedAt: 5, figures: { ...figures, late: [{ caseNo: '990123-20260928-W03-0001' }] } })
    expect((await host.client.hall.show()).counted).toBeNull()
  })

  it('[SHL-33] a device that the center made no terminal shows nothing of it', async () => {
    const host = aHall('center')
    keep(host, { countedAt: 5, figures })
    expect(await host.client.hall.show()).toMatchObject({ ready: false, center: null, counted: null, promises: [] })
  })

  it('[BRD-4] shows what was published last first, and neither decisions on somebody nor whole registers', async () => {
    const host = aHall()
    publish(host, [
      ['2026-11-02', information('2027年预算草案')],
      ['2026-11-20', information('食品安全监督检查计划', '20-13')],
      ['2026-11-21', information('关于某某食品店的处罚决定', '20-06-01')],
      ['2026-11-22', { type: 'register', register: 'power_list', values: aPower() }],
      ['2026-12-01', information('以后才公布的')],
    ])
    expect((await host.client.hall.show()).notices).toEqual([
      { title: '食品安全监督检查计划', organ: '青岚县财政局', madeOn: '2026-11-02' },
      { title: '2027年预算草案', organ: '青岚县财政局', madeOn: '2026-11-02' },
    ])
  })

  it('[BRD-3] hears of what changed though nobody signs in', async () => {
    const host = aHall()
    const stop = new AbortController()
    const changes = await host.client.changes(undefined, { signal: stop.signal })
    const next = changes.next()
    keep(host, { countedAt: 6, figures })
    expect(await next).toMatchObject({ value: { topic: 'sync' } })
    stop.abort()
  })
})
