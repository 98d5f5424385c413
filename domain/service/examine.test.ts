import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aSnapshot, day } from '../case/_testing.ts'
import { caseClocks } from '../case/clocks.ts'
import { legalTimeState } from '../clock/legal-time-state.ts'
import {
  accept,
  accepted,
  approve,
  claim,
  examining,
  extend,
  go,
  pass,
  refusedOn,
  serviceAfter,
  special,
  specialDone,
} from './_testing.ts'
import type { ServiceAct } from './service-act.ts'
import { stepClock } from './service-clocks.ts'
import { openRunOf } from './step-rules.ts'

const stepped = aSnapshot({
  steps: [
    { name: '受理审核', organ: null, limitDays: 2 },
    { name: '现场勘验', organ: '青岚县卫生监督所', limitDays: 5 },
    { name: '审批', organ: null, limitDays: null },
  ],
})
const first = serviceAfter(['2026-09-28', accept({ item: stepped })])

describe('steps', () => {
  it('[SRV-18] somebody takes each step, and the last pass ends the way', () => {
    expect(refusedOn('2026-09-29', go(accepted, ['2026-09-29', claim]), claim)).toMatchObject({
      code: 'step_claimed',
      params: { handler: '王丽' },
    })
    const second = go(first, ['2026-09-29', claim], ['2026-09-29', pass])
    expect(openRunOf(second)).toMatchObject({ step: 2, organ: '青岚县卫生监督所', from: '2026-09-29', handler: null })
    expect(refusedOn('2026-09-30', second, pass).code).toBe('step_not_claimed')
    const last = go(second, ['2026-09-30', claim], ['2026-10-09', pass], ['2026-10-09', claim])
    expect(refusedOn('2026-10-09', last, approve)).toMatchObject({ code: 'steps_open', params: { step: 3 } })
    const done = go(last, ['2026-10-10', pass])
    expect(openRunOf(done)).toBeNull()
    expect(refusedOn('2026-10-10', done, pass).code).toBe('steps_done')
    expect(go(done, ['2026-10-10', approve]).status).toBe('decided')
  })

  it('[SRV-18] a step goes back to an earlier one, or on to another department', () => {
    const second = go(first, ['2026-09-29', claim], ['2026-09-29', pass], ['2026-09-30', claim])
    const back: ServiceAct = { kind: 'service.step_return', step: 1, reason: '缺少核对记录' }
    expect(openRunOf(go(second, ['2026-10-08', back]))).toMatchObject({ step: 1, handler: null, from: '2026-10-08' })
    expect(refusedOn('2026-10-08', second, { ...back, step: 2 }).code).toBe('step_unknown')
    const sent = go(second, ['2026-10-08', { kind: 'service.step_send', organ: '市卫生监督所', reason: '跨区勘验' }])
    expect(openRunOf(sent)).toMatchObject({ step: 2, organ: '市卫生监督所', limitDays: 5 })
    expect(sent.steps.map(({ result }) => result)).toEqual(['passed', 'sent', null])
  })

  it('[SRV-19] a step has its own limit, and what stops the request stops the step', () => {
    const second = go(first, ['2026-09-29', claim], ['2026-09-29', pass], ['2026-09-30', claim])
    const run = openRunOf(second)
    // 09-30, 10-08, 10-09, 10-10, 10-12
    expect(run === null ? null : stepClock(second, run, calendar)?.due).toBe('2026-10-12')
    // 09-30, 10-08, then 10-15, 10-16, 10-19
    const paused = go(second, ['2026-10-08', special], ['2026-10-14', specialDone])
    expect(run === null ? null : stepClock(paused, run, calendar)?.due).toBe('2026-10-19')
  })
})

