import { describe, expect, it } from 'vitest'
import type { CaseOperation } from '../case/case-operation.ts'
import { fold } from '../case/fold.ts'
import { act, asDisclosure, day, dueOf, inProcess, official } from './_testing.ts'

/** What was recorded before an act could say more: the fields it says now are not there. */
const folded = (...operations: readonly CaseOperation[]) =>
  operations.reduce((state, operation) => asDisclosure(fold(state, 'case-1', operation)), inProcess('2026-03-02'))
const on = day('2026-03-05')

describe('operations recorded before', () => {
  it('[DIS-15] a fee without a reason for its count is one that agreed', () => {
    const charged = folded({
      kind: 'disclosure.charge_fee',
      data: { on, requests: 12, pages: null, fen: 20_000, letterNo: '公费〔2026〕W01-1号' },
    })
    expect(charged.fee).toMatchObject({ requests: 12, fen: 20_000, countReason: null, cancelled: null })
    const paid = act(charged, '2026-03-18', { kind: 'disclosure.fee_paid', paidOn: day('2026-03-18'), receiptNo: '1' })
    expect(paid.fee?.paid).not.toBeNull()
  })

  it('[DIS-13] an extension that nobody asked for stands', () => {
    const extended = folded({
      kind: 'disclosure.extend',
      data: { on, days: 20, reason: '资料多', approver: official, approvedOn: on, letterNo: '公延〔2026〕W01-1号' },
    })
    expect(dueOf(extended)).toBe('2026-04-28')
    expect(extended).toMatchObject({ extensionRequest: null, documents: [{ letter: 'disclosure_extension_notice' }] })
  })

  it('[DIS-11] a word that says nothing of being late is the word it was', () => {
    const answered = folded(
      {
        kind: 'disclosure.consult_third_party',
        data: { on, name: '清河公司', matter: '合同', sentOn: on, letterNo: '公征〔2026〕W01-1号' },
      },
      { kind: 'disclosure.third_party_received', data: { on, party: 1, receivedOn: on } },
      {
        kind: 'disclosure.third_party_opinion',
        data: {
          on: day('2026-06-19'),
          party: 1,
          answeredOn: day('2026-06-19'),
          opinion: 'refuse',
          reason: '商业秘密',
          reasonable: true,
        },
      },
    )
    expect(answered).toMatchObject({
      status: 'processing',
      thirdParties: [{ opinion: { opinion: 'refuse', answeredOn: '2026-06-19' }, note: null, undelivered: null }],
      clockFacts: [{ kind: 'pause', from: '2026-03-05', to: '2026-06-19' }],
    })
  })

  it('[DIS-25] a pending review and its result of a later year are both there', () => {
    const record = { body: null, decisionNo: null } as const
    const { reconsiderations } = folded(
      { kind: 'disclosure.reconsideration', data: { on, record: { ...record, result: 'pending', year: 2026 } } },
      { kind: 'disclosure.reconsideration', data: { on, record: { ...record, result: 'maintain', year: 2027 } } },
    )
    expect(reconsiderations.map(({ year, result }) => [year, result])).toEqual([
      [2026, 'pending'],
      [2027, 'maintain'],
    ])
  })
})
