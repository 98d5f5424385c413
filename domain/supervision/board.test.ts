import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate as day } from '../plain-date.ts'
import { type WatchedCase, boardLines, graver, toldSignals } from './board.ts'
import { drawSample } from './draw-sample.ts'
import { isWatched, watchScope } from './watch-scope.ts'

const aCase = (over: Partial<WatchedCase> = {}): WatchedCase => ({
  organ: '县水务局',
  deviceNo: 'W03',
  paused: false,
  level: null,
  ...over,
})

describe('the board', () => {
  it('[SUP-29] counts an open case once, by the gravest thing said of it', () => {
    const cases = [
      aCase({ level: 'yellow' }),
      aCase({ level: 'notice', deviceNo: 'W05' }),
      aCase({ paused: true }),
      aCase({ organ: '县卫生健康局', level: 'red' }),
    ]
    expect(boardLines(cases, 'organ')).toEqual([
      { key: '县卫生健康局', open: 1, paused: 0, near: 0, yellow: 0, red: 1 },
      { key: '县水务局', open: 3, paused: 1, near: 1, yellow: 1, red: 0 },
    ])
    expect(boardLines(cases, 'deviceNo').map(({ key, open }) => [key, open])).toEqual([
      ['W03', 3],
      ['W05', 1],
    ])
    expect([graver(null, 'notice'), graver('red', 'yellow'), graver('warning', 'yellow')]).toEqual([
      'notice',
      'red',
      'yellow',
    ])
  })

  it('[SUP-29] tells of one matter and one last day only the gravest, and what a task was given out for', () => {
    const said = (id: string, level: 'notice' | 'warning' | 'yellow' | 'red', due: string, subject = 'a') => ({
      signal: {
        id,
        rule: 'JC-01',
        version: 1,
        level,
        article: null,
        subject,
        occasion: id,
        since: day('2026-10-01'),
        due: day(due),
      },
    })
    const all = [
      said('red', 'red', '2026-10-16'),
      said('near', 'warning', '2026-10-16'),
      said('urged', 'notice', '2026-10-16'),
      said('other day', 'notice', '2026-10-30'),
      said('other matter', 'warning', '2026-10-16', 'b'),
    ]
    expect(toldSignals(all, ({ id }) => id === 'urged').map(({ signal }) => signal.id)).toEqual([
      'red',
      'urged',
      'other day',
      'other matter',
    ])
  })

  it('[SUP-30] shows a supervisor the center, an organ its own, a window what it took in', () => {
    expect(watchScope('supervisor', null, 'W03')).toEqual({ of: 'center' })
    expect(watchScope('administrator', '县水务局', null)).toEqual({ of: 'center' })
    expect(watchScope('head', null, 'W03')).toEqual({ of: 'center' })
    const organ = watchScope('head', '县水务局', 'W03')
    expect(isWatched(organ, '县水务局', 'W05')).toBe(true)
    expect(isWatched(organ, '县卫生健康局', 'W03')).toBe(false)
    const window = watchScope('clerk', null, 'W03')
    expect(isWatched(window, '县卫生健康局', 'W03')).toBe(true)
    expect(isWatched(window, '县卫生健康局', null)).toBe(false)
  })
})

describe('a sample', () => {
  it('[SUP-31] is as many as asked for, none twice, and any of them may be drawn', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(40), fc.infiniteStream(fc.nat()), (size, count, numbers) => {
        const all = Array.from({ length: size }, (_, at) => at)
        const drawn = drawSample(all, count, (limit) => (numbers.next().value ?? 0) % limit)
        expect(drawn).toHaveLength(Math.min(size, count))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect([...drawn].sort((a, b) => a - b)).toEqual(drawn)
      }),
    )
    expect(drawSample(['a', 'b', 'c'], 1, (limit) => limit - 1)).toEqual(['c'])
  })
})
