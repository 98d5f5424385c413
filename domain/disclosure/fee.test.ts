import { describe, expect, it } from 'vitest'
import { act, day, dueOf, inProcess, refusedAct } from './_testing.ts'

const charge = (requests: number | null, pages: number | null, fen: number) =>
  ({ kind: 'disclosure.charge_fee', requests, pages, fen }) as const

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

  it('[DIS-15] the free part costs nothing, and the sum is that of the tariff', () => {
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-05', charge(10, null, 0)).code).toBe('fee_not_due')
    expect(refusedAct(inProcess('2026-03-02'), '2026-03-05', charge(11, null, 20_000))).toMatchObject({
      code: 'fee_not_by_tariff',
      params: { fen: 10_000 },
    })
  })

  it('[DIS-15] paid, the reply period runs afresh', () => {
    const waiting = act(inProcess('2026-03-02'), '2026-03-05', charge(11, null, 10_000))
    expect(dueOf(waiting)).toBeNull()
    const paid = act(waiting, '2026-03-18', {
      kind: 'disclosure.fee_paid',
      paidOn: day('2026-03-18'),
      receiptNo: '00123',
    })
    expect(paid).toMatchObject({ status: 'processing', fee: { paid: { on: '2026-03-18' } } })
    expect(dueOf(paid)).toBe('2026-04-16')
    expect(refusedAct(paid, '2026-03-19', charge(11, null, 10_000)).code).toBe('fee_already_charged')
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
})
