import { describe, expect, it } from 'vitest'
import {
  aDenial,
  aDisclosureIntake,
  aDraft,
  aHistoricalRequest,
  act,
  day,
  imported,
  inProcess,
  official,
  repliedAndClosed,
  signedReply,
} from './_testing.ts'
import { annualReport } from '../report/annual.ts'
import { disclosureFacts } from './report-facts.ts'

describe('facts for the reports', () => {
  it('[DIS-32] a reply counts on the day it was handed over or posted, with its outcome', () => {
    const issued = signedReply(inProcess('2026-03-02'), '2026-03-25', aDenial())
    expect(disclosureFacts(issued)).toMatchObject({ repliedOn: null, outcome: null, receivedOn: '2026-03-02' })
    const sent = act(issued, '2026-03-30', {
      kind: 'disclosure.deliver',
      way: 'post',
      sentOn: day('2026-03-26'),
      proof: null,
    })
    const counted = { repliedOn: '2026-03-26', outcome: 'deny_internal', category: 'natural', channel: 'in_person' }
    expect(disclosureFacts(sent)).toMatchObject(counted)
    const proven = act(sent, '2026-04-02', {
      kind: 'disclosure.prove_delivery',
      proof: { kind: 'postal', trackingNo: 'XA990012345CN', receivedOn: null },
    })
    expect(disclosureFacts(act(proven, '2026-04-02', { kind: 'disclosure.close' }))).toMatchObject(counted)
  })

  it('[DIS-32] extension, detail, paid fee and remedies are told', () => {
    const extended = act(
      inProcess('2026-03-02'),
      '2026-03-05',
      { kind: 'disclosure.extend', days: 20, reason: '资料多', approver: official, approvedOn: day('2026-03-05') },
      'head',
    )
    const charged = act(extended, '2026-03-05', {
      kind: 'disclosure.charge_fee',
      requests: 11,
      pages: null,
      fen: 10_000,
    })
    const paid = act(charged, '2026-03-09', { kind: 'disclosure.fee_paid', paidOn: day('2026-03-09'), receiptNo: '1' })
    const closed = repliedAndClosed(paid, '2026-03-20', aDraft({ detail: 'already_public' }))
    const suit = act(closed, '2026-06-01', {
      kind: 'disclosure.litigation',
      record: { route: 'direct', result: 'pending', year: 2026, body: '县法院', decisionNo: null },
    })
    expect(disclosureFacts(suit)).toEqual({
      receivedOn: '2026-03-02',
      repliedOn: '2026-03-20',
      outcome: 'granted',
      category: 'natural',
      channel: 'in_person',
      extended: true,
      detail: 'already_public',
      redo: false,
      reconsiderations: [],
      litigations: [{ route: 'direct', result: 'pending', year: 2026 }],
      processingFee: { fen: 10_000, paidOn: '2026-03-09' },
    })
  })

  it('[DIS-32] what was never received is counted nowhere; of what is made anew only what is sought against it', () => {
    const waiting = act(null, '2026-09-01', {
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ channel: 'fax', arrivedOn: day('2026-09-01') }),
    })
    expect(disclosureFacts(waiting)).toBeNull()
    const redo = act(null, '2026-09-10', {
      kind: 'disclosure.redo',
      intake: aDisclosureIntake({ arrivedOn: day('2026-09-01') }),
      order: { caseId: '018f3c1e-0000-7000-8000-000000000001', by: 'court', receivedOn: day('2026-09-09'), days: null },
    })
    const suit = act(repliedAndClosed(redo, '2026-09-20', aDenial()), '2026-11-01', {
      kind: 'disclosure.reconsideration',
      record: { result: 'correct', year: 2026, body: '县人民政府', decisionNo: null },
    })
    const facts = disclosureFacts(suit)
    expect(facts).toMatchObject({ redo: true, reconsiderations: [{ result: 'correct', year: 2026 }] })
    const report = annualReport(facts === null ? [] : [facts], 2026)
    expect(report.table4.review).toMatchObject({ correct: 1, total: 1 })
    expect(report.narrative).toMatchObject({ received: 0, replied: 0 })
    expect(report.table3['total']?.at(-1)).toBe(0)
  })

  it('[DIS-32] a historical row says what it says', () => {
    const request = aHistoricalRequest({
      category: 'legal_service',
      outcome: 'not_repeat',
      extended: true,
      reconsideration: { result: 'maintain', year: 2024 },
      litigation: { route: 'after_review', result: 'other', year: 2025 },
    })
    expect(disclosureFacts(imported(request))).toEqual({
      receivedOn: '2024-03-04',
      repliedOn: '2024-03-20',
      outcome: 'not_repeat',
      category: 'legal_service',
      channel: 'online',
      extended: true,
      detail: null,
      redo: false,
      reconsiderations: [{ result: 'maintain', year: 2024 }],
      litigations: [{ route: 'after_review', result: 'other', year: 2025 }],
      processingFee: null,
    })
    expect(disclosureFacts(imported(aHistoricalRequest({ repliedOn: null, outcome: null })))).toMatchObject({
      repliedOn: null,
      outcome: null,
    })
  })
})
