import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, columnWidths, type Row, rowsBetween, tableSections } from './table-sections.ts'

const cell = (value: string | number): Cell => ({ value, across: 1, down: 1, head: false })
const head = (value: string, across = 1, down = 1): Cell => ({ value, across, down, head: true })

/** What stands at each place of a table, a cell that covers several at each of them; throws where cells overlap. */
const gridOf = (rows: readonly Row[]): readonly (readonly (string | number)[])[] => {
  const grid: (string | number)[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    let column = 0
    for (const { value, across, down } of row) {
      while (grid[at]?.[column] !== undefined) column += 1
      for (let line = at; line < at + down; line += 1)
        for (let place = column; place < column + across; place += 1) {
          const cells = grid[line]
          if (cells === undefined || cells[place] !== undefined) throw new RangeError('no rectangle')
          cells[place] = value
        }
    }
  })
  return grid
}

/** Like table 3: groups of rows under one label each, all of them under another, then two figures a row. */
const aBody = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }).map((groups): readonly Row[] => {
  const count = groups.reduce((sum, size) => sum + size, 0)
  return groups.flatMap((size, group) =>
    Array.from({ length: size }, (_, at) => [
      ...(group === 0 && at === 0 ? [head('三', 1, count)] : []),
      ...(at === 0 ? [head(`（${String(group)}）`, 1, size)] : []),
      head(`${String(group)}.${String(at)}`),
      cell(100 * group + at),
      cell(''),
    ]),
  )
})
/** Where pages end in a table of so many rows. */
const pagesOf = (count: number, ends: readonly number[]): readonly (readonly [number, number])[] => {
  const cuts = [...new Set([0, ...ends.map((end) => end % count), count])].sort((a, b) => a - b)
  return cuts.slice(1).map((to, at) => [cuts[at] ?? 0, to])
}

describe('a table over several pages', () => {
  it('[LTR-22] has every row once, with all its labels on its own page, wherever the pages end', () => {
    fc.assert(
      fc.property(aBody, fc.array(fc.nat(), { maxLength: 4 }), (body, ends) => {
        const parts = pagesOf(body.length, ends).map(([from, to]) => rowsBetween(body, from, to))
        expect(parts.flatMap(gridOf)).toEqual(gridOf(body))
      }),
    )
  })

  it('[LTR-22] says a label again on the next page, and no figure', () => {
    const body = [[head('甲', 1, 2), { ...cell(7), down: 2 }, cell(1)], [cell(2)]]
    expect(rowsBetween(body, 1, 2)).toEqual([[head('甲'), cell(''), cell(2)]])
    expect(rowsBetween(body, 0, 1)).toEqual([[head('甲'), cell(7), cell(1)]])
  })
})

describe('sections of a table', () => {
  it('[LTR-22] have heads of their own where a form has several below each other', () => {
    const rows = [
      [head('第二十条第（一）项', 2)],
      [head('信息内容'), head('件数')],
      [head('规章'), cell(1)],
      [head('第二十条第（五）项', 2)],
      [head('信息内容'), head('决定')],
      [head('许可'), cell(2)],
    ]
    expect(tableSections(rows)).toEqual([
      { head: rows.slice(0, 2), body: rows.slice(2, 3) },
      { head: rows.slice(3, 5), body: rows.slice(5) },
    ])
  })

  it('[LTR-22] lose no row: heads of nothing, heads that reach into rows, and rows without heads are printed', () => {
    const heads = [[head('单位'), head('收件')]]
    const reaching = [[head('甲', 1, 2), head('乙')], [cell(1)]]
    for (const rows of [heads, reaching, [[cell(1)], [cell(2)]]])
      expect(tableSections(rows)).toEqual([{ head: [], body: rows }])
    expect(tableSections([])).toEqual([])
    const inside = [[head('甲', 1, 3), cell(1)], [head('乙')], [cell(2)]]
    expect(tableSections(inside)).toEqual([{ head: [], body: inside }])
  })
})

describe('columns', () => {
  it('[LTR-22] are wide enough for their longest figure, which never breaks', () => {
    const rows = [
      [head('三、本年度办理结果', 1, 2), head('一个很长很长很长很长很长很长很长的名称'), cell(12_345_678)],
      [head('短'), cell(1)],
    ]
    expect(columnWidths(rows)).toEqual([5, 18, 8])
  })
})
