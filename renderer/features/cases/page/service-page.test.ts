import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../../../domain/calendar/state-council.ts'
import { aMaterial, aServiceIntake, day, missing } from '../../../../domain/case/_testing.ts'
import { caseClocks } from '../../../../domain/case/clocks.ts'
import { oneOfEach } from '../../../../domain/service/_acts.ts'
import {
  aCertificate,
  accepted,
  approved,
  byPost,
  examining,
  go,
  postal,
  serviceAfter,
  special,
} from '../../../../domain/service/_testing.ts'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import { serviceNotStarted } from './service-not-started.ts'
import { serviceSteps } from './service-steps.ts'
import { entryText } from './timeline-text.ts'

const today = day('2026-10-15')
const bar = (state: ServiceCase) =>
  serviceSteps(state, caseClocks(state, calendar), today)
    .map(({ label, state: at }) => (at === 'done' ? label : at === 'now' ? `[${label}]` : `(${label})`))
    .join(' ')

const submitted = serviceAfter([
  '2026-09-28',
  { kind: 'service.submit', intake: aServiceIntake({ channel: 'online' }) },
])
const passed = go(submitted, ['2026-09-29', { kind: 'service.prereview_pass', note: null }])
const certified = go(approved, ['2026-10-13', { kind: 'service.certify', certificate: aCertificate() }])
const sent = go(certified, ['2026-10-13', { kind: 'service.dispatch', dispatch: byPost }])
const delivered = go(sent, ['2026-10-15', { kind: 'service.deliver', receivedOn: today, proof: postal }])

describe('the way of a service request', () => {
  it('shows where it stands in every state', () => {
    expect(bar(submitted)).toBe('收件 [预审] (受理) (审查决定) (办结)')
    expect(bar(passed)).toBe('收件 [交件] (受理) (审查决定) (办结)')
    expect(bar(accepted)).toBe('收件 受理 [审查决定] (办结)')
    expect(bar(examining)).toBe('收件 受理 [审查决定] (办结)')
    expect(bar(go(examining, ['2026-10-08', special]))).toBe('收件 受理 [特别程序] (审查决定) (办结)')
    expect(bar(approved)).toBe('收件 受理 审查决定 [送达] (办结)')
    expect(bar(certified)).toBe('收件 受理 审查决定 制证 [送达] (办结)')
    expect(bar(sent)).toBe('收件 受理 审查决定 [送达] (办结)')
    expect(bar(delivered)).toBe('收件 受理 审查决定 送达 [办结]')
    expect(bar(go(delivered, ['2026-10-15', { kind: 'service.close', note: null }]))).toBe(
      '收件 受理 审查决定 送达 办结',
    )
    expect(bar(go(examining, ['2026-10-08', { kind: 'service.withdraw', reason: '不办了' }]))).toBe('收件 受理 已撤回')
  })

  it('says why no clock runs before acceptance', () => {
    expect(serviceNotStarted(submitted)).toEqual({
      kind: 'prereview',
      detail: '2026-09-28 周一 收到，2026-10-10 周六前应当一次性告知或者受理',
    })
    expect(serviceNotStarted(passed).detail).toBe('2026-09-29 周二 预审通过')
    const waiting = serviceAfter([
      '2026-09-28',
      { kind: 'service.notice', intake: aServiceIntake({ materials: [aMaterial(missing)] }), correctBy: null },
    ])
    const withdrawn = go(waiting, ['2026-10-08', { kind: 'service.withdraw', reason: '不办了' }])
    expect(serviceNotStarted(withdrawn)).toEqual({ kind: 'withdrawn', detail: '2026-10-08 周四 结束' })
  })
})

describe('the timeline of a service request', () => {
  const text = (kind: keyof typeof oneOfEach) => {
    const { kind: _kind, ...data } = oneOfEach[kind]
    const opens = 'intake' in data ? { caseNo: '990000-20260928-W03-0001' } : {}
    const entry = entryText({ kind, data: { ...data, ...opens, on: today } })
    return `${entry.title}：${entry.text}`
  }

  it('names every act, and what matters of it', () => {
    // What these say is that they were done; a note is not obligatory.
    const bare = ['service.prereview_pass', 'service.deemed_delivered', 'service.close']
    for (const kind of Object.keys(oneOfEach) as (keyof typeof oneOfEach)[]) {
      const said = text(kind)
      if (!bare.includes(kind)) expect(said, kind).not.toMatch(/：$/)
      expect(said, kind).not.toMatch(/[a-z]{4,}|[{}]/)
    }
  })

  it('reads like a file', () => {
    expect(text('service.accept')).toBe('受理：2026-09-25 周五 收到；收材料 3 项')
    expect(text('service.special_start')).toBe('特别程序开始：检测；情况说明；10 个工作日')
    expect(text('service.extend')).toBe('延长期限：10 个工作日；情况说明；张志强 批准')
    expect(text('service.deliver')).toBe('送达：2026-09-28 周一；送达凭证未回')
    expect(text('service.fee_paid')).toBe('缴费：200元；刷卡；0012345678')
    expect(text('service.revoke')).toBe('撤销决定：青岚县卫生健康局；违反法定程序作出决定；情况说明')
  })
})
