import { describe, expect, it } from 'vitest'
import { day } from '../case/_testing.ts'
import {
  aFeeLine,
  accept,
  approve,
  approved,
  byPost,
  chargedItem,
  claim,
  deny,
  go,
  pass,
  postal,
  receiver,
  refusedOn,
  serviceAfter,
  signed,
  wayDone,
} from './_testing.ts'
import type { DeliveryProof, Dispatch } from './delivery.ts'
import { deliveryWays } from './delivery.ts'
import { proofFits } from './delivery-checks.ts'
import type { ServiceAct } from './service-act.ts'

const dispatch = (over: Partial<Dispatch> = {}): ServiceAct => ({
  kind: 'service.dispatch',
  dispatch: { ...byPost, ...over },
})
const deliver = (proof: DeliveryProof | null, on = '2026-10-15'): ServiceAct => ({
  kind: 'service.deliver',
  receivedOn: day(on),
  proof,
})
const close: ServiceAct = { kind: 'service.close', note: null }

describe('delivery', () => {
  it('[SRV-32] by post it goes with the postal enterprise, an address and a tracking number', () => {
    expect(refusedOn('2026-10-13', approved, dispatch({ carrier: 'other', trackingNo: null, to: '' })).fields).toEqual([
      { field: 'dispatch.to', code: 'required' },
      { field: 'dispatch.trackingNo', code: 'required' },
      { field: 'dispatch.carrier', code: 'not_postal' },
    ])
    const sent = go(approved, ['2026-10-13', dispatch()])
    expect(sent).toMatchObject({
      status: 'delivering',
      delivery: { dispatches: [{ trackingNo: 'EA123456789CN', on: '2026-10-13' }] },
    })
    expect(sent.documents.at(-1)?.letter).toBe('proof_of_service')
  })

  it('[SRV-32] every way has its proof; a signature at the window does not prove a letter', () => {
    const sent = go(approved, ['2026-10-13', dispatch()])
    expect(refusedOn('2026-10-15', sent, deliver(signed))).toMatchObject({
      code: 'delivery_proof_unfit',
      params: { way: 'post', proof: 'signature' },
    })
    expect(go(sent, ['2026-10-15', deliver(postal)])).toMatchObject({
      status: 'delivered',
      delivery: { receivedOn: '2026-10-15' },
    })
    expect(deliveryWays.filter((way) => proofFits(way, 'signature'))).toEqual(['window', 'representative', 'agent'])
    expect(deliveryWays.filter((way) => proofFits(way, 'electronic'))).toEqual(['electronic'])
    expect(deliveryWays.filter((way) => proofFits(way, 'locker'))).toEqual(['locker'])
  })

  it('[SRV-32] a proof names who received it, consent to electronic delivery, or witnesses of a refusal', () => {
    const nameless: DeliveryProof = { kind: 'signature', receiver: { ...receiver, name: '', idNumber: null } }
    expect(refusedOn('2026-10-15', approved, deliver(nameless)).fields.map(({ field }) => field)).toEqual([
      'proof.receiver.name',
      'proof.receiver.idNumber',
    ])
    const left: DeliveryProof = {
      kind: 'left',
      place: '河西路 88 号',
      reason: '拒收',
      witnesses: [' '],
      recorded: false,
    }
    expect(refusedOn('2026-10-15', approved, deliver(left)).fields).toEqual([
      { field: 'proof.witnesses', code: 'required' },
    ])
    expect(go(approved, ['2026-10-15', deliver({ ...left, witnesses: ['居委会 李强'] })]).status).toBe('delivered')
    expect(go(approved, ['2026-10-15', deliver({ ...left, recorded: true })]).status).toBe('delivered')
    const online = go(approved, ['2026-10-13', dispatch({ way: 'electronic', to: '政务服务网空间' })])
    const reached: DeliveryProof = { kind: 'electronic', address: '政务服务网空间', consent: false }
    expect(refusedOn('2026-10-15', online, deliver(reached)).fields).toEqual([
      { field: 'proof.consent', code: 'required' },
    ])
  })

  it('[SRV-32] nothing is received before it is decided, nor tomorrow', () => {
    expect(refusedOn('2026-10-15', approved, deliver(signed, '2026-10-11')).fields).toEqual([
      { field: 'receivedOn', code: 'date_order' },
    ])
    expect(refusedOn('2026-10-15', approved, deliver(signed, '2026-10-16')).fields).toEqual([
      { field: 'receivedOn', code: 'date_in_future' },
    ])
  })

  it('[SRV-47] the dates of a delivery are in order, and the receipt is that of the parcel that went out', () => {
    const sent = go(approved, ['2026-10-13', dispatch()])
    expect(refusedOn('2026-10-15', sent, deliver(postal, '2026-10-12')).fields).toEqual([
      { field: 'receivedOn', code: 'date_order' },
    ])
    const other: DeliveryProof = { kind: 'postal_receipt', carrier: 'china_post', trackingNo: 'EA999', signedBy: null }
    const mismatch = [{ field: 'proof.trackingNo', code: 'tracking_no_mismatch' }]
    expect(refusedOn('2026-10-15', sent, deliver(other)).fields).toEqual(mismatch)
    const unproven = go(sent, ['2026-10-15', deliver(null)])
    const proof = { kind: 'service.delivery_proof', proof: other } as const
    expect(refusedOn('2026-10-16', unproven, proof).fields).toEqual(mismatch)
    // Sent a second time, the second number counts.
    const again = go(sent, ['2026-10-14', dispatch({ trackingNo: 'EA999' })])
    expect(refusedOn('2026-10-15', again, deliver(postal)).fields).toEqual(mismatch)
    expect(go(again, ['2026-10-15', deliver(other)]).status).toBe('delivered')
  })

  const decisionNo = ({ documents }: typeof approved) =>
    documents.find(({ letter, voided }) => letter === 'service_approval' && voided === null)?.n ?? 0
  const voided = (state: typeof approved, on: string) =>
    go(state, [on, { kind: 'letter.void', document: decisionNo(state), reason: '姓名有误' }])

  it('[SRV-48] while the only letter of the decision is void nothing is sent, handed over or closed', () => {
    const wrong = voided(approved, '2026-10-12')
    const refused = { code: 'decision_letter_void', article: 'licensing:38(1)', params: { no: expect.any(String) } }
    expect(refusedOn('2026-10-13', wrong, dispatch())).toMatchObject(refused)
    expect(refusedOn('2026-10-13', wrong, deliver(signed, '2026-10-13'))).toMatchObject(refused)
    const announce: ServiceAct = {
      kind: 'service.announce',
      publishedOn: day('2026-10-30'),
      place: '县政府网站',
      reason: '无人',
    }
    const sent = go(approved, ['2026-10-13', dispatch()])
    expect(refusedOn('2026-10-30', voided(sent, '2026-10-20'), announce)).toMatchObject(refused)
    const announced = go(sent, ['2026-10-30', announce])
    const deemed: ServiceAct = { kind: 'service.deemed_delivered', note: null }
    expect(refusedOn('2026-11-30', voided(announced, '2026-11-02'), deemed)).toMatchObject(refused)
    const delivered = go(approved, ['2026-10-13', deliver(signed, '2026-10-13')])
    const late = voided(delivered, '2026-10-14')
    expect(refusedOn('2026-10-14', late, close)).toMatchObject(refused)
    const again = go(late, ['2026-10-15', { kind: 'letter.reissue', document: decisionNo(delivered), reason: '更正' }])
    expect(go(again, ['2026-10-15', close]).status).toBe('closed')
  })

  it('[SRV-48] the same holds for a denial, by its own paragraph', () => {
    const denied = go(wayDone, ['2026-10-12', deny])
    const letter = denied.documents.find((one) => one.letter === 'service_denial')
    const wrong = go(denied, ['2026-10-12', { kind: 'letter.void', document: letter?.n ?? 0, reason: '理由有误' }])
    expect(refusedOn('2026-10-13', wrong, deliver(signed, '2026-10-13'))).toMatchObject({
      code: 'decision_letter_void',
      article: 'licensing:38(2)',
    })
  })

  it('[SRV-33] without its proof a request is not closed; the proof may follow once', () => {
    const unproven = go(approved, ['2026-10-13', dispatch()], ['2026-10-15', deliver(null)])
    expect(refusedOn('2026-10-16', unproven, close)).toMatchObject({ code: 'delivery_proof_missing' })
    const proven = go(unproven, ['2026-10-20', { kind: 'service.delivery_proof', proof: postal }])
    expect(refusedOn('2026-10-20', proven, { kind: 'service.delivery_proof', proof: postal }).code).toBe(
      'delivery_proof_exists',
    )
    expect(go(proven, ['2026-10-21', close])).toMatchObject({ status: 'closed', closedOn: '2026-10-21' })
  })

  it('[SRV-33] nor while a fee notice is open', () => {
    const delivered = go(
      serviceAfter(['2026-09-28', accept({ item: chargedItem })]),
      ['2026-09-28', { kind: 'service.fee_notice', lines: [aFeeLine()] }],
      ['2026-09-29', claim],
      ['2026-10-09', pass],
      ['2026-10-12', approve],
      ['2026-10-15', deliver(signed)],
    )
    expect(refusedOn('2026-10-16', delivered, close).code).toBe('fee_open')
    const cancelled = go(delivered, ['2026-10-16', { kind: 'service.fee_cancel', reason: '依法免征' }])
    expect(go(cancelled, ['2026-10-16', close]).status).toBe('closed')
  })

  it('[SRV-34] what reaches nobody counts as served thirty days after a public notice', () => {
    const sent = go(approved, ['2026-10-13', dispatch()])
    const deemed: ServiceAct = { kind: 'service.deemed_delivered', note: null }
    expect(refusedOn('2026-12-01', sent, deemed)).toMatchObject({ code: 'not_announced', article: 'civilProcedure:95' })
    const announced = go(sent, [
      '2026-10-30',
      { kind: 'service.announce', publishedOn: day('2026-10-30'), place: '县政府网站', reason: '下落不明' },
    ])
    expect(refusedOn('2026-11-29', announced, deemed).code).toBe('time_not_run_out')
    expect(go(announced, ['2026-11-30', deemed])).toMatchObject({
      status: 'delivered',
      delivery: { receivedOn: '2026-11-29', proof: { kind: 'public_notice' } },
    })
  })
})
