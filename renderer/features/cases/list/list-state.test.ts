import { describe, expect, it } from 'vitest'
import { CaseListInputSchema } from '../../../../contract/queries/cases.ts'
import { findMarks } from './find-marks.ts'
import { activeFilters, initialListState, liftFilters, searchEverything, toListInput } from './list-state.ts'

const filtered = { ...initialListState, text: ' ggcs ', kinds: ['service'] as const, selectedId: 'x' }

describe('list state', () => {
  it('becomes a query the contract accepts', () => {
    const input = { ...toListInput(filtered), cursor: null }
    expect(CaseListInputSchema.parse(input)).toEqual(input)
    expect(input.text).toBe('ggcs')
  })

  it('names the filters that may leave nothing, and lifts them all', () => {
    expect(activeFilters(filtered)).toEqual(['text', 'kinds', 'openOnly'])
    expect(activeFilters(liftFilters(filtered))).toEqual([])
    expect(liftFilters(filtered).selectedId).toBe('x')
  })

  it('looks through everything when searched from elsewhere, each time anew', () => {
    const once = searchEverything(filtered, '孙建国')
    expect(once).toEqual({ ...initialListState, text: '孙建国', openOnly: false, searches: 1 })
    expect(searchEverything(once, '孙建国').searches).toBe(2)
  })
})

describe('findMarks', () => {
  it('marks what stands there, in any case of letters', () => {
    expect(findMarks('公共场所卫生许可', '卫生')).toEqual([[4, 2]])
    expect(findMarks('AB ab', 'ab')).toEqual([
      [0, 2],
      [3, 2],
    ])
    expect(findMarks('公共场所', 'ggcs')).toEqual([])
    expect(findMarks('公共场所', '  ')).toEqual([])
  })
})
