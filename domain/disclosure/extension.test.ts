import { describe, expect, it } from 'vitest'
import { actingOn } from '../case/_testing.ts'
import { version } from '../settings/_testing.ts'
import {
  aDraft,
  act,
  aDisclosureIntake,
  day,
  dueOf,
  inProcess,
  official,
  receivedOn,
  refusedAct,
  repliedAndClosed,
} from './_testing.ts'

const extend = (days: number, approvedOn: string) =>
  ({
    kind: 'disclosure.extend',
    days,
    reason: '需汇总多个年度的资料',
    approver: official,
    approvedOn: day(approvedOn),
  }) as const

describe('extension of the reply (条例 art. 33(2))', () => {
  it('[DIS-13] the head of the office may extend once by up to 20 working days, and the applicant is told', () => {
    const extended = act(inProcess('2026-03-02'), '2026-03-27', extend(20, '2026-03-26'), 'head')
    expect(dueOf(extended)).toBe('2026-04-28')
    expect(extended.status).toBe('processing')
    expect(extended.consents).toMatchObject([{ days: 20, approver: official, approvedOn: '2026-03-26' }])
    expect(extended.documents).toMatchObject([{ letter: 'disclosure_extension_notice' }])
    expect(dueOf(act(inProcess('2026-03-02'), '2026-03-27', extend(5, '2026-03-27'), 'head'))).toBe('2026-04-07')
  })

  it('[DIS-13] a second extension, a longer one and a late one are refused', () => {
    const extended = act(inProcess('2026-03-02'), '2026-03-27', extend(5, '2026-03-27'), 'head')
    expect(refusedAct(extended, '2026-03-30', extend(5, '2026-03-30'), 'head')).toMatchObject({
      code: 'extension_given',
      article: 'ogi2019:33(2)',
    })
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-27', extend(21, '2026-03-27'), 'head')).toMatchObject({
      code: 'extension_too_long',
      article: 'ogi2019:33(2)',
      params: { days: 21, max: 20 },
    })
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-31', extend(20, '2026-03-31'), 'head')).toMatchObject({
      code: 'extension_late',
      article: 'ogi2019:33(2)',
      params: { due: '2026-03-30' },
    })
  })

  it('[DIS-13] whoever works on it asks, and the head decides: nobody extends by naming a head', () => {
    const processing = inProcess('2026-03-02')
    for (const role of ['disclosure_officer', 'reviewer', 'administrator', 'clerk'] as const)
      expect(refusedAct(processing, '2026-03-27', extend(20, '2026-03-27'), role).code, role).toBe('role_not_permitted')
    const request = { kind: 'disclosure.request_extension', days: 20, reason: '需汇总多个年度的资料' } as const
    expect(refusedAct(processing, '2026-03-27', request, 'head').code).toBe('role_not_permitted')
    const asked = act(processing, '2026-03-27', request)
    expect(asked.extensionRequest).toEqual({ days: 20, reason: '需汇总多个年度的资料', on: '2026-03-27' })
    expect(dueOf(asked)).toBe('2026-03-30')
    expect(refusedAct(asked, '2026-03-27', request)).toMatchObject({
      code: 'extension_requested',
      article: 'ogi2019:33(2)',
    })
    const granted = act(asked, '2026-03-30', extend(10, '2026-03-30'), 'head')
    expect(granted).toMatchObject({ extensionRequest: null, consents: [{ days: 10 }] })
    const refused = act(asked, '2026-03-30', { kind: 'disclosure.refuse_extension', reason: '资料不多' }, 'head')
    expect(refused.extensionRequest).toBeNull()
    expect(dueOf(refused)).toBe('2026-03-30')
    expect(
      refusedAct(refused, '2026-03-30', { kind: 'disclosure.refuse_extension', reason: '资料不多' }, 'head').code,
    ).toBe('extension_not_requested')
  })

  it('[DIS-13] a request does not stop the limit: consent after it has run out comes too late', () => {
    const request = { kind: 'disclosure.request_extension', days: 20, reason: '资料多' } as const
    const asked = act(inProcess('2026-03-02'), '2026-03-27', request)
    expect(refusedAct(asked, '2026-03-31', extend(20, '2026-03-31'), 'head')).toMatchObject({
      code: 'extension_late',
      params: { due: '2026-03-30' },
    })
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-31', request).code).toBe('extension_late')
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-27', { ...request, days: 21 }).code).toBe('extension_too_long')
  })

  it('[DIS-13] while nobody knows when a letter arrived, nothing is extended that may have run out', () => {
    const asked = act(inProcess('2026-03-02'), '2026-03-06', {
      kind: 'disclosure.consult_third_party',
      name: '清河公司',
      matter: '合同',
      sentOn: day('2026-03-06'),
    })
    const arrived = (on: string, receivedOn: string) =>
      act(asked, on, { kind: 'disclosure.third_party_received', party: 1, receivedOn: day(receivedOn) })
    expect(dueOf(asked)).toBeNull()
    // Arrived on the day it was sent, the letter would give time until 03-27, and the limit would end on 04-21.
    expect(dueOf(arrived('2026-03-06', '2026-03-06'))).toBe('2026-04-21')
    expect(act(asked, '2026-04-21', extend(20, '2026-04-21'), 'head').consents).toHaveLength(1)
    expect(refusedAct(asked, '2026-04-22', extend(20, '2026-04-22'), 'head')).toMatchObject({
      code: 'receipt_not_recorded',
      article: 'ogi2019:33(2)',
    })
    const known = arrived('2026-04-22', '2026-03-10')
    expect(dueOf(act(known, '2026-04-22', extend(20, '2026-04-22'), 'head'))).not.toBeNull()
  })

  it('[DIS-13] a second extension is refused by name also where the reply is out already', () => {
    const extended = act(inProcess('2026-03-02'), '2026-03-27', extend(5, '2026-03-27'), 'head')
    const sent = repliedAndClosed(extended, '2026-03-30', aDraft())
    expect(refusedAct(sent, '2026-04-01', extend(5, '2026-04-01'), 'head')).toMatchObject({
      code: 'extension_given',
      article: 'ogi2019:33(2)',
    })
  })

  it('[DIS-13] it names the reason and the person who consented, with his office', () => {
    const nobody = { ...extend(20, '2026-03-26'), reason: '', approver: { name: '何敏', title: '' } }
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-27', nobody, 'head').fields).toEqual([
      { field: 'reason', code: 'required' },
      { field: 'approver.title', code: 'required' },
    ])
  })

  it('[DIS-13] under the Regulation of 2008 it is 15 days', () => {
    const old = act(null, '2019-04-01', {
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ arrivedOn: day('2019-04-01') }),
    })
    expect(refusedAct(old, '2019-04-10', extend(16, '2019-04-10'), 'head')).toMatchObject({
      code: 'extension_too_long',
      article: 'ogi2008:24(2)',
      params: { max: 15 },
    })
    expect(dueOf(old)).toBe('2019-04-23')
  })

  it('[DIS-13] an extension that was taken back leaves room for one', () => {
    const extended = act(inProcess('2026-03-02'), '2026-03-10', extend(20, '2026-03-10'), 'head')
    const undone = act(extended, '2026-03-11', { kind: 'clock.undo', fact: 1, reason: '误录' })
    expect(dueOf(undone)).toBe('2026-03-30')
    expect(dueOf(act(undone, '2026-03-12', extend(5, '2026-03-12'), 'head'))).toBe('2026-04-07')
  })
})

