import { describe, expect, it } from 'vitest'
import { limitsOf } from './limits.ts'

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

  it('[SRV-7] nothing is assumed for other kinds', () => {
    expect(limitsOf(item)).toMatchObject({ statutoryDays: null, statutoryArticle: null, promisedDays: 7 })
  })

  it('[SRV-7] a promise never outlasts the statutory limit', () => {
    expect(limitsOf({ ...item, statutoryDays: 5 }).promisedDays).toBe(5)
  })
})
