import { describe, expect, it } from 'vitest'
import { findArticleParts } from './article.ts'

describe('citations', () => {
  it('[CLK-13] a citation is parted into law, article, paragraph and item', () => {
    expect(findArticleParts('licensing:32(1)(4)')).toEqual({ law: 'licensing', article: 32, paragraph: 1, item: 4 })
    expect(findArticleParts('ogi2019:33(2)')).toEqual({ law: 'ogi2019', article: 33, paragraph: 2, item: null })
    expect(findArticleParts('civilCode:201')).toEqual({ law: 'civilCode', article: 201, paragraph: null, item: null })
  })

  it('[CLK-13] a text that cites none of the laws has no parts', () => {
    for (const text of ['', 'ogi2019', 'ogi2019:', 'ogi2020:33', 'ogi2019:33-2', 'ogi2019:33(2)x']) {
      expect(findArticleParts(text), text).toBeNull()
    }
  })
})
