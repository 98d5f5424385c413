import { describe, expect, it } from 'vitest'
import { caseActFields } from '../../../../contract/acts/case-acts.ts'
import { currentWorkCalendar } from '../../../../domain/calendar/state-council.ts'
import { actingOn, day } from '../../../../domain/case/_testing.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { caseClocks } from '../../../../domain/case/clocks.ts'
import { aComplaintIntake, anAnonymousComplaint, answer, assign } from '../../../../domain/complaint/_testing.ts'
import { aConsultationIntake, told, written } from '../../../../domain/consultation/_testing.ts'
import { operationText } from '../../../i18n/operation-text.ts'
import { stepsOf } from './case-steps.ts'
import { isContactKind } from './contact-timeline.ts'
import { entryText } from './timeline-text.ts'

const today = day('2026-10-09')
const first = actingOn(day('2026-09-28'))
const now = actingOn(today)
const supervisor = { role: 'supervisor' } as const

const steps = (state: CaseState) =>
  stepsOf(state, caseClocks(state, currentWorkCalendar), today).map(({ label, state: at, detail }) =>
    `${at} ${label} ${detail ?? ''}`.trim(),
  )

describe('the steps of a consultation', () => {
  const received = first.done(null, { kind: 'consultation.register', intake: aConsultationIntake() })

  it('count the days of the promise until it is answered', () => {
    expect(steps(received)).toEqual(['done 登记 09-28 周一', 'now 答复 今日 第 4 日', 'todo 办结'])
    const answered = now.done(received, { kind: 'consultation.answer', ...written })
    expect(steps(answered)).toEqual(['done 登记 09-28 周一', 'done 答复 10-09 周五', 'now 办结'])
    expect(steps(now.done(answered, { kind: 'consultation.close', handover: 'in_person' }))).toEqual([
      'done 登记 09-28 周一',
      'done 答复 10-09 周五',
      'done 办结 10-09 周五',
    ])
  })

  it('show where a question went that is not ours', () => {
    const routed = now.done(received, {
      kind: 'consultation.route',
      organ: '县公安局',
      organPhone: '0990-8800110',
      matter: '护照换发',
    })
    expect(steps(routed)).toEqual(['done 登记 09-28 周一', 'now 转办 10-09 周五 起', 'todo 办结'])
  })
})

describe('the steps of a complaint', () => {
  const received = first.done(null, { kind: 'complaint.register', intake: aComplaintIntake() })
  const accepted = first.done(received, { kind: 'complaint.accept' }, supervisor)
  const answered = now.done(first.done(accepted, assign, supervisor), answer)

  it('lead over acceptance, handler, answer, supervisor and follow-up', () => {
    expect(steps(received)[1]).toBe('now 受理 今日 第 4 日')
    expect(steps(accepted)).toEqual([
      'done 登记 09-28 周一',
      'done 受理 09-28 周一',
      'now 交办 今日 第 4 日',
      'todo 答复',
      'todo 核查',
      'todo 办结',
    ])
    const verified = now.done(answered, { kind: 'complaint.verify', note: null }, supervisor)
    expect(steps(verified).slice(-4)).toEqual(['done 答复 10-09 周五', 'done 核查 10-09 周五', 'now 回访', 'todo 办结'])
    const closed = now.done(verified, { kind: 'complaint.follow_up', satisfaction: 'fairly', note: null })
    expect(steps(closed).slice(-2)).toEqual(['done 回访 10-09 周五', 'done 办结 10-09 周五'])
  })

  it('end where it is refused', () => {
    const refuse = { kind: 'complaint.refuse', ground: 'petition', explanation: '请向县信访局提出。' } as const
    expect(steps(now.done(received, refuse, supervisor))).toEqual(['done 登记 09-28 周一', 'done 不予受理 10-09 周五'])
  })
})

describe('the timeline', () => {
  it('says what every act on a consultation or a complaint was', () => {
    const contactActs = Object.keys(caseActFields).filter((kind) => /^(?:consultation|complaint)\./.test(kind))
    expect(contactActs).toHaveLength(31)
    for (const kind of contactActs) {
      expect(isContactKind(kind), kind).toBe(true)
      expect(operationText(kind)).not.toMatch(/[a-z]/)
    }
  })

  it('names type, way and subject of a complaint, finding and answer, and the words of a question', () => {
    const intake = anAnonymousComplaint()
    const caseNo = '990123-20260928-W03-0001'
    expect(entryText({ kind: 'complaint.register', data: { caseNo, on: '2026-09-28', intake } })).toEqual({
      title: '登记投诉',
      text: '投诉；电话，2026-09-28 周一 收到；服务态度',
    })
    const { kind, ...said } = answer
    expect(entryText({ kind, data: { ...said, on: '2026-10-09' } }).text).toBe(
      `钱进；部分属实；${answer.answer.replace(/。$/u, '')}；${answer.measures}`,
    )
    expect(entryText({ kind: 'consultation.answer', data: { ...told, on: '2026-10-09' } }).text).toBe(
      `赵敏；${told.answer.replace(/。$/u, '')}；${told.basis}`,
    )
    expect(entryText({ kind: 'complaint.extend', data: { days: 3, reason: '调取监控', on: '2026-10-09' } }).text).toBe(
      '延长 3 个工作日；调取监控',
    )
  })
})