describe('what moves no clock', () => {
  it('[SRV-20] departments are asked and answer once, and several give one opinion', () => {
    const asked = go(examining, [
      '2026-09-30',
      { kind: 'service.consult', organ: '县环保局', question: '选址是否合规', answerBy: day('2026-10-12') },
    ])
    const answer: ServiceAct = { kind: 'service.consult_answer', consult: 1, opinion: '合规' }
    const answered = go(asked, ['2026-10-09', answer])
    expect(answered.consultations).toMatchObject([{ n: 1, answer: { on: '2026-10-09', opinion: '合规' } }])
    expect(refusedOn('2026-10-10', answered, answer).code).toBe('consultation_unknown')
    const review = (organs: readonly string[]): ServiceAct => ({
      kind: 'service.joint_review',
      organs,
      opinion: '同意',
    })
    expect(refusedOn('2026-10-10', answered, review(['县环保局', '县环保局'])).fields).toEqual([
      { field: 'organs', code: 'too_few' },
    ])
    const reviewed = go(answered, ['2026-10-10', review(['县环保局', '县住建局'])])
    expect(caseClocks(reviewed, calendar).promised?.due).toBe(caseClocks(examining, calendar).promised?.due)
  })

  it('[SRV-21] a check on the spot takes two people', () => {
    const inspect = (inspectors: readonly string[]): ServiceAct => ({
      kind: 'service.inspect',
      inspectedOn: day('2026-10-09'),
      place: '河西路 88 号',
      inspectors,
      findings: '通风良好',
    })
    expect(refusedOn('2026-10-09', examining, inspect(['王丽', ' 王丽 ']))).toMatchObject({
      code: 'inspectors_too_few',
      article: 'licensing:34(3)',
    })
    const inspected = go(examining, ['2026-10-09', inspect(['王丽', '赵敏'])])
    expect(inspected.documents.map(({ letter }) => letter)).toEqual(['service_inspection_record'])
    expect(refusedOn('2026-10-08', examining, inspect(['王丽', '赵敏'])).fields).toEqual([
      { field: 'inspectedOn', code: 'date_in_future' },
    ])
  })
})

