import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../../domain/plain-date.ts'
import { mayGoOn, moveDate, readTypedDate } from './typed-date.ts'

describe('readTypedDate', () => {
  it.each(['20261122', '2026-11-22', '2026/11/22', '2026.11.22', '2026年11月22日', '２０２６１１２２', ' 2026-11-22 '])(
    'reads %s',
    (typed) => {
      expect(readTypedDate(typed)).toBe('2026-11-22')
    },
  )

  it('fills in the leading zeros of month and day', () => {
    expect(readTypedDate('2026-1-2')).toBe('2026-01-02')
  })

  it.each(['', '2026', '2026112', '2026-02-30', '20261301', 'abc'])('finds no date in %j', (typed) => {
    expect(readTypedDate(typed)).toBeNull()
  })
})

describe('mayGoOn', () => {
  it('waits for the second digit of a day where there can be one', () => {
    expect(['2026-11-1', '2026/11/2', '2026.1.3', '２０２６-１１-２'].map(mayGoOn)).toEqual([true, true, true, true])
    expect(['', '2026-11-4', '2026-11-29', '20261102', '2026年11月2日', 'abc'].some(mayGoOn)).toBe(false)
  })

  it('lets every date that is typed with separators be written digit by digit', () => {
    for (let date = plainDate('2026-01-01'); date <= '2026-12-31'; date = addDays(date, 1)) {
      const written = [...date].reduce((held, key) => {
        const text = held + key
        return mayGoOn(text) ? text : (readTypedDate(text) ?? text)
      }, '')
      expect(readTypedDate(written)).toBe(date)
    }
  })
})

describe('moveDate', () => {
  it('moves by a day and by a week, over the end of a month', () => {
    const date = plainDate('2026-11-30')
    expect(moveDate('ArrowUp', date)).toBe('2026-12-01')
    expect(moveDate('ArrowDown', date)).toBe('2026-11-29')
    expect(moveDate('PageUp', date)).toBe('2026-12-07')
    expect(moveDate('PageDown', date)).toBe('2026-11-23')
  })

  it('leaves every other key alone', () => {
    expect(moveDate('a', plainDate('2026-11-30'))).toBeNull()
  })
})
