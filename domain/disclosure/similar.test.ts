import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarRequests, textSimilarity } from './similar.ts'

const text = fc.string({
  unit: fc.constantFrom('河', '西', '污', '水', '管', '网', '合', '同', '，', ' ', '2'),
  maxLength: 12,
})

describe('similar requests', () => {
  it('[DIS-29] blanks, punctuation, width and traditional forms make no difference', () => {
    expect(textSimilarity('河西片区污水管网改造合同', '河西片区　污水管網，改造“合同”。')).toBe(1)
    expect(textSimilarity('2025年招标文件', '２０２５ 年招标文件')).toBe(1)
  })

  it('[DIS-29] alikeness is symmetric, at most 1, and 1 for the same text', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const alike = textSimilarity(a, b)
        expect(alike).toBe(textSimilarity(b, a))
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1)
        if (/[\p{L}\p{N}]/u.test(a)) expect(textSimilarity(a, a)).toBe(1)
      }),
    )
  })

  it('[DIS-29] half of the pairs in common is half alike; nothing in common is 0', () => {
    expect(textSimilarity('甲乙丙', '乙丙丁')).toBe(0.5)
    expect(textSimilarity('甲乙', '丙丁')).toBe(0)
    expect(textSimilarity('，', '，')).toBe(0)
  })

  it('[DIS-29] earlier requests are a hint, the same applicant marked and first', () => {
    const request = { id: 'a', subject: '河西片区污水管网改造工程施工合同', applicant: 'p1' }
    const found = similarRequests(request, [
      request,
      { id: 'b', subject: '河西片区污水管网改造工程施工合同', applicant: 'p2' },
      { id: 'c', subject: '河西片区污水管网改造工程合同', applicant: 'p1' },
      { id: 'd', subject: '2024年度部门决算', applicant: 'p1' },
    ])
    expect(found.map(({ id, sameApplicant }) => [id, sameApplicant])).toEqual([
      ['c', true],
      ['b', false],
    ])
    expect(found[1]?.similarity).toBe(1)
  })
})
