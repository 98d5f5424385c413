import { describe, expect, it } from 'vitest'
import { annualReport } from '../report/annual.ts'
import {
  aDenial,
  aDraft,
  aHistoricalRequest,
  act,
  day,
  dueOf,
  imported,
  inProcess,
  refusedAct,
  repliedAndClosed,
  signedReply,
} from './_testing.ts'
import { type DeliveryProof, type DeliveryWay, deliveryProofOf, deliveryWays } from './delivery.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { type ReconsiderationRecord, withReconsideration } from './remedy-record.ts'
import { disclosureFacts } from './report-facts.ts'

const issued = () => signedReply(inProcess('2026-03-02'), '2026-03-25', aDraft())
const proofs: Readonly<Record<DeliveryWay, DeliveryProof>> = {
  in_person: { kind: 'signature', signedBy: '孙建国', signedOn: day('2026-03-26') },
  post: { kind: 'postal', trackingNo: 'XA990012345CN', receivedOn: null },
  electronic: { kind: 'system_receipt', receiptNo: 'R20260326001', receivedOn: day('2026-03-26') },
  left: { kind: 'left', place: '申请人住所', witnesses: ['许立'], leftOn: day('2026-03-26') },
}
const reportOf = (state: DisclosureCase, year: number) => {
  const facts = disclosureFacts(state)
  return annualReport(facts === null ? [] : [facts], year).table4
}
const deliver = (way: DeliveryWay, proof: DeliveryProof | null, sentOn = '2026-03-26') =>
  ({ kind: 'disclosure.deliver', way, sentOn: day(sentOn), proof }) as const

