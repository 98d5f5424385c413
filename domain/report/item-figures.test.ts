import { describe, expect, it } from 'vitest'
import { plainDate as day } from '../plain-date.ts'
import { type ItemCase, itemFigures } from './item-figures.ts'

const aCase = (over: Partial<ItemCase> = {}): ItemCase => ({
  kind: 'service',
  item: { code: 'A1', name: '公共场所卫生许可' },
  organ: '县卫生健康局',
  channel: 'window',
  receivedOn: day('2026-09-08'),
  acceptedOn: day('2026-09-08'),
  closedOn: day('2026-09-21'),
  instant: false,
  statutoryDays: 20,
  promisedDays: 10,
  actualDays: 9,
  promisedDue: day('2026-09-22'),
  statutoryDue: day('2026-10-13'),
  byAgent: false,
  ...over,
})
const september = (...cases: readonly ItemCase[]) => itemFigures(cases, day('2026-09-01'), day('2026-09-30'))

describe('figures by item', () => {
  it('[RPT-29] compare promised, statutory and used days of the same closed cases', () => {
    const late = aCase({ closedOn: day('2026-09-23'), actualDays: 11 })
    const openEnded = aCase({
      actualDays: null,
      statutoryDays: null,
      promisedDays: null,
      promisedDue: null,
      statutoryDue: null,
    })
    expect(september(aCase(), late, openEnded)).toEqual([
      {
        code: 'A1',
        name: '公共场所卫生许可',
        organ: '县卫生健康局',
        received: 3,
        closed: 3,
        judged: 2,
        onTime: 1,
        onTimeRate: '50.0',
        compared: 2,
        statutoryDays: 40,
        promisedDays: 20,
        actualDays: 20,
        promisedCompression: '50.0',
        actualCompression: '50.0',
      },
    ])
  })

  it('[RPT-29] a case is counted where it came in and where it was closed, and an item only with something to count', () => {
    const before = aCase({ receivedOn: day('2026-08-31') })
    const after = aCase({ closedOn: day('2026-10-01') })
    expect(september(before, after)).toMatchObject([{ received: 1, closed: 1 }])
    expect(september(aCase({ receivedOn: day('2026-08-01'), closedOn: null }))).toEqual([])
  })

  it('[RPT-29] names an item as it was called last, most cases first', () => {
    const renamed = aCase({
      item: { code: 'A1', name: '公共场所卫生许可（新办）' },
      receivedOn: day('2026-09-20'),
      closedOn: null,
    })
    const other = aCase({ item: { code: 'B2', name: '取水许可' } })
    expect(september(other, aCase(), renamed).map(({ name }) => name)).toEqual(['公共场所卫生许可（新办）', '取水许可'])
  })
})
