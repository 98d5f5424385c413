import { describe, expect, it } from 'vitest'
import { CaseListInputSchema } from '../../../../contract/queries/cases.ts'
import { plainDate } from '../../../../domain/plain-date.ts'
import { findMarks } from './find-marks.ts'
import { activeFilters, initialListState, liftFilters, searchEverything, toListInput } from './list-state.ts'

const filtered = { ...initialListState, text: ' ggcs ', kinds: ['service'] as const, selectedId: 'x' }

describe('list state', () => {
  it('becomes a query the contract accepts', () => {
    const input = { ...toListInput(filtered), cursor: null }
    expect(CaseListInputSchema.parse(input)).toEqual(input)
    expect(input.text).toBe('ggcs')
  })

  it.each([
    ['overdue', { kind: 'overdue' }],
    ['today', { kind: 'within', days: 0 }],
    ['soon', { kind: 'within', days: 3 }],
    ['paused', { kind: 'paused' }],
  ] as const)('[LIB-2] asks the store for the limit %s', (limit, asked) => {
    const input = { ...toListInput({ ...initialListState, limit }), cursor: null }
    expect(CaseListInputSchema.parse(input)).toEqual(input)
    expect(input.where?.limit).toEqual(asked)
    expect(activeFilters({ ...initialListState, limit })).toContain('limit')
  })

  it('[LIB-2] keeps the order when the filters are lifted, and asks for no limit then', () => {
    const lifted = liftFilters({ ...initialListState, limit: 'overdue', order: 'newest' })
    expect(toListInput(lifted).order).toBe('newest')
    expect(toListInput(lifted).where).toBeUndefined()
  })

  it('[LIB-2] asks the store for what the chips say, and names them where nothing is left', () => {
    const among = { ...initialListState.among, organs: ['县卫生健康局'], handlers: ['王丽', '赵明'] }
    const received = { from: plainDate('2026-11-01'), to: null }
    const state = { ...initialListState, among, received }
    const input = { ...toListInput(state), cursor: null }
    expect(CaseListInputSchema.parse(input)).toEqual(input)
    expect(input.where).toMatchObject({
      organs: ['县卫生健康局'],
      handlers: ['王丽', '赵明'],
      items: [],
      limit: null,
      receivedFrom: '2026-11-01',
      receivedTo: null,
    })
    expect(activeFilters(state)).toEqual(['organs', 'handlers', 'received', 'openOnly'])
    expect(activeFilters(liftFilters(state))).toEqual([])
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