describe('delivery of the reply', () => {
  it('[DIS-19] the reply stops the clock on the day it is handed over or posted', () => {
    const sent = act(issued(), '2026-03-30', deliver('post', proofs.post))
    expect(sent).toMatchObject({ status: 'delivered', clockStop: '2026-03-26', closedOn: null })
    expect(dueOf(sent)).toBe('2026-03-30')
    const again = act(sent, '2026-04-10', deliver('left', null, '2026-04-10'))
    expect(again).toMatchObject({ clockStop: '2026-03-26', deliveries: [{ way: 'post' }, { way: 'left' }] })
  })

  it('[DIS-19] each way has its own proof, and closing without it is refused with nothing changed', () => {
    for (const way of deliveryWays) {
      const sent = act(issued(), '2026-03-30', deliver(way, null))
      expect(refusedAct(sent, '2026-03-30', { kind: 'disclosure.close' }), way).toMatchObject({
        code: 'delivery_proof_missing',
        article: 'civilProcedure:87',
        params: { way },
      })
      const other = deliveryWays.find((one) => deliveryProofOf[one] !== deliveryProofOf[way]) ?? 'post'
      expect(
        refusedAct(sent, '2026-03-30', { kind: 'disclosure.prove_delivery', proof: proofs[other] }).fields,
        way,
      ).toContainEqual({ field: 'proof', code: 'proof_mismatch' })
      const proven = act(sent, '2026-03-30', { kind: 'disclosure.prove_delivery', proof: proofs[way] })
      expect(act(proven, '2026-03-30', { kind: 'disclosure.close' }), way).toMatchObject({
        status: 'closed',
        closedOn: '2026-03-30',
        clockStop: '2026-03-26',
        ending: { outcome: 'granted' },
      })
    }
  })

  it('[DIS-19] a reply that was voided is not delivered: it is issued again as it was, or drafted anew', () => {
    const voided = act(issued(), '2026-03-26', { kind: 'letter.void', document: 1, reason: '文号有误' })
    expect(refusedAct(issued(), '2026-03-26', { kind: 'disclosure.recall', reason: '结论有误' }, 'head').code).toBe(
      'document_not_void',
    )
    expect(refusedAct(voided, '2026-03-30', deliver('post', proofs.post))).toMatchObject({
      code: 'reply_void',
      article: 'ogi2019:36',
    })
    const again = act(voided, '2026-03-26', { kind: 'letter.reissue', document: 1, reason: '文号有误' })
    expect(act(again, '2026-03-30', deliver('post', proofs.post)).status).toBe('delivered')
    const recalled = act(voided, '2026-03-26', { kind: 'disclosure.recall', reason: '结论有误' }, 'head')
    expect(recalled).toMatchObject({ status: 'drafting', signed: null, reviews: [] })
    const anew = signedReply(recalled, '2026-03-27', aDenial())
    expect(anew.documents.map(({ letter, voided: gone }) => [letter, gone === null])).toEqual([
      ['disclosure_reply_granted', false],
      ['disclosure_reply_denied', true],
    ])
  })

  it('[DIS-19] a case whose only reply is void is not closed before it is issued again and has arrived itself', () => {
    const proven = act(issued(), '2026-03-30', deliver('post', proofs.post))
    const voided = act(proven, '2026-03-31', { kind: 'letter.void', document: 1, reason: '文号有误' })
    const close = { kind: 'disclosure.close' } as const
    expect(refusedAct(voided, '2026-03-31', close)).toMatchObject({ code: 'reply_void', article: 'ogi2019:36' })
    const again = act(voided, '2026-04-01', { kind: 'letter.reissue', document: 1, reason: '文号有误' })
    expect(refusedAct(again, '2026-04-01', close).code).toBe('delivery_proof_missing')
    expect(refusedAct(again, '2026-04-02', deliver('post', proofs.post, '2026-03-31')).fields).toEqual([
      { field: 'sentOn', code: 'date_before_notice' },
    ])
    const sent = act(again, '2026-04-02', deliver('post', proofs.post, '2026-04-01'))
    expect(act(sent, '2026-04-02', close)).toMatchObject({ status: 'closed', clockStop: '2026-03-26' })
    // Voided again before it left the house: the reason is told at once, whatever the state.
    const before = act(issued(), '2026-03-26', { kind: 'letter.void', document: 1, reason: '文号有误' })
    expect(refusedAct(before, '2026-03-26', close).code).toBe('reply_void')
  })

  it('[DIS-19] nobody signs for a letter before it was sent', () => {
    const early: DeliveryProof = { kind: 'signature', signedBy: '孙建国', signedOn: day('2026-03-25') }
    const problem = { field: 'proof', code: 'date_order' }
    expect(refusedAct(issued(), '2026-03-30', deliver('in_person', early)).fields).toEqual([problem])
    const sent = act(issued(), '2026-03-30', deliver('in_person', null))
    expect(refusedAct(sent, '2026-03-30', { kind: 'disclosure.prove_delivery', proof: early }).fields).toEqual([
      problem,
    ])
  })

  it('[DIS-19] an empty proof is none, and nothing is sent before it is signed', () => {
    const empty = deliver('left', { kind: 'left', place: '', witnesses: [], leftOn: day('2026-03-26') })
    expect(refusedAct(issued(), '2026-03-30', empty).fields).toEqual([
      { field: 'proof.place', code: 'required' },
      { field: 'proof.witnesses', code: 'required' },
    ])
    expect(refusedAct(issued(), '2026-03-30', deliver('post', null, '2026-03-24')).fields).toEqual([
      { field: 'sentOn', code: 'date_before_notice' },
    ])
  })
})

