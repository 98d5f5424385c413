import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../../../domain/calendar/state-council.ts'
import { zhao } from '../../../domain/contact/_testing.ts'
import { aServiceForm, anItem, today } from './_testing.ts'
import type { FormEdit } from './form-edits.ts'
import { fenOf } from './instant-act.ts'
import { attempt, instantProblems, mainActOf, problemsOf } from './preview.ts'

const context = { today, role: 'clerk', calendar: currentWorkCalendar, user: zhao } as const

const onTheSpot = (over: Parameters<typeof anItem>[0] = {}, more: readonly FormEdit[] = []) =>
  aServiceForm([
    { type: 'chooseItem', item: anItem({ id: 'T0008', handling: 'instant', ...over }) },
    { type: 'material', edit: { type: 'collectAll' } },
    ...more,
  ])

describe('deciding on the spot', () => {
  it('[INT-4] is what is offered for an item of that kind once nothing is missing', () => {
    expect(mainActOf(onTheSpot())).toBe('service.instant')
    expect(mainActOf(aServiceForm())).toBe('service.accept')
    expect(mainActOf(onTheSpot({}, [{ type: 'material', edit: { type: 'cycle', at: 0 } }]))).toBe('service.notice')
    expect(problemsOf(onTheSpot(), context)).toEqual([])
  })

  it('[INT-4] asks who signs, and then is one act the domain takes, signed for by whoever stands at the window', () => {
    expect(instantProblems(onTheSpot(), context)).toEqual([{ field: 'signedBy', code: 'required' }])
    const signed = onTheSpot({}, [
      { type: 'instant', field: 'signedBy', text: '赵明' },
      { type: 'instant', field: 'certificateNo', text: '青卫〔2026〕1号' },
    ])
    expect(attempt(signed, 'service.instant', context)).toMatchObject({
      ok: true,
      value: {
        signedBy: '赵明',
        certificate: { name: '卫生许可证', number: '青卫〔2026〕1号', validFrom: today, validUntil: null },
        fee: null,
        proof: { kind: 'signature', receiver: { name: '周文静', relation: 'self', idNumber: '990123199003070099' } },
      },
    })
  })

  it('[INT-4] charges what is published, with the number of the receipt', () => {
    const fee = { charged: true, basis: '《收费条例》第七条', standard: '9元/对' }
    const edits = (amount: string): readonly FormEdit[] => [
      { type: 'instant', field: 'signedBy', text: '赵明' },
      { type: 'instant', field: 'amount', text: amount },
    ]
    expect(instantProblems(onTheSpot({ fee }, edits('')), context)).toEqual([
      { field: 'instant.amount', code: 'required' },
    ])
    expect(instantProblems(onTheSpot({ fee }, edits('九元')), context)).toEqual([
      { field: 'instant.amount', code: 'number_invalid' },
    ])
    expect(instantProblems(onTheSpot({ fee }, edits('9')), context)).toEqual([
      { field: 'fee.payment.receiptNo', code: 'required' },
    ])
    const paid = onTheSpot({ fee }, [...edits('9'), { type: 'instant', field: 'receiptNo', text: 'P0001' }])
    expect(attempt(paid, 'service.instant', context)).toMatchObject({
      ok: true,
      value: { fee: { payment: { fen: 900, method: 'cash', receiptNo: 'P0001' } } },
    })
  })

  it('reads yuan as they are written', () => {
    expect(['9', '9.5', '９．５０', '0'].map(fenOf)).toEqual([900, 950, 950, 0])
    expect(['', '9.505', '-1', '九'].map(fenOf)).toEqual([null, null, null, null])
  })
})
