import { describe, expect, it } from 'vitest'
import { percentile, seeded } from './measure.ts'
import { isWithin, toJsonLine } from './report.ts'

describe('bench report', () => {
  it('a value past its limit is not ok, on either side', () => {
    const line = { name: 'x', value: 2.6, limit: 2.5, bound: 'most', detail: '' } as const
    expect(isWithin(line)).toBe(false)
    expect(isWithin({ ...line, bound: 'least' })).toBe(true)
    expect(toJsonLine({ ...line, value: 2.4996 })).toBe('{"name":"x","value":2.5,"limit":2.5,"ok":true}')
  })

  it('percentiles take the nearest rank', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2)
    expect(percentile([4, 1, 3, 2], 0.99)).toBe(4)
    expect(() => percentile([], 0.5)).toThrow('nothing measured')
  })

  it('the generator repeats itself for a seed', () => {
    const [a, b] = [seeded(7), seeded(7)]
    expect([a(), a(), a()]).toEqual([b(), b(), b()])
  })
})
