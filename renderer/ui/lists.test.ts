import { describe, expect, it } from 'vitest'
import { gridTemplate, visibleAt, type DataColumn } from './data-column.ts'
import { splitMarks } from './marked.tsx'
import { moveActive } from './move-active.ts'

describe('moveActive', () => {
  it('moves by rows, pages and to the ends, without wrapping', () => {
    const from = (key: string, active: number) => moveActive(key, active, 25, 10)
    expect([from('ArrowDown', -1), from('ArrowDown', 24), from('ArrowUp', 0), from('ArrowUp', 5)]).toEqual([
      0, 24, 0, 4,
    ])
    expect([from('PageDown', -1), from('PageDown', 20), from('PageUp', 5)]).toEqual([10, 24, 0])
    expect([from('Home', 9), from('End', 9), from('a', 9)]).toEqual([0, 24, null])
    expect(moveActive('ArrowDown', -1, 0)).toBeNull()
  })
})

describe('splitMarks', () => {
  it('puts the text together again, whatever the marks are', () => {
    const parts = splitMarks('公共场所卫生许可', [
      [4, 2],
      [0, 2],
      [1, 2],
      [7, 9],
    ])
    expect(parts.map(({ part }) => part).join('')).toBe('公共场所卫生许可')
    expect(parts.filter(({ marked }) => marked).map(({ part }) => part)).toEqual(['公共', '场', '卫生', '可'])
  })
})

describe('columns', () => {
  const columns: readonly DataColumn<object>[] = [
    { id: 'number', header: '', cell: () => null, width: 120 },
    { id: 'title', header: '', cell: () => null, width: 'grow' },
    { id: 'source', header: '', cell: () => null, width: 60, from: 1180 },
  ]

  it('leave where there is no room, and all stand while nothing is measured', () => {
    expect(visibleAt(columns, 1000)).toEqual({ number: true, title: true, source: false })
    expect(visibleAt(columns, 1180)['source']).toBe(true)
    expect(visibleAt(columns, 0)['source']).toBe(true)
    expect(gridTemplate(columns)).toBe('120px minmax(120px, 1fr) 60px')
  })
})
