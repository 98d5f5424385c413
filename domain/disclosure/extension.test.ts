import { describe, expect, it } from 'vitest'
import { aDraft, act, aDisclosureIntake, day, dueOf, inProcess, official, receivedOn, refusedAct } from './_testing.ts'

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
    const extended = act(inProcess('2026-03-02'), '2026-03-27', extend(20, '2026-03-26'))
    expect(dueOf(extended)).toBe('2026-04-28')
    expect(extended.status).toBe('processing')
    expect(extended.consents).toMatchObject([{ days: 20, approver: official, approvedOn: '2026-03-26' }])
    expect(extended.documents).toMatchObject([{ letter: 'disclosure_extension_notice' }])
    expect(dueOf(act(inProcess('2026-03-02'), '2026-03-27', extend(5, '2026-03-27')))).toBe('2026-04-07')
  })

  it('[DIS-13] a second extension, a longer one and a late one are refused', () => {
    const extended = act(inProcess('2026-03-02'), '2026-03-27', extend(5, '2026-03-27'))
    expect(refusedAct(extended, '2026-03-30', extend(5, '2026-03-30'))).toMatchObject({
      code: 'extension_given',
      article: 'ogi2019:33(2)',
    })
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-27', extend(21, '2026-03-27'))).toMatchObject({
      code: 'extension_too_long',
      article: 'ogi2019:33(2)',
      params: { days: 21, max: 20 },
    })
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-31', extend(20, '2026-03-31'))).toMatchObject({
      code: 'extension_late',
      article: 'ogi2019:33(2)',
      params: { due: '2026-03-30' },
    })
  })

  it('[DIS-13] it names the reason and the person who consented, with his office', () => {
    const nobody = { ...extend(20, '2026-03-26'), reason: '', approver: { name: '何敏', title: '' } }
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-27', nobody).fields).toEqual([
      { field: 'reason', code: 'required' },
      { field: 'approver.title', code: 'required' },
    ])
  })

  it('[DIS-13] under the Regulation of 2008 it is 15 days', () => {
    const old = act(null, '2019-04-01', {
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ arrivedOn: day('2019-04-01') }),
    })
    expect(refusedAct(old, '2019-04-10', extend(16, '2019-04-10'))).toMatchObject({
      code: 'extension_too_long',
      article: 'ogi2008:24(2)',
      params: { max: 15 },
    })
    expect(dueOf(old)).toBe('2019-04-23')
  })

  it('[DIS-13] an extension that was taken back leaves room for one', () => {
    const extended = act(inProcess('2026-03-02'), '2026-03-10', extend(20, '2026-03-10'))
    const undone = act(extended, '2026-03-11', { kind: 'clock.undo', fact: 1, reason: '误录' })
    expect(dueOf(undone)).toBe('2026-03-30')
    expect(dueOf(act(undone, '2026-03-12', extend(5, '2026-03-12')))).toBe('2026-04-07')
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
