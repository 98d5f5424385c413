import { describe, expect, it } from 'vitest'
import { meansDisclosure } from './disclosure-entry.ts'

describe('meansDisclosure', () => {
  it.each(['', '公开', '依申请', 'yqg', 'YSQGK', 'gk', '信息公开'])('knows "%s"', (text) => {
    expect(meansDisclosure(text)).toBe(true)
  })

  it.each(['公共场所', '烟草', 'k', 'xwq'])('leaves "%s" to the catalogue', (text) => {
    expect(meansDisclosure(text)).toBe(false)
  })
})
