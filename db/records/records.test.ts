import { afterEach, describe, expect, it } from 'vitest'
import type { RecordListInput } from '../../contract/queries/records.ts'
import type { HolidayNotice } from '../../domain/calendar/calendar-version.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { aNotice } from '../../domain/record/calendar/_testing.ts'
import { decideRecord } from '../../domain/record/decide.ts'
import type { RecordAct } from '../../domain/record/record-act.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import { type Desk, openDesk } from '../_testing.ts'

let desk: Desk
afterEach(() => {
  desk.remove()
})

const notice = (id: string): HolidayNotice => ({ ...aNotice, id, number: `国办发明电〔2026〕${id.slice(-1)}号` })

const act = (id: string, wanted: RecordAct): RecordState =>
  desk.store.transact((writer) => {
    const state = desk.store.read.records.find(id)?.state ?? null
    const decided = decideRecord(state, wanted, {
      today: plainDateInShanghai(desk.clock.wall),
      role: 'administrator',
      calendar: desk.store.calendar,
      nextLetterNo: () => '1',
    })
    if (!decided.ok) throw new Error(JSON.stringify(decided.error))
    const stamp = {
      op: desk.newId(),
      entity: id,
      base: state?.version ?? 0,
      actor: 'S01',
      session: null,
      wall: desk.clock.wall,
      mono: 0,
    }
    return writer.records.record(decided.value, stamp)
  })

const list = (over: Partial<RecordListInput> = {}) =>
  desk.store.read.records.list({
    kind: 'calendar',
    text: '',
    statuses: [],
    openOnly: false,
    order: 'newest',
    cursor: null,
    limit: 2,
    ...over,
  })

describe('records', () => {
  it('are in the log, in the list and in the search, and verify finds nothing wrong', () => {
    desk = openDesk()
    const ids = ['2027-1', '2027-2', '2027-3'].map((id) => {
      const recordId = desk.newId()
      act(recordId, { kind: 'calendar.import', notice: notice(id) })
      return recordId
    })
    expect(act(ids[0] ?? '', { kind: 'calendar.activate', moved: 3 })).toMatchObject({ status: 'active', version: 2 })
    const first = list()
    expect(first.rows.map(({ key }) => key)).toEqual(['calendar:2027-3', 'calendar:2027-2'])
    expect(list({ cursor: first.next }).rows).toMatchObject([
      { key: 'calendar:2027-1', status: 'active', sync: 'pending' },
    ])
    expect(list({ cursor: first.next }).next).toBeNull()
    expect(list({ statuses: ['active'] }).rows).toHaveLength(1)
    expect(list({ text: '〔2026〕2号' }).rows.map(({ key }) => key)).toEqual(['calendar:2027-2'])
    expect(desk.store.read.records.findByKey('calendar', 'calendar:2027-3')).toBe(ids[2])
    expect(() => list({ cursor: 'nonsense' })).toThrow(RangeError)
    expect(desk.store.verify().problems).toEqual([])
  })

  it('that are withdrawn leave the list of what is open, and stay in the log', () => {
    desk = openDesk()
    const id = desk.newId()
    act(id, { kind: 'calendar.import', notice: notice('2027-1') })
    act(id, { kind: 'calendar.withdraw', reason: '误导入' })
    expect(list({ openOnly: true }).rows).toEqual([])
    expect(list().rows).toMatchObject([{ status: 'withdrawn', closed: true }])
    expect(desk.store.read.log.ofEntity(id)).toHaveLength(2)
  })
})