describe('procedures that do not count', () => {
  it('[SRV-22] each stops the clock from the morrow until it is done, and the time it needs is told in writing', () => {
    for (const procedure of [
      'tender',
      'auction',
      'inspection',
      'testing',
      'quarantine',
      'appraisal',
      'expert_review',
    ] as const) {
      const away = go(examining, ['2026-10-08', { ...special, procedure }])
      expect(away, procedure).toMatchObject({
        status: 'special',
        documents: [{ letter: 'service_special_procedure_notice' }],
      })
      // While it lasts the ten working days that were told are left out: the latest day there can be.
      expect(caseClocks(away, calendar).statutory?.due, procedure).toBe('2026-11-13')
      const back = go(away, ['2026-10-15', specialDone])
      // (10-08, 10-15] leaves out 10-09, 10-10, 10-12 … 10-15: six working days.
      expect(caseClocks(back, calendar).statutory?.due, procedure).toBe('2026-11-09')
    }
  })

  it('[SRV-22] when the time told is over the examination goes on, as a person confirms', () => {
    const away = go(examining, ['2026-10-08', { ...special, days: 3 }])
    const lapse: ServiceAct = { kind: 'service.special_lapse', reason: '检测机构未出结果' }
    expect(refusedOn('2026-10-12', away, lapse).code).toBe('time_not_run_out')
    expect(go(away, ['2026-10-13', lapse])).toMatchObject({ status: 'examining', specials: [{ to: '2026-10-13' }] })
  })

  const statutory = (state: typeof accepted) => caseClocks(state, calendar).statutory?.due
  const lapse: ServiceAct = { kind: 'service.special_lapse', reason: '检测机构未出结果' }
  const renew = (days: number): ServiceAct => ({ kind: 'service.special_renew', days, reason: '检测设备故障' })

  it('[SRV-49] no more is left out than the time told, however late it is ended', () => {
    // Told ten days on 10-08: the last of them is 10-21.
    const away = go(examining, ['2026-10-08', special])
    const inTime = statutory(go(away, ['2026-10-21', specialDone]))
    expect(inTime).toBe('2026-11-13')
    for (const act of [lapse, specialDone]) expect(statutory(go(away, ['2026-12-30', act]))).toBe(inTime)
    expect(legalTimeState(caseClocks(away, calendar), day('2026-10-21'))).toBe('paused')
    expect(legalTimeState(caseClocks(away, calendar), day('2026-10-22'))).toBe('within')
    expect(legalTimeState(caseClocks(away, calendar), day('2026-11-16'))).toBe('overdue_statutory')
  })

  it('[SRV-49] a renewed written notice tells further time, from its own day', () => {
    const away = go(examining, ['2026-10-08', special])
    // In time: 10-21 to 10-28 as well. Two working days late: 10-22 and 10-23 count.
    const renewed = go(away, ['2026-10-21', renew(5)])
    expect(statutory(renewed)).toBe('2026-11-20')
    expect(statutory(go(away, ['2026-10-23', renew(5)]))).toBe('2026-11-20')
    expect(renewed.documents.filter(({ letter }) => letter === 'service_special_procedure_notice')).toHaveLength(2)
    expect(renewed.specials).toMatchObject([
      { from: '2026-10-08', to: '2026-10-21', result: null },
      { from: '2026-10-21', days: 5, to: null, renews: true },
    ])
    expect(refusedOn('2026-10-28', renewed, lapse)).toMatchObject({ params: { until: '2026-10-28' } })
    expect(statutory(go(renewed, ['2026-11-30', lapse]))).toBe('2026-11-20')
    // The newest notice holds, also where it tells less.
    expect(statutory(go(away, ['2026-10-09', renew(1)]))).toBe('2026-11-03')
    expect(refusedOn('2026-10-08', examining, renew(5)).code).toBe('not_allowed_in_state')
  })

  it('[SRV-50] one notice tells 120 working days at most', () => {
    const tooLong = { code: 'told_time_too_long', article: 'licensing:45', params: { max: 120 } }
    expect(refusedOn('2026-10-08', examining, { ...special, days: 121 })).toMatchObject(tooLong)
    expect(go(examining, ['2026-10-08', { ...special, days: 120 }]).status).toBe('special')
    const away = go(examining, ['2026-10-08', special])
    expect(refusedOn('2026-10-08', away, renew(3000))).toMatchObject(tooLong)
    const heard: ServiceAct = {
      kind: 'service.hearing_arrange',
      ground: 'public_interest',
      heldOn: day('2026-12-31'),
      place: '三楼',
      days: 121,
    }
    expect(refusedOn('2026-10-12', examining, heard)).toMatchObject(tooLong)
  })

  const told = go(examining, ['2026-09-30', { kind: 'service.hearing_tell', subject: '直接涉及重大利益' }])
  const ask = (on: string): ServiceAct => ({
    kind: 'service.hearing_request',
    requestedOn: day(on),
    requestedBy: '周文静',
  })
  const hold = (on: string, ground: 'request' | 'public_interest' = 'request'): ServiceAct => ({
    kind: 'service.hearing_arrange',
    ground,
    heldOn: day(on),
    place: '中心三楼会议室',
    days: 15,
  })

  it('[SRV-23] a hearing is asked for within five days of being told', () => {
    expect(refusedOn('2026-10-14', examining, ask('2026-10-14')).code).toBe('hearing_not_told')
    // 10-08, 10-09, 10-10, 10-12, 10-13
    expect(refusedOn('2026-10-14', told, ask('2026-10-14'))).toMatchObject({
      code: 'hearing_request_late',
      article: 'licensing:47(1)',
      params: { due: '2026-10-13' },
    })
    expect(go(told, ['2026-10-13', ask('2026-10-13')]).hearing?.request?.requestedBy).toBe('周文静')
  })

  it('[SRV-23] it is held within twenty days, on a notice of seven', () => {
    expect(refusedOn('2026-10-12', told, hold('2026-10-30')).code).toBe('hearing_not_requested')
    const asked = go(told, ['2026-10-08', ask('2026-10-08')])
    // Seven working days after 10-12: 10-21; twenty after 10-08: 11-04.
    expect(refusedOn('2026-10-12', asked, hold('2026-10-20'))).toMatchObject({
      code: 'hearing_notice_short',
      article: 'licensing:48(1)(1)',
      params: { earliest: '2026-10-21' },
    })
    expect(refusedOn('2026-10-12', asked, hold('2026-11-05'))).toMatchObject({
      code: 'hearing_too_late',
      params: { due: '2026-11-04' },
    })
    const arranged = go(asked, ['2026-10-12', hold('2026-10-21')])
    expect(arranged).toMatchObject({ status: 'special' })
    expect(arranged.documents.map(({ letter, on }) => [letter, on])).toEqual([
      ['service_hearing_notice', '2026-09-30'],
      ['service_hearing_notice', '2026-10-12'],
    ])
    expect(go(told, ['2026-10-12', hold('2026-12-31', 'public_interest')]).status).toBe('special')
  })

  it('[SRV-24] standing still for the applicant needs reason, the law that allows it, approval and a day', () => {
    const suspend = (over: object = {}): ServiceAct => ({
      kind: 'service.suspend',
      reason: '申请人申请暂缓',
      basis: '《公共场所卫生管理条例实施细则》第二十五条',
      resumeBy: day('2026-11-30'),
      approvedBy: '张志强',
      ...over,
    })
    expect(refusedOn('2026-10-08', examining, suspend({ basis: ' ' })).fields).toEqual([
      { field: 'basis', code: 'required' },
    ])
    const stopped = go(examining, ['2026-10-08', suspend()])
    // Three of ten days were used; seven more from the day after 11-30, which is the last day that is left out, whenever it goes on.
    expect(caseClocks(stopped, calendar).promised?.due).toBe('2026-12-09')
    const forgotten = go(stopped, ['2026-12-15', { kind: 'service.resume', reason: '申请人要求恢复' }])
    expect(caseClocks(forgotten, calendar).promised?.due).toBe('2026-12-09')
    expect(refusedOn('2026-10-08', examining, suspend({ resumeBy: day('2027-10-08') }))).toMatchObject({
      code: 'told_time_too_long',
      article: 'licensing:42(1)',
      params: { max: 120 },
    })
    expect(go(stopped, ['2026-10-12', { kind: 'service.resume', reason: '申请人要求恢复' }])).toMatchObject({
      status: 'examining',
      suspensions: [{ from: '2026-10-08', to: '2026-10-12' }],
    })
    const lapse: ServiceAct = { kind: 'service.suspend_lapse', reason: '期满未恢复' }
    expect(refusedOn('2026-11-30', stopped, lapse).code).toBe('time_not_run_out')
    expect(go(stopped, ['2026-12-01', lapse])).toMatchObject({
      status: 'terminated',
      closedOn: '2026-12-01',
      clockStop: '2026-12-01',
    })
  })
})

