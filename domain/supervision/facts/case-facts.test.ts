import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { actingOn, aDisclosureIntake, aMaterial, aServiceIntake, day, missing } from '../../case/_testing.ts'
import type { CaseState } from '../../case/case-state.ts'
import { aComplaintIntake, answer, assign, complaintOf } from '../../complaint/_testing.ts'
import { aHistoricalRequest, act as disclose, imported, inProcess, receivedOn } from '../../disclosure/_testing.ts'
import {
  aFeeLine,
  accept,
  accepted,
  approved,
  chargedItem,
  deny,
  examining,
  go,
  serviceAfter,
  special,
  wayDone,
} from '../../service/_testing.ts'
import { signalsOn, told } from '../_testing.ts'
import { factsOfCase } from './case-facts.ts'

const toldOf = (state: CaseState, asOf: string) => told(signalsOn(factsOfCase(state, calendar), asOf))

describe('facts of cases', () => {
  it('[SUP-21] a service request is watched by its promise and its law, from acceptance to decision', () => {
    expect(toldOf(accepted, '2026-09-30')).toEqual([])
    expect(toldOf(accepted, '2026-10-20').at(0)).toMatch(/^JC-03 yellow/)
    expect(toldOf(accepted, '2026-12-01').at(0)).toMatch(/^JC-05 red/)
    expect(toldOf(approved, '2026-10-13')).toEqual([])
  })

  it('[SUP-21] a once-only notice is owed until somebody told, accepted or refused', () => {
    const intake = aServiceIntake({ arrivedOn: day('2026-09-14'), materials: [aMaterial(missing)] })
    const noticed = serviceAfter(['2026-09-15', { kind: 'service.notice', intake, correctBy: null }])
    const owed = factsOfCase(noticed, calendar).owed
    expect(owed[0]).toEqual({ what: 'once_only_notice', n: 1, due: '2026-09-20', doneOn: '2026-09-15' })
    expect(toldOf(noticed, '2026-11-14')).toEqual([])
    const deemed = aServiceIntake({ arrivedOn: day('2026-09-14') })
    const late = serviceAfter(['2026-09-28', { kind: 'service.accept_deemed', intake: deemed }])
    const [notice] = factsOfCase(late, calendar).owed
    expect(notice?.what).toBe('once_only_notice')
    expect(late.deemed).toBe(true)
    expect(notice?.doneOn).toBeNull()
    expect(toldOf(late, '2026-09-28')).toContain('JC-08 yellow 2026-09-21')
  })

  it('[SUP-21] a step has its own limit, numbered in the order of the way', () => {
    const item = { ...chargedItem, steps: [{ n: 1, name: '审查', organ: '青岚县卫生健康局', limitDays: 3 }] }
    const [run] = examining.steps
    if (run === undefined) throw new Error('no step')
    const state = { ...examining, steps: [{ ...run, limitDays: 3 }], intake: { ...examining.intake, item } }
    const step = factsOfCase(state, calendar).owed.find(({ what }) => what === 'step')
    expect(step).toEqual({ what: 'step', n: 1, due: '2026-10-08', doneOn: null })
    expect(toldOf(state, '2026-10-09')).toContain('JC-04 yellow 2026-10-09')
  })

  it('[SRV-51] a procedure that does not count is to be done within the time told, or told again', () => {
    const away = go(examining, ['2026-10-08', special])
    const owed = (state: CaseState) =>
      factsOfCase(state, calendar).owed.filter(({ what }) => what === 'special_procedure')
    expect(owed(away)).toEqual([{ what: 'special_procedure', n: 1, due: '2026-10-21', doneOn: null }])
    expect(toldOf(away, '2026-10-21')).toEqual([])
    expect(toldOf(away, '2026-10-22')).toEqual(['JC-17 yellow 2026-10-22'])
    const renewed = go(away, ['2026-10-21', { kind: 'service.special_renew', days: 5, reason: '设备故障' }])
    expect(owed(renewed)).toMatchObject([{ doneOn: '2026-10-21' }, { n: 2, due: '2026-10-28', doneOn: null }])
    expect(toldOf(renewed, '2026-10-22')).toEqual([])
    const done = go(renewed, ['2026-10-28', { kind: 'service.special_end', result: '合格' }])
    expect(toldOf(done, '2026-10-29')).toEqual([])
  })

  it('[SUP-21] an approval is to be in hand within ten working days', () => {
    const owed = (state: CaseState) => factsOfCase(state, calendar).owed.find(({ what }) => what === 'result_delivery')
    expect(owed(wayDone)).toBeUndefined()
    expect(owed(approved)).toMatchObject({ due: '2026-10-26', doneOn: null })
    expect(toldOf(approved, '2026-10-27')).toEqual(['JC-10 red 2026-10-27'])
    const denied = go(wayDone, ['2026-10-12', deny])
    expect(owed(denied)).toBeUndefined()
  })

  it('[SUP-21] papers promised for later are owed by the day that was promised', () => {
    const tolerated = { tolerable: true, received: 0, state: 'tolerated', promisedOn: day('2026-10-08') } as const
    const state = serviceAfter([
      '2026-09-28',
      accept({ materials: [aMaterial(), aMaterial({ n: 2, name: '健康证', ...tolerated })] }),
    ])
    expect(factsOfCase(state, calendar).owed).toContainEqual({
      what: 'tolerated_material',
      n: 2,
      due: '2026-10-08',
      doneOn: null,
    })
    expect(toldOf(state, '2026-10-09')).toContain('JC-14 warning 2026-10-09')
  })

  it('[SUP-21] what was charged is held against the guide and the law', () => {
    const charged = (item: typeof chargedItem, fen: number | null): CaseState => ({
      ...accepted,
      intake: { ...accepted.intake, item },
      fee: {
        lines: [aFeeLine()],
        noticeOn: day('2026-09-29'),
        paid: fen === null ? null : { on: day('2026-09-29'), fen, method: 'cash', receiptNo: '1' },
      },
    })
    expect(factsOfCase(charged(chargedItem, null), calendar).charges).toEqual([
      { n: 1, on: '2026-09-29', chargedFen: 24_000, allowedFen: 24_000 },
    ])
    expect(toldOf(charged(chargedItem, 24_001), '2026-09-29')).toEqual(['JC-06 red 2026-09-29'])
    expect(toldOf(charged(accepted.intake.item, 24_000), '2026-09-29')).toEqual(['JC-06 red 2026-09-29'])
    expect(toldOf(charged(chargedItem, 24_000), '2026-09-29')).toEqual([])
  })

  it('[SUP-21] a denial is looked at for its reasons', () => {
    const denied = go(wayDone, ['2026-10-12', deny])
    expect(factsOfCase(denied, calendar).refusals).toEqual([{ n: 2, on: '2026-10-12', reasons: true }])
    const { decision } = denied
    if (decision === null) throw new Error('no decision')
    expect(toldOf({ ...denied, decision: { ...decision, reasons: ' ' } }, '2026-10-12')).toEqual([
      'JC-07 red 2026-10-12',
    ])
  })

  it('[SUP-21] a disclosure request is watched by its law, and by the seven days for a correction notice', () => {
    const received = receivedOn('2026-09-14')
    expect(toldOf(received, '2026-10-17').at(0)).toBe('JC-05 red 2026-10-17')
    const noticed = disclose(received, '2026-09-21', {
      kind: 'disclosure.notice_correction',
      items: ['请明确信息的名称'],
      correctBy: day('2026-10-16'),
      consequence: '逾期不补正的，视为放弃申请',
    })
    expect(factsOfCase(noticed, calendar).owed).toEqual([
      { what: 'correction_notice', n: 1, due: '2026-09-22', doneOn: '2026-09-21' },
      { what: 'wait_over', n: 1, due: '2026-10-16', doneOn: null },
    ])
    const earlier = disclose(noticed, '2026-09-21', {
      kind: 'clock.change_start',
      start: day('2026-09-10'),
      reason: '邮局签收日期登记错误',
    })
    expect(toldOf(earlier, '2026-09-21')).toEqual(['JC-09 yellow 2026-09-21'])
  })

  it('[SUP-27] a request that stands still is spoken of when its wait is over, also while nobody knows whether the letter arrived', () => {
    const asked = disclose(inProcess('2026-09-14'), '2026-09-15', {
      kind: 'disclosure.consult_third_party',
      name: '青岚县清源水务有限公司',
      matter: '报价明细',
      sentOn: day('2026-09-15'),
    })
    expect(toldOf(asked, '2026-10-12')).toEqual([])
    expect(toldOf(asked, '2026-10-13')).toEqual(['JC-28 notice 2026-10-13'])
    const lost = disclose(asked, '2026-10-12', {
      kind: 'disclosure.third_party_undelivered',
      party: 1,
      attempts: ['10-12 邮局退回'],
      until: day('2026-10-12'),
    })
    const charged = disclose(lost, '2026-10-13', {
      kind: 'disclosure.charge_fee',
      requests: null,
      pages: 68,
      fen: 38_000,
    })
    const noticed = disclose(charged, '2026-10-15', {
      kind: 'disclosure.fee_notice_received',
      receivedOn: day('2026-10-15'),
    })
    expect(toldOf(noticed, '2026-11-16')).toEqual([])
    expect(toldOf(noticed, '2026-11-17')).toEqual(['JC-28 notice 2026-11-17'])
    const closed = disclose(noticed, '2026-11-17', { kind: 'disclosure.lapse', finding: '逾期未缴费' })
    expect(toldOf(closed, '2026-12-31')).toEqual(['JC-28 notice 2026-11-17'])
  })

  it('[SUP-27] papers that were asked for, and standing still for the applicant, are spoken of when their day is over', () => {
    const intake = aServiceIntake({ arrivedOn: day('2026-09-14'), materials: [aMaterial(missing)] })
    const noticed = serviceAfter(['2026-09-15', { kind: 'service.notice', intake, correctBy: day('2026-10-09') }])
    expect(toldOf(noticed, '2026-10-10')).toEqual(['JC-28 notice 2026-10-10'])
    const supplied = go(noticed, ['2026-09-21', { kind: 'service.supply', materials: [aMaterial()] }])
    expect(toldOf(supplied, '2026-10-10').filter((line) => line.startsWith('JC-28'))).toEqual([])
    const suspended = go(examining, [
      '2026-10-08',
      {
        kind: 'service.suspend',
        reason: '申请人申请暂缓',
        basis: '《公共场所卫生管理条例实施细则》第二十五条',
        resumeBy: day('2026-10-16'),
        approvedBy: '张志强',
      },
    ])
    expect(toldOf(suspended, '2026-10-16')).toEqual([])
    expect(toldOf(suspended, '2026-10-17')).toEqual(['JC-28 notice 2026-10-17'])
  })

  it('[SUP-28] what came by ordinary mail is confirmed on the day it came, what came online within the days a center tries', () => {
    const came = (channel: 'ordinary_mail' | 'online', confirmedOn: string | null) =>
      disclose(null, confirmedOn ?? '2026-09-19', {
        kind: 'disclosure.register',
        intake: aDisclosureIntake({
          channel,
          arrivedOn: day('2026-09-19'),
          confirmedOn: confirmedOn === null ? null : day(confirmedOn),
        }),
      })
    // A Saturday; the Sunday after it is worked.
    expect(toldOf(came('ordinary_mail', '2026-09-20'), '2026-09-30')).toEqual([])
    expect(toldOf(came('ordinary_mail', '2026-09-21'), '2026-09-30')).toEqual(['JC-29 notice 2026-09-21'])
    expect(toldOf(came('online', null), '2026-10-22')).toEqual([])
    expect(toldOf(came('online', null), '2026-10-24')).toEqual(['JC-28 notice 2026-10-23'])
  })

  it('[SUP-21] a request imported from old records raises nothing', () => {
    const request = aHistoricalRequest({ repliedOn: null, outcome: null })
    expect(factsOfCase(imported(request), calendar)).toMatchObject({
      clocks: { promised: null, statutory: null },
      owed: [],
    })
  })

  it('[SUP-21] a complaint is taken up in time, then answered in time, each spoken of by itself', () => {
    const supervisor = { role: 'supervisor' } as const
    const on = (date: string) => actingOn(day(date))
    const received = on('2026-09-28').done(null, { kind: 'complaint.register', intake: aComplaintIntake() })
    expect(toldOf(received, '2026-10-13')).toEqual([
      'JC-12 yellow 2026-10-11',
      'JC-02 warning 2026-10-10',
      'JC-01 notice 2026-10-09',
    ])
    const taken = on('2026-10-12').done(received, { kind: 'complaint.accept' }, supervisor)
    expect(toldOf(taken, '2026-10-12')).toEqual(['JC-12 yellow 2026-10-11'])
    expect(toldOf(taken, '2026-12-01')).toEqual([
      'JC-12 yellow 2026-10-11',
      'JC-13 yellow 2026-11-03',
      'JC-02 warning 2026-10-30',
      'JC-01 notice 2026-10-30',
    ])
    const assigned = on('2026-10-12').done(taken, assign, supervisor)
    const answered = on('2026-10-13').done(assigned, answer)
    expect(complaintOf(answered).status).toBe('answered')
    expect(toldOf(answered, '2026-12-01')).toEqual(['JC-12 yellow 2026-10-11'])
  })
})
