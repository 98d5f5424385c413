import { describe, expect, it } from 'vitest'
import { itemLimitText } from './item-limit-text.ts'

const limits = { statutoryDays: 20, promisedDays: null, dayUnit: 'workday', statutoryArticle: null } as const

describe('the limit of an item in the picker', () => {
  it('names the law that sets it, where the guide states none', () => {
    expect(itemLimitText({ ...limits, statutoryArticle: 'licensing:42(1)' })).toEqual({
      text: '法定 20 个工作日（行政许可法）',
      basis: '行政许可法第四十二条第一款',
    })
    expect(itemLimitText(limits)).toEqual({ text: '法定 20 个工作日', basis: null })
  })

  it('is the promise where there is one, in its own unit', () => {
    expect(itemLimitText({ ...limits, promisedDays: 7, statutoryArticle: 'licensing:42(1)' })).toEqual({
      text: '承诺 7 个工作日',
      basis: null,
    })
    expect(itemLimitText({ ...limits, promisedDays: 7, dayUnit: 'day' }).text).toBe('承诺 7 日')
  })

  it('is called unpublished only when there is none at all', () => {
    expect(itemLimitText({ ...limits, statutoryDays: null })).toEqual({ text: '未公布时限', basis: null })
  })
})