describe('after the reply', () => {
  const closed = () => repliedAndClosed(inProcess('2026-03-02'), '2026-03-20', aDenial())

  it('[DIS-25] reconsideration and litigation are recorded with result and year; in a year the result takes the place of what was pending', () => {
    const record = { result: 'pending', year: 2026, body: '青岚县人民政府', decisionNo: null } as const
    const pending = act(closed(), '2026-05-06', { kind: 'disclosure.reconsideration', record })
    const decided = act(pending, '2026-07-06', {
      kind: 'disclosure.reconsideration',
      record: { ...record, result: 'correct', decisionNo: '青政复〔2026〕3号' },
    })
    expect(decided).toMatchObject({ status: 'closed', reconsiderations: [{ result: 'correct' }] })
    const suit = { route: 'after_review', result: 'maintain', year: 2025, body: null, decisionNo: null } as const
    expect(refusedAct(decided, '2026-07-06', { kind: 'disclosure.litigation', record: suit }).fields).toEqual([
      { field: 'record.year', code: 'date_order' },
    ])
  })

  it('[DIS-25] the result of a later year, and another suit, leave what an earlier year counted as it was', () => {
    const review = { body: '青岚县人民政府', decisionNo: null } as const
    const pending = act(closed(), '2026-12-30', {
      kind: 'disclosure.reconsideration',
      record: { ...review, result: 'pending', year: 2026 },
    })
    const direct = act(pending, '2026-12-31', {
      kind: 'disclosure.litigation',
      record: { ...review, route: 'direct', result: 'other', year: 2026 },
    })
    const before = reportOf(direct, 2026)
    const decided = act(direct, '2027-02-01', {
      kind: 'disclosure.reconsideration',
      record: { ...review, result: 'maintain', year: 2027 },
    })
    const sued = act(decided, '2027-05-01', {
      kind: 'disclosure.litigation',
      record: { ...review, route: 'after_review', result: 'pending', year: 2027 },
    })
    expect(reportOf(sued, 2026)).toEqual(before)
    expect(before).toMatchObject({ review: { pending: 1, total: 1 }, direct: { other: 1, total: 1 } })
    expect(reportOf(sued, 2027)).toMatchObject({
      review: { maintain: 1, total: 1 },
      direct: { total: 0 },
      after_review: { pending: 1, total: 1 },
    })
  })

  it('[DIS-25] two decisions of one year are two; a corrected one stays one', () => {
    const record = { result: 'maintain', year: 2026, body: '县人民政府', decisionNo: '青政复〔2026〕3号' } as const
    const recorded = (...records: readonly ReconsiderationRecord[]) =>
      records.reduce<readonly ReconsiderationRecord[]>(withReconsideration, [])
    const other = { ...record, decisionNo: '青政复〔2026〕8号' }
    expect(recorded(record, other)).toEqual([record, other])
    expect(recorded(record, { ...record, result: 'other' })).toEqual([{ ...record, result: 'other' }])
  })

  it('[DIS-25] a suit after a review needs a review', () => {
    const record = { route: 'after_review', result: 'maintain', year: 2026, body: null, decisionNo: null } as const
    expect(refusedAct(closed(), '2026-07-06', { kind: 'disclosure.litigation', record })).toMatchObject({
      code: 'reconsideration_missing',
      article: 'litigation:45',
    })
  })

  it('[DIS-30] a row of an old register tells of a suit after a review as it is kept, with the review or without', () => {
    const litigation = { route: 'after_review', result: 'maintain', year: 2024 } as const
    expect(imported(aHistoricalRequest({ litigation }))).toMatchObject({
      reconsiderations: [],
      litigations: [{ ...litigation, body: null, decisionNo: null }],
    })
  })

  it('[DIS-25] a reply that is made anew is a linked case with the days that the decision gives', () => {
    const { intake } = closed()
    const redo = act(null, '2026-07-10', {
      kind: 'disclosure.redo',
      intake,
      order: {
        caseId: '018f3c1e-0000-7000-8000-000000000001',
        by: 'reconsideration',
        receivedOn: day('2026-07-08'),
        days: 15,
      },
    })
    expect(redo).toMatchObject({
      status: 'received',
      clockStart: '2026-07-08',
      links: [{ kind: 'redo_of', caseId: '018f3c1e-0000-7000-8000-000000000001' }],
    })
    expect(dueOf(redo)).toBe('2026-07-29')
  })

  it('[DIS-26] only what was disclosed may be suggested for publication', () => {
    const suggest = { kind: 'disclosure.suggest_publication', by: 'organ', reason: '多人申请同一信息' } as const
    expect(refusedAct(closed(), '2026-04-01', suggest)).toMatchObject({
      code: 'not_disclosable',
      article: 'ogi2019:44',
    })
    const granted = repliedAndClosed(inProcess('2026-03-02'), '2026-03-20', aDraft())
    expect(act(granted, '2026-04-01', suggest).publication).toEqual({
      by: 'organ',
      reason: '多人申请同一信息',
      on: '2026-04-01',
    })
  })
})
