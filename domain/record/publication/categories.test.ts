import { describe, expect, it } from 'vitest'
import { findArticleParts } from '../../law/article.ts'
import {
  categoriesBelow,
  findCategory,
  isLowestCategory,
  isWithinCategory,
  publicationCategories,
} from './categories.ts'
import { documentKindOf } from './publication-content.ts'

describe('columns of the catalogue', () => {
  it('[PUB-5] article 20 has its fifteen items in order, each citing its own', () => {
    const items = categoriesBelow('20')
    expect(items.map(({ article }) => findArticleParts(article)?.item)).toEqual(
      Array.from({ length: 15 }, (_, at) => at + 1),
    )
    expect(items[5]?.title).toBe(
      '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
    )
    expect(items[14]?.title).toBe('法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息')
  })

  it('[PUB-5] article 21 has seven subjects for cities and counties and eight for townships', () => {
    expect(categoriesBelow('21').map(({ code }) => categoriesBelow(code).length)).toEqual([7, 8])
    expect(categoriesBelow('21-02')[0]?.title).toBe('贯彻落实农业农村政策')
  })

  it('[PUB-5] codes are unique, every column hangs in the tree and cites a law', () => {
    const codes = publicationCategories.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { code, article } of publicationCategories) {
      expect(findArticleParts(article), code).not.toBeNull()
      const parent = code.slice(0, Math.max(code.lastIndexOf('-'), 0))
      if (parent !== '') expect(findCategory(parent), code).toBeDefined()
    }
    expect(categoriesBelow(null).map(({ code }) => code)).toEqual(['20', '21'])
  })

  it('[PUB-5] entries go into the lowest columns only', () => {
    expect(isLowestCategory('20-07')).toBe(true)
    expect(isLowestCategory('20-06')).toBe(false)
    expect(isLowestCategory('20-06-01')).toBe(true)
    expect(isLowestCategory('22')).toBe(false)
    expect(isWithinCategory('20-06-01', '20-06')).toBe(true)
    expect(isWithinCategory('20-06-01', '20-0')).toBe(false)
  })

  it('[PUB-18] rules and normative documents are told by their column', () => {
    expect(findCategory('20-01-02')?.title).toBe('规章')
    expect(findCategory('20-01-03')?.title).toBe('行政规范性文件')
    expect([documentKindOf('20-01-02'), documentKindOf('20-01-03'), documentKindOf('20-01-04')]).toEqual([
      'rule',
      'normative',
      null,
    ])
  })
})