describe('extension', () => {
  const due = (state: typeof accepted) => caseClocks(state, calendar).statutory?.due

  it('[SRV-25] once, up to ten days, by the head of the organ, before the limit is over', () => {
    expect(refusedOn('2026-10-30', examining, extend(11))).toMatchObject({
      code: 'extension_too_long',
      article: 'licensing:42(1)',
      params: { max: 10 },
    })
    expect(refusedOn('2026-10-30', examining, extend(10, { approver: 'government_head' })).code).toBe('approver_wrong')
    expect(refusedOn('2026-11-02', examining, extend(10))).toMatchObject({
      code: 'extension_late',
      params: { due: '2026-10-30' },
    })
    const longer = go(examining, ['2026-10-30', extend(10)])
    expect(longer.documents.map(({ letter }) => letter)).toEqual(['service_extension_notice'])
    expect(refusedOn('2026-11-02', longer, extend(1))).toMatchObject({ code: 'extension_given' })
  })

  it('[SRV-25] one that was taken back can be given again, and no other kind of item has one', () => {
    const longer = go(
      examining,
      ['2026-10-12', extend(10)],
      ['2026-10-13', { kind: 'clock.undo', fact: 1, reason: '误录' }],
    )
    expect(due(longer)).toBe('2026-10-30')
    expect(due(go(longer, ['2026-10-14', extend(5)]))).toBe('2026-11-06')
    const confirmation = serviceAfter(['2026-09-28', accept({ item: aSnapshot({ kind: '行政确认' }) })])
    expect(refusedOn('2026-10-12', confirmation, extend(5)).code).toBe('extension_not_allowed')
  })

  it('[SRV-26] accepted on 2026-09-28: 20 days end on 10-30, with ten more on 11-13', () => {
    expect(due(accepted)).toBe('2026-10-30')
    expect(due(go(accepted, ['2026-10-12', extend(10)]))).toBe('2026-11-13')
  })

  const joint = serviceAfter(['2026-09-28', accept({ item: aSnapshot({ joint: true, statutoryDays: null }) })])
  const byGovernment = { approver: 'government_head' } as const

  it('[SRV-26] in joint handling 45 days end on 2026-12-04, with fifteen more on 12-25', () => {
    expect(due(joint)).toBe('2026-12-04')
    expect(due(go(joint, ['2026-12-04', extend(15, byGovernment)]))).toBe('2026-12-25')
  })

  it('[SRV-27] joint handling is extended by the head of the government, up to fifteen days', () => {
    expect(refusedOn('2026-12-04', joint, extend(15))).toMatchObject({
      code: 'approver_wrong',
      article: 'licensing:42(2)',
    })
    expect(refusedOn('2026-12-04', joint, extend(16, byGovernment))).toMatchObject({ params: { max: 15 } })
  })

  it('[SRV-27] a joint item whose guide says twenty days is extended as the first paragraph allows', () => {
    const short = serviceAfter(['2026-09-28', accept({ item: aSnapshot({ joint: true, statutoryDays: 20 }) })])
    expect(due(short)).toBe('2026-10-30')
    expect(refusedOn('2026-10-12', short, extend(15, byGovernment))).toMatchObject({
      code: 'extension_too_long',
      article: 'licensing:42(1)',
      params: { max: 10 },
    })
    expect(refusedOn('2026-10-12', short, extend(10, byGovernment)).code).toBe('approver_wrong')
    expect(due(go(short, ['2026-10-12', extend(10)]))).toBe('2026-11-13')
  })

  it('[SRV-27] a part of a joint bundle has the limit of the whole', () => {
    const bundle = { caseId: '0192f0a0-0000-7000-8000-000000000001', joint: true }
    const part = serviceAfter(['2026-09-28', accept({ bundle })])
    expect(due(part)).toBe('2026-12-04')
    expect(part.links).toEqual([{ kind: 'bundle', caseId: bundle.caseId }])
    expect(due(serviceAfter(['2026-09-28', accept({ bundle: { ...bundle, joint: false } })]))).toBe('2026-10-30')
  })
})
