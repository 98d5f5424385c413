import { describe, expect, it } from 'vitest'
import { limitsOf } from './limits.ts'
import { serviceLimits } from './service-limits.ts'

const item = { kind: '行政确认', statutoryDays: null, promisedDays: 7, dayUnit: 'workday' } as const

describe('limits of an item', () => {
  it('[SRV-7] a licence without a published limit has the twenty working days of the law', () => {
    expect(limitsOf({ ...item, kind: '行政许可', dayUnit: 'day' })).toEqual({
      statutoryDays: 20,
      statutoryArticle: 'licensing:42(1)',
      promisedDays: 7,
      unit: 'workday',
    })
  })

  it('[SRV-7] the limits of a licence are working days, also where its guide names calendar days', () => {
    const guide = { ...item, kind: '行政许可', statutoryDays: 30, dayUnit: 'day' } as const
    expect(limitsOf(guide)).toMatchObject({ statutoryDays: 30, promisedDays: 7, unit: 'workday' })
    expect(limitsOf({ ...guide, kind: '行政确认' }).unit).toBe('day')
  })

  it('[SRV-27] a joint item with a limit of twenty days or less of its own rests on the first paragraph', () => {
    const joint = { ...item, kind: '行政许可', joint: true, promisedDays: null } as const
    const of = (statutoryDays: number | null) => {
      const { statutory } = serviceLimits({ ...joint, statutoryDays })
      return [statutory?.days, statutory?.extensionMax, statutory?.articles.extension]
    }
    expect(of(null)).toEqual([45, 15, ['licensing:42(2)']])
    expect(of(45)).toEqual([45, 15, ['licensing:42(2)']])
    expect(of(30)).toEqual([30, 15, ['licensing:42(2)']])
    expect(of(20)).toEqual([20, 10, ['licensing:42(1)']])
    expect(limitsOf({ ...joint, statutoryDays: 20 }).statutoryArticle).toBe('licensing:42(1)')
  })

  it('[SRV-7] nothing is assumed for other kinds', () => {
    expect(limitsOf(item)).toMatchObject({ statutoryDays: null, statutoryArticle: null, promisedDays: 7 })
  })

  it('[SRV-7] a promise never outlasts the statutory limit', () => {
    expect(limitsOf({ ...item, statutoryDays: 5 }).promisedDays).toBe(5)
  })
})
