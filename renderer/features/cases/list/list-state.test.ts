import { describe, expect, it } from 'vitest'
import { ViewContentSchema } from '../../../../contract/queries/case-library.ts'
import { CaseListInputSchema } from '../../../../contract/queries/cases.ts'
import { plainDate } from '../../../../domain/plain-date.ts'
import { findMarks } from './find-marks.ts'
import {
  activeFilters,
  fromView,
  initialListState,
  liftFilters,
  limitChoices,
  searchEverything,
  toListInput,
  toViewed,
} from './list-state.ts'

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

  it('[LIB-6] comes back from what is kept of it, but for what was searched for', () => {
    const among = { ...initialListState.among, organs: ['县卫生健康局'], items: ['i'], villages: ['河西村'] }
    const received = { from: plainDate('2026-11-01'), to: plainDate('2026-11-20') }
    for (const limit of [null, ...limitChoices])
      for (const order of ['due', 'newest'] as const) {
        const state = {
          ...initialListState,
          kinds: ['service'] as const,
          among,
          received,
          limit,
          order,
          openOnly: false,
        }
        const list = toViewed({ ...state, text: '孙建国', selectedId: 'x' })
        expect(ViewContentSchema.parse({ list, columns: null }).list).toEqual(list)
        expect(JSON.stringify(list)).not.toContain('孙建国')
        expect(fromView({ ...initialListState, text: '周文静', searches: 3 }, { list })).toEqual({
          ...state,
          searches: 3,
        })
      }
    expect(fromView(initialListState, { list: toViewed(initialListState) })).toEqual(initialListState)
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