describe('excessive requests (条例 art. 35)', () => {
  const asked = () =>
    act(receivedOn('2026-03-02'), '2026-03-04', {
      kind: 'disclosure.ask_reason',
      reasonBy: day('2026-03-16'),
      finding: '当月第 40 件',
    })
  const answer = { receivedOn: day('2026-03-10'), reason: '用于课题研究', finding: '理由合理' } as const

  it('[DIS-14] asking for reasons stops nothing', () => {
    expect(asked()).toMatchObject({ status: 'reason_wait', documents: [{ letter: 'disclosure_reason_notice' }] })
    expect(dueOf(asked())).toBe('2026-03-30')
  })

  it('[DIS-14] reasonable and too much for the limit: a reasonable delay is fixed and told', () => {
    const delayed = act(asked(), '2026-03-10', { kind: 'disclosure.accept_reason', ...answer, delayDays: 30 })
    expect(delayed.status).toBe('processing')
    expect(dueOf(delayed)).toBe('2026-05-14')
    expect(delayed.documents.map(({ letter }) => letter)).toContain('disclosure_delay_notice')
    const inTime = act(asked(), '2026-03-10', { kind: 'disclosure.accept_reason', ...answer, delayDays: null })
    expect(dueOf(inTime)).toBe('2026-03-30')
    expect(inTime.documents.map(({ letter }) => letter)).not.toContain('disclosure_delay_notice')
  })

  it('[DIS-14] a delay is fixed before the limit has run out, and no longer than the center holds reasonable', () => {
    const accept = (delayDays: number | null) => ({ kind: 'disclosure.accept_reason', ...answer, delayDays }) as const
    expect(act(asked(), '2026-03-30', accept(60)).delay?.days).toBe(60)
    expect(refusedAct(asked(), '2026-03-30', accept(61))).toMatchObject({
      code: 'extension_too_long',
      article: 'ogi2019:35',
      params: { days: 61, max: 60 },
    })
    expect(refusedAct(asked(), '2026-03-31', accept(1))).toMatchObject({
      code: 'limit_run_out',
      article: 'ogi2019:35',
      params: { due: '2026-03-30' },
    })
    expect(act(asked(), '2026-03-31', accept(null)).status).toBe('processing')
    expect(
      refusedAct(asked(), '2026-03-10', { kind: 'disclosure.ask_reason', reasonBy: day('2026-03-20'), finding: 'x' }),
    ).toMatchObject({ code: 'reason_asked', article: 'ogi2019:35' })
  })

  it('[DIS-14] a center sets its own longest delay, which a request keeps from its first day on', () => {
    const values = { confirmationDays: 20, paymentDays: null, maxDelayDays: 15 }
    const settings = [version('2026-01-01', { topic: 'disclosure', values })]
    const desk = actingOn(day('2026-03-02'))
    const intake = aDisclosureIntake({ arrivedOn: day('2026-03-02') })
    const opened = desk.done(null, { kind: 'disclosure.register', intake }, { settings })
    const waiting = act(opened, '2026-03-04', {
      kind: 'disclosure.ask_reason',
      reasonBy: day('2026-03-16'),
      finding: 'x',
    })
    expect(
      refusedAct(waiting, '2026-03-10', { kind: 'disclosure.accept_reason', ...answer, delayDays: 16 }).params,
    ).toEqual({ days: 16, max: 15 })
  })

  it('[DIS-14] unreasonable or none in time: not processed, and only then', () => {
    const reply = aDraft({
      outcome: 'not_massive',
      access: null,
      grounds: [{ article: 'ogi2019:35', reason: '申请理由不合理' }],
    })
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-10', { kind: 'disclosure.draft', reply })).toMatchObject({
      code: 'outcome_not_open',
      article: 'ogi2019:35',
    })
    const rejected = act(asked(), '2026-03-10', { kind: 'disclosure.reject_reason', ...answer, finding: '理由不合理' })
    expect(act(rejected, '2026-03-10', { kind: 'disclosure.draft', reply }).draft?.outcome).toBe('not_massive')
    const lapse = { kind: 'disclosure.reason_lapsed', finding: '逾期未说明理由' } as const
    expect(refusedAct(asked(), '2026-03-16', lapse).code).toBe('time_not_run_out')
    expect(act(asked(), '2026-03-17', lapse).status).toBe('drafting')
  })
})
