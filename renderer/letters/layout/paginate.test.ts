import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeasuredBlock } from './paginate.ts'
import { paginate } from './paginate.ts'

const room = { first: 600, next: 700, closing: 100 }

describe('paginate', () => {
  it('keeps a short letter on one page', () => {
    expect(
      paginate(
        [
          { kind: 'solid', height: 200 },
          { kind: 'solid', height: 200 },
        ],
        room,
      ),
    ).toEqual([
      [
        { block: 0, from: 0, to: 1 },
        { block: 1, from: 0, to: 1 },
      ],
    ])
  })

  it('keeps a heading with what follows it', () => {
    const rows = Array.from({ length: 8 }, () => 70)
    const blocks: MeasuredBlock[] = [
      { kind: 'solid', height: 400 },
      { kind: 'solid', height: 30, withNext: true },
      { kind: 'rows', head: 40, rows, around: 0 },
    ]
    expect(paginate(blocks, room)[1]?.[0]).toEqual({ block: 1, from: 0, to: 1 })
    expect(paginate([{ kind: 'solid', height: 350 }, ...blocks.slice(1)], room)[0]).toContainEqual({
      block: 1,
      from: 0,
      to: 1,
    })
  })

  it('takes the end of the text along when the closing has no room on the last page', () => {
    const blocks: MeasuredBlock[] = [
      { kind: 'solid', height: 300 },
      { kind: 'solid', height: 250 },
    ]
    expect(paginate(blocks, room)).toEqual([[{ block: 0, from: 0, to: 1 }], [{ block: 1, from: 0, to: 1 }]])
    expect(paginate([{ kind: 'rows', head: 30, rows: [170, 170, 170], around: 0 }], room)).toEqual([
      [{ block: 0, from: 0, to: 1 }],
      [{ block: 0, from: 1, to: 3 }],
    ])
    expect(paginate([{ kind: 'solid', height: 550 }], room)).toEqual([[{ block: 0, from: 0, to: 1 }], []])
  })

  it('breaks a table between rows and never leaves one row alone on the next page', () => {
    const rows = Array.from({ length: 8 }, () => 70)
    expect(paginate([{ kind: 'rows', head: 30, rows, around: 0 }], { ...room, closing: 0 })).toEqual([
      [{ block: 0, from: 0, to: 8 }],
    ])
    const nine = Array.from({ length: 9 }, () => 70)
    expect(paginate([{ kind: 'rows', head: 30, rows: nine, around: 0 }], room)).toEqual([
      [{ block: 0, from: 0, to: 7 }],
      [{ block: 0, from: 7, to: 9 }],
    ])
  })

  it('starts a table on a fresh page when fewer than two rows would stand at the foot', () => {
    const blocks: MeasuredBlock[] = [
      { kind: 'solid', height: 520 },
      { kind: 'rows', head: 30, rows: [40, 40, 40], around: 0 },
    ]
    expect(paginate(blocks, room)).toEqual([[{ block: 0, from: 0, to: 1 }], [{ block: 1, from: 0, to: 3 }]])
  })

  const block = fc.oneof(
    fc.record({ kind: fc.constant('solid' as const), height: fc.integer({ min: 1, max: 900 }) }),
    fc.record({
      kind: fc.constant('rows' as const),
      head: fc.integer({ min: 10, max: 40 }),
      rows: fc.array(fc.integer({ min: 10, max: 900 }), { maxLength: 60 }),
      around: fc.integer({ min: 0, max: 20 }),
    }),
    fc.record({
      kind: fc.constant('text' as const),
      lines: fc.integer({ min: 0, max: 200 }),
      lineHeight: fc.integer({ min: 12, max: 30 }),
      around: fc.integer({ min: 0, max: 20 }),
    }),
  )

  it('prints every row and line once and in order, and overfills a page only with a piece that fits nowhere', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const pages = paginate(blocks, room)
        const seen = new Map<number, number>()
        let last = -1
        pages.forEach((page, index) => {
          let used = 0
          for (const fragment of page) {
            const source = blocks[fragment.block]
            expect(fragment.block).toBeGreaterThanOrEqual(last)
            last = fragment.block
            expect(fragment.from).toBe(seen.get(fragment.block) ?? 0)
            expect(fragment.to).toBeGreaterThan(fragment.from)
            seen.set(fragment.block, fragment.to)
            if (source !== undefined) used += heightOf(source, fragment.from, fragment.to)
          }
          const available = index === 0 ? room.first : room.next
          const pieces = page.reduce((count, fragment) => count + fragment.to - fragment.from, 0)
          expect(used <= available || pieces === 1).toBe(true)
        })
        blocks.forEach((source, index) => {
          const expected = source.kind === 'solid' ? 1 : source.kind === 'rows' ? source.rows.length : source.lines
          expect(seen.get(index) ?? 0).toBe(expected)
        })
      }),
    )
  })
})

const heightOf = (source: MeasuredBlock, from: number, to: number): number => {
  switch (source.kind) {
    case 'solid':
      return source.height
    case 'rows':
      return source.around + source.head + source.rows.slice(from, to).reduce((a, b) => a + b, 0)
    case 'text':
      return source.around + source.lineHeight * (to - from)
  }
}
