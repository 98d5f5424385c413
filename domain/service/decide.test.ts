import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aMaterial, aSnapshot, day } from '../case/_testing.ts'
import { caseClocks } from '../case/clocks.ts'
import { legalTimeState } from '../clock/legal-time-state.ts'
import {
  aCertificate,
  accept,
  accepted,
  approve,
  approved,
  claim,
  deny,
  examining,
  go,
  pass,
  refusedOn,
  serviceAfter,
  special,
  wayDone,
} from './_testing.ts'
import { revocationArticles, revocationGrounds } from './decision.ts'
import type { ServiceAct } from './service-act.ts'
import { issueClock } from './service-clocks.ts'

describe('the decision', () => {
  it('[SRV-28] an approval stops the limits and is a numbered letter', () => {
    expect(approved).toMatchObject({
      status: 'decided',
      clockStop: '2026-10-12',
      decision: { result: 'approved', withTolerated: false },
      documents: [{ letter: 'service_approval' }],
    })
    expect(legalTimeState(caseClocks(approved, calendar), day('2026-12-31'))).toBe('done')
  })

  it('[SRV-28] a denial says why and where it can be challenged', () => {
    const bare = { ...deny, reasons: '', remedies: { reconsiderationOrgan: '', court: '' } }
    expect(refusedOn('2026-10-12', examining, bare).fields.map(({ field }) => field)).toEqual([
      'reasons',
      'remedies.reconsiderationOrgan',
      'remedies.court',
    ])
    expect(go(examining, ['2026-10-12', deny])).toMatchObject({
      status: 'decided',
      decision: { result: 'denied', remedies: { court: '青岚县人民法院' } },
      documents: [{ letter: 'service_denial' }],
    })
  })

  it('[SRV-28] promised materials that are overdue keep it back; those still in time are noted', () => {
    const promised = aMaterial({
      n: 2,
      tolerable: true,
      state: 'tolerated',
      received: 0,
      promisedOn: day('2026-10-09'),
    })
    const done = go(
      serviceAfter(['2026-09-28', accept({ materials: [aMaterial(), promised] })]),
      ['2026-09-29', claim],
      ['2026-09-29', pass],
    )
    expect(go(done, ['2026-10-09', approve]).decision?.withTolerated).toBe(true)
    expect(refusedOn('2026-10-10', done, approve)).toMatchObject({ code: 'tolerated_overdue', params: { count: 1 } })
  })

  it('[SRV-29] a broken promise shows though the law is kept, and the decision says why', () => {
    // Promised 10 working days: 2026-10-16; statutory 20: 2026-10-30.
    expect(legalTimeState(caseClocks(wayDone, calendar), day('2026-10-16'))).toBe('due_today')
    expect(legalTimeState(caseClocks(wayDone, calendar), day('2026-10-19'))).toBe('overdue_promised')
    expect(go(wayDone, ['2026-10-16', approve]).decision?.lateReason).toBeNull()
    expect(refusedOn('2026-10-19', wayDone, approve)).toMatchObject({
      code: 'late_reason_required',
      params: { due: '2026-10-16' },
    })
    const late = { ...approve, lateReason: '检测机构排期' }
    expect(go(wayDone, ['2026-10-19', late]).decision?.lateReason).toBe('检测机构排期')
  })

  it('[SRV-30] from an approval the licence is due in ten working days; a denial starts no such clock', () => {
    expect(issueClock(approved, calendar)?.due).toBe('2026-10-26')
    expect(issueClock(go(examining, ['2026-10-12', deny]), calendar)).toBeNull()
    expect(issueClock(examining, calendar)).toBeNull()
  })

  it('[SRV-31] a certificate has its particulars, and only an approval has one', () => {
    const certify: ServiceAct = { kind: 'service.certify', certificate: aCertificate() }
    expect(go(approved, ['2026-10-13', certify])).toMatchObject({
      status: 'certified',
      certificate: { originals: 1, duplicates: 1, validUntil: '2030-10-11' },
    })
    expect(refusedOn('2026-10-13', go(examining, ['2026-10-12', deny]), certify)).toMatchObject({
      code: 'not_approved',
      article: 'licensing:39(1)',
    })
    const wrong = aCertificate({ number: '', validUntil: day('2026-10-11'), originals: 0 })
    expect(refusedOn('2026-10-13', approved, { kind: 'service.certify', certificate: wrong }).fields).toEqual([
      { field: 'certificate.number', code: 'required' },
      { field: 'certificate.originals', code: 'count_invalid' },
      { field: 'certificate.validUntil', code: 'date_order' },
    ])
  })
})

describe('other endings', () => {
  it('[SRV-35] the applicant may withdraw until the decision, and what stood still ends with it', () => {
    const withdraw: ServiceAct = { kind: 'service.withdraw', reason: '申请人不再办理' }
    const away = go(examining, ['2026-10-08', special], ['2026-10-12', withdraw])
    expect(away).toMatchObject({
      status: 'withdrawn',
      closedOn: '2026-10-12',
      clockStop: '2026-10-12',
      clockFacts: [{ kind: 'pause', to: '2026-10-12' }],
      specials: [{ to: '2026-10-12' }],
    })
    expect(caseClocks(away, calendar).statutory?.facts.stop).toBe('2026-10-12')
    expect(refusedOn('2026-10-13', approved, withdraw).code).toBe('not_allowed_in_state')
  })

  it('[SRV-35] a termination names its ground and explains it', () => {
    const end = (explanation: string): ServiceAct => ({
      kind: 'service.terminate',
      ground: 'applicant_gone',
      explanation,
    })
    expect(refusedOn('2026-10-12', accepted, end('')).fields).toEqual([{ field: 'explanation', code: 'required' }])
    expect(go(accepted, ['2026-10-12', end('企业已注销')])).toMatchObject({
      status: 'terminated',
      documents: [{ letter: 'service_termination' }],
    })
  })

  it('[SRV-35] false papers for a licence end in a denial, for anything else in a termination', () => {
    const end: ServiceAct = { kind: 'service.terminate', ground: 'false_materials', explanation: '检测报告系伪造' }
    expect(refusedOn('2026-10-12', accepted, end)).toMatchObject({ code: 'denial_due', article: 'licensing:78' })
    const confirmation = serviceAfter(['2026-09-28', accept({ item: aSnapshot({ kind: '行政确认' }) })])
    expect(go(confirmation, ['2026-10-12', end])).toMatchObject({ status: 'terminated' })
  })

  it('[SRV-36] an approval is taken back once, on a ground of article 69', () => {
    expect(revocationGrounds.map((ground) => revocationArticles[ground])).toEqual([
      'licensing:69(1)(1)',
      'licensing:69(1)(2)',
      'licensing:69(1)(3)',
      'licensing:69(1)(4)',
      'licensing:69(1)(5)',
      'licensing:69(2)',
    ])
    const revoke: ServiceAct = {
      kind: 'service.revoke',
      ground: 'fraud',
      reasons: '检测报告系伪造',
      organ: '青岚县卫生健康局',
    }
    const revoked = go(approved, ['2026-11-02', revoke])
    expect(revoked).toMatchObject({ status: 'decided', revocation: { ground: 'fraud', on: '2026-11-02' } })
    expect(refusedOn('2026-11-03', revoked, revoke)).toMatchObject({
      code: 'already_revoked',
      article: 'licensing:69(2)',
    })
    expect(refusedOn('2026-11-03', go(examining, ['2026-10-12', deny]), revoke).code).toBe('not_approved')
  })
})
