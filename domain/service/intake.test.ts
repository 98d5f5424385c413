import { describe, expect, it } from 'vitest'
import { aMaterial, aServiceIntake, aSnapshot, day, missing } from '../case/_testing.ts'
import { aCertificate, accept, aFeeLine, chargedItem, refusedOn, serviceAfter, signed, go } from './_testing.ts'
import { overdueTolerated, piecesOf } from './materials.ts'
import type { ServiceAct } from './service-act.ts'
import { validateMaterials } from './validate-intake.ts'

const gap = [aMaterial(), aMaterial({ n: 2, name: '营业执照', form: 'copy', ...missing })]
const full = [aMaterial(), aMaterial({ n: 2, name: '营业执照', form: 'copy' })]
const submit: ServiceAct = { kind: 'service.submit', intake: aServiceIntake({ channel: 'agent', materials: gap }) }
const correct: ServiceAct = {
  kind: 'service.prereview_correct',
  missing: '营业执照复印件',
  correctBy: day('2026-10-20'),
}
const submitted = serviceAfter(['2026-09-28', submit])

describe('pre-examination', () => {
  it('[SRV-11] a file handed in online or by an agent is looked at first, and no clock runs', () => {
    expect(submitted).toMatchObject({ status: 'prereview', clockStart: null, arrivedOn: '2026-09-28' })
    const passed = go(submitted, ['2026-09-29', { kind: 'service.prereview_pass', note: null }])
    expect(passed).toMatchObject({ status: 'intake', clockStart: null })
    expect(go(passed, ['2026-10-12', { kind: 'service.take_in', materials: full }])).toMatchObject({
      status: 'accepted',
      clockStart: '2026-10-12',
    })
  })

  it('[SRV-11] papers at the window are no file to look at first', () => {
    expect(refusedOn('2026-09-28', null, { kind: 'service.submit', intake: aServiceIntake() }).fields).toEqual([
      { field: 'intake.channel', code: 'not_applicable' },
    ])
  })

  it('[SRV-11] it is corrected once, handed in again, or turned down with its reason', () => {
    const waiting = go(submitted, ['2026-09-29', correct])
    expect(waiting).toMatchObject({ status: 'prereview_wait', noticeOn: '2026-09-29' })
    const again = go(waiting, ['2026-10-10', { kind: 'service.resubmit', materials: full }])
    expect(again.status).toBe('prereview')
    expect(
      go(again, ['2026-10-12', { kind: 'service.turn_down', ground: 'not_this_organ', explanation: '属市局' }]),
    ).toMatchObject({ status: 'refused', closedOn: '2026-10-12' })
  })
})

describe('silence after five working days', () => {
  // 2026-09-28 is a Monday: 1–7 October are off, Saturday 10 October is worked and the fifth working day.
  it('[SRV-12] a notice in time stands, a day later it is refused: the papers count as accepted', () => {
    expect(go(submitted, ['2026-10-10', correct]).noticeOn).toBe('2026-10-10')
    expect(refusedOn('2026-10-12', submitted, correct)).toMatchObject({
      code: 'notice_too_late',
      article: 'licensing:32(1)(4)',
      params: { due: '2026-10-10' },
    })
  })

  it('[SRV-12] a person records the acceptance, and it bears the day of arrival', () => {
    const deem: ServiceAct = { kind: 'service.deem_accepted', note: null }
    expect(refusedOn('2026-10-10', submitted, deem).code).toBe('time_not_run_out')
    expect(go(submitted, ['2026-10-12', deem])).toMatchObject({
      status: 'accepted',
      deemed: true,
      clockStart: '2026-09-28',
    })
  })

  it('[SRV-12] the same for papers that lay at the window unentered', () => {
    const intake = aServiceIntake({ arrivedOn: day('2026-09-28'), channel: 'post' })
    expect(refusedOn('2026-10-12', null, { kind: 'service.accept', intake }).code).toBe('notice_too_late')
    expect(refusedOn('2026-10-09', null, { kind: 'service.accept_deemed', intake }).code).toBe('time_not_run_out')
    expect(serviceAfter(['2026-10-12', { kind: 'service.accept_deemed', intake }])).toMatchObject({
      arrivedOn: '2026-09-28',
      clockStart: '2026-09-28',
    })
  })
})

