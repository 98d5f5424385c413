import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textPiece } from './text-lines.ts'

describe('textPiece', () => {
  const text = '一二三四五六七八九十'
  const starts = [0, 4, 8]

  it('runs a paragraph that goes on to the margin and continues it without an indent', () => {
    expect(textPiece(text, starts, 0, 2)).toEqual({ text: '一二三四五六七八', continued: false, continues: true })
    expect(textPiece(text, starts, 2, 3)).toEqual({ text: '九十', continued: true, continues: false })
    expect(textPiece(text, starts, 0, 3)).toEqual({ text, continued: false, continues: false })
  })

  it('loses no character however the lines are divided among pages', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '乙', '，', 'a'), minLength: 1, maxLength: 80 }),
        fc.array(fc.nat(79), { maxLength: 20 }),
        fc.array(fc.nat(19), { maxLength: 5 }),
        (sample, cuts, pages) => {
          const lines = [...new Set([0, ...cuts.filter((cut) => cut < sample.length)])].sort((a, b) => a - b)
          const inside = pages.filter((page) => page > 0 && page < lines.length)
          const ends = [...new Set([...inside, lines.length])].sort((a, b) => a - b)
          let from = 0
          const printed = ends.map((to) => {
            const piece = textPiece(sample, lines, from, to)
            from = to
            return piece.text
          })
          expect(printed.join('')).toBe(sample)
        },
      ),
    )
  })
})
