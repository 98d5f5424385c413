import { describe, expect, it } from 'vitest'
import { back, current, homeOf, visit, type History, type Route } from './route.ts'

const start: History = [{ page: 'cases' }]
const aCase = (id: string): Route => ({ page: 'case', id })

describe('history', () => {
  it('goes on and back, and never past its beginning', () => {
    const there = visit(visit(start, aCase('a')), { page: 'sync' })
    expect(current(there)).toEqual({ page: 'sync' })
    expect(current(back(there))).toEqual(aCase('a'))
    expect(back(back(back(back(there))))).toEqual(start)
  })

  it('does not pile up the page that is already shown', () => {
    const there = visit(start, aCase('a'))
    expect(visit(there, aCase('a'))).toBe(there)
    expect(visit(there, aCase('b'))).toHaveLength(3)
    expect(visit([{ page: 'intake', draftId: null }], { page: 'intake', draftId: 'x' })).toHaveLength(2)
  })

  it('Esc leads from a case to the list that it was worked through from', () => {
    expect(homeOf(visit(start, aCase('a')))).toBe('cases')
    expect(homeOf(visit(visit(visit(start, { page: 'today' }), aCase('a')), aCase('b')))).toBe('today')
    expect(homeOf(visit(visit([{ page: 'today' }], { page: 'intake', draftId: null }), aCase('a')))).toBe('today')
    expect(homeOf([{ page: 'sync' }])).toBe('cases')
  })

  it('keeps a bounded way back', () => {
    const long = Array.from({ length: 100 }, (_, n) => aCase(String(n))).reduce<History>(visit, start)
    expect(long.length).toBeLessThanOrEqual(30)
    expect(current(long)).toEqual(aCase('99'))
  })
})
