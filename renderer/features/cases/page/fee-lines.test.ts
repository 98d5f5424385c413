import { describe, expect, it } from 'vitest'
import { actingOn, aServiceIntake } from '../../../../domain/case/_testing.ts'
import { plainDate } from '../../../../domain/plain-date.ts'
import { feeOf } from './fee-lines.ts'

const { done } = actingOn(plainDate('2026-10-12'))
const plain = aServiceIntake()
const intake = {
  ...plain,
  item: { ...plain.item, fee: { charged: true, basis: '《工本费条例》第二条', standard: '10元/本' } },
}
const accepted = done(null, { kind: 'service.accept', intake })
const line = {
  item: '证照工本费',
  standard: '10元/本',
  quantity: 3,
  unitFen: 1000,
  basis: { kind: 'administrative_regulation', text: '《工本费条例》第二条' },
  reduction: null,
} as const

describe('the charges on the page of a case', () => {
  it('are none until they are noticed', () => {
    expect(feeOf(accepted)).toBeNull()
  })

  it('are told line by line, less what was taken off, and paid with their receipt', () => {
    const charged = done(accepted, { kind: 'service.fee_notice', lines: [line] })
    expect(feeOf(charged)).toMatchObject({ fen: 3000, paid: null, lines: [{ item: '证照工本费', fen: 3000 }] })
    const paid = done(charged, {
      kind: 'service.fee_paid',
      payment: { on: plainDate('2026-10-12'), fen: 3000, method: 'cash', receiptNo: 'No.7' },
    })
    expect(feeOf(paid)?.paid).toMatchObject({ on: '2026-10-12', receiptNo: 'No.7' })
  })
})
