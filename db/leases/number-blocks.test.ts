import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainDate } from '../../domain/plain-date.ts'
import { type TestStore, openTestStore } from '../_testing.ts'

const series = { center: '990123', series: '公复', year: 2026 }
const on = plainDate('2026-11-23')
const block = { from: 101, to: 103, expiresOn: plainDate('2026-12-31') }

let disk: TestStore
beforeEach(() => {
  disk = openTestStore()
  disk.store.transact((writer) => writer.numbers.put(series, block))
})
afterEach(() => disk.remove())

const next = (day = on) =>
  disk.store.transact((writer) => writer.cases.nextLetterNo('990123', 'disclosure_reply_granted', day, 'W03'))
const left = (day = on) => disk.store.read.numbers.series(series, day)

describe('running numbers of the center', () => {
  it('[SYN-74] are given one after the other, and then the device goes on with its own', () => {
    expect([next(), next(), next(), next(), next()]).toEqual([
      '公复〔2026〕101号',
      '公复〔2026〕102号',
      '公复〔2026〕103号',
      '公复〔2026〕W03-1号',
      '公复〔2026〕W03-2号',
    ])
    expect(left()).toEqual({ left: 0, last: 103, leftOfLast: 0, expiresOn: null })
  })

  it('[SYN-74] of a block that has ended are not given any more, until it goes on', () => {
    const late = plainDate('2026-12-30')
    disk.store.transact((writer) => writer.numbers.put(series, { ...block, expiresOn: plainDate('2026-12-01') }))
    expect(next(late)).toBe('公复〔2026〕W03-1号')
    expect(left(late)).toEqual({ left: 0, last: 103, leftOfLast: 3, expiresOn: null })
    disk.store.transact((writer) => writer.numbers.put(series, block))
    expect(next(late)).toBe('公复〔2026〕101号')
  })

  it('[SYN-74] of a year are not given in another, nor those of a series in another', () => {
    expect(next(plainDate('2027-01-02'))).toBe('公复〔2027〕W03-1号')
    const other = disk.store.transact((writer) =>
      writer.cases.nextLetterNo('990123', 'disclosure_reply_denied', on, 'W03'),
    )
    expect(other).toBe('公不〔2026〕W03-1号')
  })

  it('[SYN-74] come back with what was rolled back', () => {
    expect(() =>
      disk.store.transact((writer) => {
        writer.cases.nextLetterNo('990123', 'disclosure_reply_granted', on, 'W03')
        throw new Error('refused')
      }),
    ).toThrow('refused')
    expect(next()).toBe('公复〔2026〕101号')
  })

  it('[SYN-74] are used no more in a store that may be a copy, whatever the server leased', () => {
    next()
    disk.store.transact((writer) => writer.sync.beginIncarnation(randomUUID(), 'nothing'))
    expect(next()).toBe('公复〔2026〕W03-1号')
  })

  it('[SYN-74] of a second block follow those of the first', () => {
    disk.store.transact((writer) => writer.numbers.put(series, { ...block, from: 121, to: 140 }))
    expect(left()).toMatchObject({ left: 23, last: 140, leftOfLast: 20 })
    expect([next(), next(), next(), next()].at(-1)).toBe('公复〔2026〕121号')
  })
})
