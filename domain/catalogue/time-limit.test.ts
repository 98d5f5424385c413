import { describe, expect, it } from 'vitest'
import { parseDayUnit, parseTimeLimit } from './time-limit.ts'

describe('a limit of a guide', () => {
  it.each([
    [20, 20, null],
    ['20', 20, null],
    ['２０', 20, null],
    ['20个工作日', 20, 'workday'],
    ['20 （工作日）', 20, 'workday'],
    ['60自然日', 60, 'day'],
    ['15天', 15, 'bare'],
    ['0', 0, null],
    [3650, 3650, null],
  ])('%j is %j days, unit %j', (value, days, unit) => {
    expect(parseTimeLimit(value)).toEqual({ ok: true, value: { days, unit, instant: false } })
  })

  it.each([null, undefined, '', ' ', '无', '-'])('%j is not published', (value) => {
    expect(parseTimeLimit(value)).toEqual({ ok: true, value: { days: null, unit: null, instant: false } })
  })

  it.each(['即办', '即时办结', '当场 办结'])('%j is decided on the spot', (value) => {
    expect(parseTimeLimit(value)).toEqual({ ok: true, value: { days: null, unit: null, instant: true } })
  })

  it.each([-1, 1.5, 3651, '五日', '20-30', '1e3', '1234567', Number.POSITIVE_INFINITY])('%j is refused', (value) => {
    expect(parseTimeLimit(value)).toEqual({ ok: false, error: String(value) })
  })
})

describe('a unit of days', () => {
  it.each([
    ['工作日', 'workday'],
    ['个工作日', 'workday'],
    ['自然日', 'day'],
    ['天', 'bare'],
    ['', null],
    [null, null],
  ])('%j is %j', (value, unit) => {
    expect(parseDayUnit(value)).toEqual({ ok: true, value: unit })
  })

  it('refuses what is no unit of days', () => {
    expect(parseDayUnit('小时')).toEqual({ ok: false, error: '小时' })
  })
})
