import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import {
  aDenial,
  aDraft,
  aHistoricalRequest,
  act,
  day,
  imported,
  inProcess,
  receivedOn,
  repliedAndClosed,
  signedReply,
} from './_testing.ts'
import { deskPlaceOf, waitedUntil } from './desk-place.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { remediesRun, remedyTimeOf } from './remedy-time.ts'

const placeOn = (state: DisclosureCase, on: string) => deskPlaceOf(state, day(on), currentWorkCalendar)
const timeOf = (state: DisclosureCase) => remedyTimeOf(state, currentWorkCalendar)
const deliver = (reply = aDraft(), signedOn: string | null = '2026-03-26') =>
  act(signedReply(inProcess('2026-03-02'), '2026-03-25', reply), '2026-03-26', {
    kind: 'disclosure.deliver',
    way: 'in_person',
    sentOn: day('2026-03-26'),
    proof: signedOn === null ? null : { kind: 'signature', signedBy: '孙建国', signedOn: day(signedOn) },
  })

describe('the desk of the disclosure office', () => {
  it('[DIS-36] finds a request in one place: what it waits for, until nothing is owed any more', () => {
    expect(placeOn(receivedOn('2026-03-02'), '2026-03-02')).toBe('registration')
    const open = inProcess('2026-03-02')
    expect([placeOn(open, '2026-03-02'), waitedUntil(open, currentWorkCalendar)]).toEqual(['handling', null])
    const corrected = act(open, '2026-03-03', {
      kind: 'disclosure.notice_correction',
      items: ['写明文件名称'],
      correctBy: day('2026-03-20'),
      consequence: '逾期不补正的，视为放弃申请',
    })
    expect([placeOn(corrected, '2026-03-03'), waitedUntil(corrected, currentWorkCalendar)]).toEqual([
      'correction',
      '2026-03-20',
    ])
    const asked = act(open, '2026-03-03', { kind: 'disclosure.request_extension', days: 10, reason: '档案量大' })
    expect(placeOn(asked, '2026-03-03')).toBe('extension')
    const drafted = act(act(open, '2026-03-03', { kind: 'disclosure.draft', reply: aDraft() }), '2026-03-03', {
      kind: 'disclosure.submit',
    })
    expect(placeOn(drafted, '2026-03-03')).toBe('handling')
    const signed = signedReply(open, '2026-03-04', aDraft())
    expect(placeOn(signed, '2026-03-04')).toBe('delivery')
    expect(placeOn(deliver(aDraft(), null), '2026-03-26')).toBe('delivery')
    expect(placeOn(deliver(), '2026-03-26')).toBe('remedies')
    const closed = act(deliver(), '2026-03-26', { kind: 'disclosure.close' })
    expect([placeOn(closed, '2026-09-28'), placeOn(closed, '2026-09-29')]).toEqual(['remedies', null])
    expect(placeOn(imported(aHistoricalRequest()), '2026-01-05')).toBeNull()
  })

  it('[DIS-37] remedies run from the day that is proven: sixty days, six months, a rest day moves on', () => {
    // 2026-05-25 is a Monday; 2026-09-26 is a Saturday, and the Sunday after it is followed by a Monday.
    expect(timeOf(deliver())).toEqual({
      knownOn: '2026-03-26',
      reconsiderationBy: '2026-05-25',
      litigationBy: '2026-09-28',
      reconsiderationFirst: false,
      pending: false,
    })
    expect(timeOf(deliver(aDenial()))).toMatchObject({ reconsiderationFirst: true, litigationBy: null })
    expect(timeOf(deliver(aDraft(), null))).toMatchObject({ knownOn: null, reconsiderationBy: null })
    expect(timeOf(inProcess('2026-03-02'))).toBeNull()
  })

  it('[DIS-37] what was gone against stays on the desk until its result is recorded', () => {
    const closed = repliedAndClosed(inProcess('2026-03-02'), '2026-03-25', aDraft())
    const remedy = (result: 'pending' | 'maintain') =>
      ({
        kind: 'disclosure.reconsideration',
        record: { result, year: 2026, body: '青岚县人民政府', decisionNo: null },
      }) as const
    const pending = act(closed, '2026-05-11', remedy('pending'))
    expect(remediesRun(timeOf(pending), day('2027-05-11'))).toBe(true)
    const settled = act(pending, '2026-07-06', remedy('maintain'))
    expect(remediesRun(timeOf(settled), day('2027-05-11'))).toBe(false)
  })
})
