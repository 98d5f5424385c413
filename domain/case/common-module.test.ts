import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { addDays } from '../plain-date.ts'
import { aDisclosureIntake, aServiceIntake, actingOn, day } from './_testing.ts'
import type { CaseState } from './case-state.ts'
import { caseClocks } from './clocks.ts'
import { withClockFact } from './clock-log.ts'

const today = day('2026-09-28')
const { done, refused } = actingOn(today)
const head = { role: 'head' } as const
const accepted = done(null, { kind: 'service.accept', intake: aServiceIntake() })

/** With a numbered letter, as an act that owes one leaves it. */
const withLetter: CaseState = {
  ...accepted,
  documents: [
    { n: 1, letter: 'service_extension_notice', no: '延告〔2026〕W03-1号', on: today, voided: null, replaces: null },
  ],
}
const print = (document: number) =>
  ({ kind: 'letter.print', letter: 'service_extension_notice', document, templateVersion: 'v1', copies: 1 }) as const

describe('numbered letters', () => {
  it('[CASE-13] are voided with a reason and issued again once, under a new number that names the old', () => {
    expect(done(withLetter, print(1)).prints).toMatchObject([{ letter: 'service_extension_notice', times: 1 }])
    const voided = done(withLetter, { kind: 'letter.void', document: 1, reason: '日期写错' }, head)
    expect(voided.documents).toMatchObject([{ n: 1, voided: { on: today, reason: '日期写错' } }])
    expect(refused(voided, print(1)).code).toBe('letter_not_available')
    const again = done(voided, { kind: 'letter.reissue', document: 1, reason: '更正' }, head)
    expect(again.documents[1]).toEqual({
      n: 2,
      letter: 'service_extension_notice',
      no: 'service_extension_notice-1',
      on: today,
      voided: null,
      replaces: 1,
    })
    expect(done(again, print(2)).prints).toHaveLength(1)
    expect(refused(again, { kind: 'letter.reissue', document: 1, reason: '再来' }, head).code).toBe('document_not_void')
  })

  it('[LTR-20] a print says why it was made again, in words that say something, and counts as any print', () => {
    const first = done(withLetter, print(1))
    const again = done(first, { ...print(1), copies: 2, reason: '申请人遗失' })
    expect(again.prints).toMatchObject([{ letter: 'service_extension_notice', document: 1, times: 2 }])
    expect(again.version).toBe(withLetter.version)
    expect(refused(first, { ...print(1), reason: '　 ' })).toMatchObject({
      code: 'invalid_fields',
      fields: [{ field: 'reason', code: 'required' }],
    })
  })

  it('[CASE-13] that do not exist, are void already, or are in force are refused', () => {
    expect(refused(withLetter, { kind: 'letter.void', document: 2, reason: 'x' }, head).code).toBe('document_unknown')
    expect(refused(withLetter, { kind: 'letter.void', document: 1, reason: ' ' }, head).code).toBe('invalid_fields')
    expect(refused(withLetter, { kind: 'letter.reissue', document: 1, reason: 'x' }, head).code).toBe(
      'document_not_void',
    )
    expect(refused(withLetter, { ...print(1), letter: 'service_denial' }).code).toBe('letter_not_available')
  })
})

describe('corrections of a clock', () => {
  const received = done(null, { kind: 'disclosure.register', intake: aDisclosureIntake() })
  const due = (state: CaseState) => caseClocks(state, calendar).statutory?.due
  const paused = withClockFact(received, {
    kind: 'pause',
    reason: 'third_party',
    from: day('2026-09-16'),
    to: day('2026-09-21'),
  })

  it('[CASE-14] change the start, the days of a pause, or take a fact back; the deadline is that of what remains', () => {
    expect(due(received)).toBe('2026-10-16')
    expect(due(paused)).toBe('2026-10-22')
    const moved = done(paused, { kind: 'clock.change_start', start: day('2026-09-15'), reason: '签收日登记有误' }, head)
    expect(due(moved)).toBe('2026-10-23')
    const change = {
      kind: 'clock.change_pause',
      fact: 1,
      from: day('2026-09-16'),
      to: day('2026-09-17'),
      reason: '回函日期',
    } as const
    expect(due(done(moved, change, head))).toBe('2026-10-20')
    const undone = done(moved, { kind: 'clock.undo', fact: 1, reason: '未实际征求' }, head)
    expect(due(undone)).toBe('2026-10-19')
    expect(undone.clockFacts).toMatchObject([{ n: 1, undone: true }])
  })

  it('[CLK-24] no acceptance before the papers arrived, and no receipt long before', () => {
    const change = { kind: 'clock.change_start', start: day('2026-08-14'), reason: '签收日登记有误' } as const
    expect(refused(received, change, head)).toMatchObject({
      code: 'start_before_arrival',
      article: 'ogi2019:33(2)',
      params: { arrivedOn: '2026-09-14', earliest: '2026-08-15' },
    })
    expect(due(done(received, { ...change, start: day('2026-09-11') }, head))).toBe('2026-10-15')
    const service = done(null, { kind: 'service.accept', intake: aServiceIntake() })
    expect(refused(service, { ...change, start: addDays(service.arrivedOn, -1) }, head)).toMatchObject({
      code: 'start_before_arrival',
      article: 'licensing:42',
      params: { earliest: service.arrivedOn },
    })
  })

  it('[CASE-14] that contradict the other facts, name none, or would end an open pause are refused', () => {
    const late = { kind: 'clock.change_start', start: day('2026-09-17'), reason: 'x' } as const
    expect(refused(paused, late, head).code).toBe('clock_contradiction')
    expect(refused(paused, { ...late, start: day('2026-09-29') }, head).code).toBe('invalid_fields')
    expect(refused(paused, { kind: 'clock.undo', fact: 2, reason: 'x' }, head).code).toBe('clock_fact_unknown')
    const open = withClockFact(received, { kind: 'pause', reason: 'third_party', from: day('2026-09-16'), to: null })
    expect(refused(open, { kind: 'clock.undo', fact: 1, reason: 'x' }, head).code).toBe('clock_fact_not_changeable')
    expect(refused(paused, { kind: 'clock.undo', fact: 1, reason: 'x' }).code).toBe('role_not_permitted')
    const waiting = done(null, { kind: 'disclosure.register', intake: aDisclosureIntake({ channel: 'online' }) })
    expect(refused(waiting, { ...late, start: day('2026-09-15') }, head).code).toBe('clock_not_running')
  })
})