describe('correction', () => {
  it('[SRV-13] nothing can be asked for a second time', () => {
    const again = go(submitted, ['2026-09-29', correct], ['2026-10-10', { kind: 'service.resubmit', materials: gap }])
    expect(refusedOn('2026-10-12', again, correct)).toMatchObject({
      code: 'second_notice',
      article: 'licensing:32(1)(4)',
    })
    const passed = go(again, ['2026-10-12', { kind: 'service.prereview_pass', note: null }])
    expect(refusedOn('2026-10-13', passed, { kind: 'service.notify', materials: gap, correctBy: null }).code).toBe(
      'second_notice',
    )
  })

  it('[SRV-14] waiting ends only after the time that was given, and a person says how', () => {
    const waiting = serviceAfter([
      '2026-09-28',
      { kind: 'service.notice', intake: aServiceIntake({ materials: gap }), correctBy: day('2026-10-20') },
    ])
    const lapse = (outcome: 'terminated' | 'withdrawn'): ServiceAct => ({
      kind: 'service.lapse',
      outcome,
      reason: '逾期未补正',
    })
    expect(refusedOn('2026-10-20', waiting, lapse('terminated')).code).toBe('time_not_run_out')
    expect(go(waiting, ['2026-10-21', lapse('terminated')])).toMatchObject({
      status: 'terminated',
      closedOn: '2026-10-21',
      ending: { ground: 'not_supplied' },
    })
    expect(go(waiting, ['2026-10-21', lapse('withdrawn')]).documents.map(({ letter }) => letter)).toEqual([
      'service_withdrawal',
    ])
  })
})

describe('即办件', () => {
  const instant = (over: object = {}): ServiceAct => ({
    kind: 'service.instant',
    intake: aServiceIntake({ item: aSnapshot({ handling: 'instant' }) }),
    signedBy: '张志强',
    certificate: aCertificate(),
    fee: null,
    proof: signed,
    ...over,
  })

  it('[SRV-15] is accepted, decided and handed over in one act', () => {
    expect(serviceAfter(['2026-09-28', instant()])).toMatchObject({
      status: 'closed',
      clockStart: '2026-09-28',
      clockStop: '2026-09-28',
      closedOn: '2026-09-28',
      decision: { result: 'approved' },
      delivery: { receivedOn: '2026-09-28', proof: { kind: 'signature' } },
      documents: [{ letter: 'service_approval' }],
    })
  })

  it('[SRV-15] nothing else is: another handling, a gap, a wrong sum are refused', () => {
    expect(refusedOn('2026-09-28', null, instant({ intake: aServiceIntake() })).code).toBe('not_instant')
    const item = aSnapshot({ handling: 'instant' })
    expect(refusedOn('2026-09-28', null, instant({ intake: aServiceIntake({ item, materials: gap }) })).code).toBe(
      'materials_missing',
    )
    const charged = aServiceIntake({ item: { ...chargedItem, handling: 'instant' } })
    const fee = { lines: [aFeeLine()], payment: { fen: 23_999, method: 'cash', receiptNo: 'P001' } }
    expect(refusedOn('2026-09-28', null, instant({ intake: charged, fee }))).toMatchObject({
      code: 'fee_amount_wrong',
      params: { fen: 24_000, paid: 23_999 },
    })
  })
})

describe('materials', () => {
  const both = aMaterial({ form: 'original_and_copy', expected: 3, received: 3, copiesExpected: 2 })

  it('[SRV-16] originals and copies are counted apart; one does not stand for the other', () => {
    expect(piecesOf(both)).toEqual({
      originals: { expected: 1, received: 1 },
      copies: { expected: 2, received: 2 },
    })
    expect(validateMaterials([both], 'm', day('2026-09-28'))).toEqual([])
    for (const copiesReceived of [1, 3, 4])
      expect(validateMaterials([{ ...both, copiesReceived }], 'm', day('2026-09-28')), String(copiesReceived)).toEqual([
        { field: 'm.0.received', code: 'count_invalid' },
      ])
  })

  it('[SRV-16] a line that does not tell them apart counts as its form says', () => {
    expect(piecesOf(aMaterial({ form: 'copy', expected: 2 })).copies).toEqual({ expected: 2, received: 1 })
    expect(piecesOf(aMaterial()).originals).toEqual({ expected: 1, received: 1 })
  })

  const promised = aMaterial({ n: 2, tolerable: true, state: 'tolerated', received: 0, promisedOn: day('2026-10-09') })
  const tolerating = serviceAfter(['2026-09-28', accept({ materials: [aMaterial(), promised] })])
  const brought = aMaterial({ n: 2, tolerable: true, promisedOn: day('2026-10-09') })

  it('[SRV-17] a promised material is overdue after its day, and is handed in later by itself', () => {
    expect(overdueTolerated(tolerating.intake.materials, day('2026-10-09'))).toEqual([])
    expect(overdueTolerated(tolerating.intake.materials, day('2026-10-10'))).toEqual([promised])
    const supplied = go(tolerating, [
      '2026-10-12',
      { kind: 'service.supply_tolerated', materials: [aMaterial(), brought] },
    ])
    expect(supplied).toMatchObject({ status: 'accepted', clockStart: '2026-09-28' })
    expect(overdueTolerated(supplied.intake.materials, day('2026-12-31'))).toEqual([])
  })

  it('[SRV-17] it brings what was promised and changes nothing else', () => {
    const act = (materials: readonly ReturnType<typeof aMaterial>[]): ServiceAct => ({
      kind: 'service.supply_tolerated',
      materials,
    })
    expect(refusedOn('2026-10-12', tolerating, act([aMaterial(missing), brought])).code).toBe('materials_changed')
    expect(refusedOn('2026-10-08', tolerating, act([aMaterial(), promised])).code).toBe('nothing_supplied')
  })
})
