import { afterEach, describe, expect, it } from 'vitest'
import { aServiceIntake, aSnapshot } from '../../domain/case/_testing.ts'
import { dayNumberOf, plainDate, plainDateInShanghai } from '../../domain/plain-date.ts'
import { aNotice } from '../../domain/record/calendar/_testing.ts'
import { decideRecord } from '../../domain/record/decide.ts'
import type { RecordAct } from '../../domain/record/record-act.ts'
import { type Desk, openDesk } from '../_testing.ts'

let desk: Desk
afterEach(() => {
  desk.remove()
})

/** 2026-12-10, a Thursday: twenty working days reach into 2027. */
const thursday = Date.UTC(2026, 11, 10, 2)

const act = (id: string, wanted: RecordAct): void => {
  desk.store.transact((writer) => {
    const state = desk.store.read.records.find(id)?.state ?? null
    const context = {
      today: plainDateInShanghai(thursday),
      role: 'administrator',
      calendar: desk.store.calendar,
    } as const
    const decided = decideRecord(state, wanted, { ...context, nextLetterNo: () => '1' })
    if (!decided.ok) throw new Error(JSON.stringify(decided.error))
    const stamp = {
      op: desk.newId(),
      entity: id,
      base: state?.version ?? 0,
      actor: 'S01',
      session: null,
      wall: thursday,
      mono: 0,
    }
    writer.records.record(decided.value, stamp)
  })
}

const day = (text: string) => dayNumberOf(plainDate(text))
const row = (id: string) =>
  desk.store.read.cases
    .list({ text: '', kinds: [], statuses: [], openOnly: false, order: 'newest', cursor: null, limit: 50 })
    .rows.find((one) => one.id === id)

describe('a calendar taken into use', () => {
  it('[CAL-11] lists every open case whose date it moves, with both dates, before and after', () => {
    desk = openDesk({ wall: thursday })
    const over = desk.open({ kind: 'service.accept', intake: aServiceIntake() })
    const near = desk.open({
      kind: 'service.accept',
      intake: aServiceIntake({ item: aSnapshot({ statutoryDays: 5, promisedDays: 3 }) }),
    })
    expect(row(over.id)).toMatchObject({ statutoryDue: '2027-01-07', promisedDue: '2026-12-24', provisional: true })
    expect(desk.store.read.calendar.preview(aNotice)).toEqual([
      {
        caseId: over.id,
        caseNo: over.caseNo,
        kind: 'service',
        before: { statutory: day('2027-01-07'), promised: day('2026-12-24'), issue: null, provisional: true },
        after: { statutory: day('2027-01-08'), promised: day('2026-12-24'), issue: null, provisional: false },
      },
    ])
    expect(row(over.id)?.statutoryDue).toBe('2027-01-07')
    const id = desk.newId()
    act(id, { kind: 'calendar.import', notice: aNotice })
    expect(desk.store.calendar.id).toBe('2026-1')
    act(id, { kind: 'calendar.activate', moved: 1 })
    expect(desk.store.calendar.id).toBe('2027-1')
    expect(row(over.id)).toMatchObject({ statutoryDue: '2027-01-08', provisional: false })
    expect(row(near.id)).toMatchObject({ statutoryDue: '2026-12-17', provisional: false })
    expect(desk.store.verify().problems).toEqual([])
    desk.reopen()
    expect(desk.store.calendar.id).toBe('2027-1')
    act(id, { kind: 'calendar.withdraw', reason: '误用' })
    expect(row(over.id)).toMatchObject({ statutoryDue: '2027-01-07', provisional: true })
  })

  it('[CAL-11] lists also what is approved and not handed over yet, when the last day to hand it over moves', () => {
    desk = openDesk({ wall: Date.UTC(2026, 11, 21, 2) })
    const { id } = desk.open({ kind: 'service.accept', intake: aServiceIntake() })
    desk.act(id, { kind: 'service.claim', handler: '王丽' }, 'reviewer')
    desk.act(id, { kind: 'service.step_pass', opinion: '符合条件' }, 'reviewer')
    desk.act(id, { kind: 'service.approve', opinion: null, signedBy: '张志强', lateReason: null }, 'reviewer')
    expect(desk.store.read.calendar.preview(aNotice)).toMatchObject([
      { caseId: id, before: { issue: day('2027-01-04') }, after: { issue: day('2027-01-05') } },
    ])
  })
})
