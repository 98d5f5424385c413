import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { day } from '../case/_testing.ts'
import { caseClocks } from '../case/clocks.ts'
import { aFeeLine, accept, accepted, chargedItem, go, refusedOn, serviceAfter } from './_testing.ts'
import type { ServiceAct } from './service-act.ts'

const charged = serviceAfter(['2026-09-28', accept({ item: chargedItem })])
const notice = (...lines: readonly ReturnType<typeof aFeeLine>[]): ServiceAct => ({ kind: 'service.fee_notice', lines })
const paid = (fen: number): ServiceAct => ({
  kind: 'service.fee_paid',
  payment: { on: day('2026-10-09'), fen, method: 'card', receiptNo: '0012345678' },
})

describe('charges of a request', () => {
  it('[SRV-37] what the guide does not charge for is not charged for', () => {
    expect(refusedOn('2026-09-29', accepted, notice(aFeeLine()))).toMatchObject({
      code: 'fee_not_published',
      article: 'licensing:59',
    })
  })

  it('[SRV-37] a licence is charged for on a law or an administrative regulation only', () => {
    const local = aFeeLine({ basis: { kind: 'other_norm', text: '县政府文件' } })
    expect(refusedOn('2026-09-29', charged, notice(aFeeLine({ item: '工本费' }), local))).toMatchObject({
      code: 'fee_unlawful',
      article: 'licensing:58(1)',
      params: { line: 2, problem: 'basis_too_low' },
    })
    expect(refusedOn('2026-09-29', charged, notice()).fields).toEqual([{ field: 'lines', code: 'required' }])
  })

  it('[SRV-38] the notice is paid to the 分, with its receipt, and a reduction has its basis', () => {
    const noticed = go(charged, ['2026-09-29', notice(aFeeLine())])
    expect(noticed.documents.map(({ letter }) => letter)).toEqual(['service_fee_notice'])
    expect(refusedOn('2026-09-29', noticed, notice(aFeeLine())).code).toBe('fee_noticed')
    expect(refusedOn('2026-10-09', noticed, paid(23_999))).toMatchObject({
      code: 'fee_amount_wrong',
      params: { fen: 24_000 },
    })
    const reduce: ServiceAct = { kind: 'service.fee_reduce', line: 1, fen: 4000, basis: '《减免办法》第三条' }
    expect(refusedOn('2026-09-30', noticed, { ...reduce, fen: 24_001 })).toMatchObject({
      params: { line: 1, problem: 'reduction_invalid' },
    })
    expect(refusedOn('2026-09-30', noticed, { ...reduce, basis: '' }).fields).toEqual([
      { field: 'basis', code: 'required' },
    ])
    const settled = go(noticed, ['2026-09-30', reduce], ['2026-10-09', paid(20_000)])
    expect(settled.fee?.paid).toMatchObject({ fen: 20_000, receiptNo: '0012345678' })
    expect(settled.documents.map(({ letter }) => letter)).toEqual(['service_fee_notice', 'service_settlement'])
    expect(refusedOn('2026-10-10', settled, paid(20_000)).code).toBe('fee_paid_already')
  })

  it('[SRV-38] waiting for the money moves no limit', () => {
    const before = caseClocks(charged, calendar)
    const noticed = go(charged, ['2026-09-29', notice(aFeeLine())])
    const after = caseClocks(go(noticed, ['2026-10-09', paid(24_000)]), calendar)
    expect([caseClocks(noticed, calendar).statutory?.due, after.statutory?.due, after.promised?.due]).toEqual([
      before.statutory?.due,
      before.statutory?.due,
      before.promised?.due,
    ])
  })
})
