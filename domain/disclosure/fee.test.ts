import { describe, expect, it } from 'vitest'
import { actingOn } from '../case/_testing.ts'
import type { CaseLookUp } from '../case/case-module.ts'
import { act, asDisclosure, day, dueOf, inProcess, refusedAct } from './_testing.ts'

const charge = (requests: number | null, pages: number | null, fen: number) =>
  ({ kind: 'disclosure.charge_fee', requests, pages, fen }) as const

/** A store that counts so many requests of the applicant in the month. */
const counting = (place: number | null): { readonly role: 'disclosure_officer'; readonly lookUp: CaseLookUp } => ({
  role: 'disclosure_officer',
  lookUp: { requestOfMonth: () => place, hasRequest: () => true },
})

describe('information-processing fee (条例 art. 42; 国办函〔2020〕109号)', () => {
  it('[DIS-15] it is charged by case or by page, never by both', () => {
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-05', charge(11, 68, 38_000))).toMatchObject({
      code: 'fee_both_tariffs',
      article: 'ogiFee:3',
    })
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-05', charge(null, null, 0)).fields).toEqual([
      { field: 'requests', code: 'required' },
    ])
    expect(act(inProcess('2026-03-02'), '2026-03-05', charge(null, 68, 38_000))).toMatchObject({
      status: 'fee_wait',
      fee: { fen: 38_000, pages: 68 },
      documents: [{ letter: 'disclosure_fee_notice' }],
    })
  })

  it('[DIS-15] the free part costs nothing, and by case each request pays its own slice of the month', () => {
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-05', charge(10, null, 0)).code).toBe('fee_not_due')
    for (const [place, fen] of [
      [11, 10_000],
      [12, 10_000],
      [31, 20_000],
      [41, 30_000],
    ] as const) {
      expect(act(inProcess('2026-03-02'), '2026-03-05', charge(place, null, fen)).fee).toMatchObject({ fen })
    }
    // The eleventh and the twelfth together: 200 yuan are the fee of the month, not of the twelfth.
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-05', charge(12, null, 20_000))).toMatchObject({
      code: 'fee_not_by_tariff',
      article: 'ogiFee:4',
      params: { fen: 10_000 },
    })
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-05', charge(null, 68, 1))).toMatchObject({
      code: 'fee_not_by_tariff',
      article: 'ogiFee:5',
    })
  })

  it('[DIS-15] a place in the month is charged for once, whatever the reason given', () => {
    const desk = actingOn(day('2026-03-05'))
    const lookUp: CaseLookUp = { requestOfMonth: () => 12, hasRequest: () => true, chargedPlaces: () => [11] }
    const doer = { role: 'disclosure_officer', lookUp } as const
    const again = { ...charge(11, null, 10_000), countReason: '按窗口登记' }
    expect(desk.refused(inProcess('2026-03-02'), again, doer)).toMatchObject({
      code: 'fee_place_charged',
      article: 'ogiFee:4',
      params: { known: 11 },
    })
    expect(desk.done(inProcess('2026-03-02'), charge(12, null, 10_000), doer)).toMatchObject({ status: 'fee_wait' })
  })

  it('[DIS-15] a place in the month other than the store counts needs its reason, which is recorded', () => {
    const desk = actingOn(day('2026-03-05'))
    const processing = inProcess('2026-03-02')
    expect(desk.refused(processing, charge(12, null, 10_000), counting(11))).toMatchObject({
      code: 'fee_ordinal_differs',
      article: 'ogiFee:4',
      params: { known: 11 },
    })
    expect(desk.refused(processing, { ...charge(12, null, 10_000), countReason: ' ' }, counting(11)).code).toBe(
      'fee_ordinal_differs',
    )
    const countReason = '二号窗口有一件尚未同步'
    const told = asDisclosure(desk.done(processing, { ...charge(12, null, 10_000), countReason }, counting(11)))
    expect(told.fee).toMatchObject({ requests: 12, fen: 10_000, countReason })
    for (const agreeing of [counting(12), counting(null)])
      expect(asDisclosure(desk.done(processing, charge(12, null, 10_000), agreeing)).fee?.countReason).toBeNull()
    // Pages are of one request: nothing is counted.
    expect(desk.done(processing, charge(null, 68, 38_000), counting(1)).status).toBe('fee_wait')
  })

  it('[DIS-15] paid, the reply period runs afresh; a second tariff is refused by name, also while the first is owed', () => {
    const waiting = act(inProcess('2026-03-02'), '2026-03-05', charge(11, null, 10_000))
    expect(dueOf(waiting)).toBeNull()
    const second = { code: 'fee_already_charged', article: 'ogiFee:3' }
    expect(refusedAct(waiting, '2026-03-05', charge(null, 68, 38_000))).toMatchObject(second)
    const paid = act(waiting, '2026-03-18', {
      kind: 'disclosure.fee_paid',
      paidOn: day('2026-03-18'),
      receiptNo: '00123',
    })
    expect(paid).toMatchObject({ status: 'processing', fee: { paid: { on: '2026-03-18' } } })
    expect(dueOf(paid)).toBe('2026-04-16')
    expect(refusedAct(paid, '2026-03-19', charge(11, null, 10_000))).toMatchObject(second)
  })

  it('[DIS-15] a notice after the limit has run out is refused: it would start the limit afresh', () => {
    expect(act(inProcess('2026-03-02'), '2026-03-30', charge(null, 68, 38_000)).status).toBe('fee_wait')
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-31', charge(null, 68, 38_000))).toMatchObject({
      code: 'limit_run_out',
      article: 'ogi2019:42',
      params: { due: '2026-03-30' },
    })
  })

  it('[DIS-15] not paid within 30 days of the arrival of the notice, and so found, it is not processed further', () => {
    const waiting = act(inProcess('2026-03-02'), '2026-03-05', charge(11, null, 10_000))
    const lapse = { kind: 'disclosure.lapse', finding: '逾期未缴费' } as const
    expect(refusedAct(waiting, '2026-05-20', lapse).code).toBe('receipt_not_recorded')
    const told = act(waiting, '2026-03-10', { kind: 'disclosure.fee_notice_received', receivedOn: day('2026-03-09') })
    expect(refusedAct(told, '2026-04-08', lapse)).toMatchObject({
      code: 'time_not_run_out',
      params: { until: '2026-04-08' },
    })
    expect(act(told, '2026-04-09', lapse)).toMatchObject({ status: 'closed', ending: { outcome: 'other_no_fee' } })
  })

  it('[DIS-15] a notice that never arrives is taken back with its attempts, and stops the clock no longer than one that does', () => {
    const waiting = act(inProcess('2026-03-02'), '2026-03-05', charge(11, null, 10_000))
    const back = (until: string, attempts = ['03-09 邮局退回：查无此人', '03-12 电话无人接听']) =>
      ({ kind: 'disclosure.fee_undelivered', attempts, until: day(until) }) as const
    expect(refusedAct(waiting, '2026-03-12', back('2026-03-12', [])).fields).toEqual([
      { field: 'attempts', code: 'required' },
    ])
    expect(refusedAct(waiting, '2026-06-12', back('2026-06-12'))).toMatchObject({
      code: 'pause_too_long',
      article: 'ogi2019:42',
      params: { until: '2026-04-07' },
    })
    const processing = act(waiting, '2026-03-16', back('2026-03-12'))
    expect(processing).toMatchObject({ status: 'processing', fee: { paid: null, cancelled: { on: '2026-03-16' } } })
    // Five working days, 03-06 to 03-12, are left out.
    expect(dueOf(processing)).toBe('2026-04-07')
    // It may be noticed anew, by another way.
    expect(act(processing, '2026-03-16', charge(11, null, 10_000))).toMatchObject({
      status: 'fee_wait',
      fee: { cancelled: null, noticeOn: '2026-03-16' },
      formerFees: [{ noticeOn: '2026-03-05' }],
      documents: [{ letter: 'disclosure_fee_notice' }, { letter: 'disclosure_fee_notice' }],
    })
    // One that is lost again stops nothing: notices cannot be sent until it suits.
    const twice = act(act(processing, '2026-03-16', charge(11, null, 10_000)), '2026-04-10', back('2026-04-10'))
    expect(dueOf(twice)).toBe('2026-04-07')
    expect(refusedAct(twice, '2026-04-10', charge(11, null, 10_000))).toMatchObject({ code: 'limit_run_out' })
    // Nor does a correction of its days afterwards give more.
    const change = (fact: number, from: string, to: string) =>
      ({ kind: 'clock.change_pause', fact, from: day(from), to: day(to), reason: '退回日期登记有误' }) as const
    expect(dueOf(act(twice, '2026-04-10', change(1, '2026-03-05', '2026-03-13')))).toBe('2026-04-08')
    for (const [fact, from, to, until] of [
      [1, '2026-03-05', '2026-06-12', '2026-04-07'],
      [2, '2026-03-16', '2026-03-17', '2026-03-16'],
    ] as const) {
      expect(refusedAct(twice, '2026-06-12', change(fact, from, to))).toMatchObject({
        code: 'pause_too_long',
        article: 'ogi2019:42',
        params: { until },
      })
    }
    const told = act(waiting, '2026-03-10', { kind: 'disclosure.fee_notice_received', receivedOn: day('2026-03-09') })
    expect(refusedAct(told, '2026-03-12', back('2026-03-12')).fields).toEqual([
      { field: 'attempts', code: 'not_applicable' },
    ])
  })
})
