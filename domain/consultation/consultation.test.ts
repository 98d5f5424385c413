import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { actingOn, day } from '../case/_testing.ts'
import { isAnonymous } from '../case/applicant.ts'
import { caseClocks } from '../case/clocks.ts'
import { judge } from '../case/judge.ts'
import { decide } from '../case/decide.ts'
import { organOf, titleOf } from '../case/titles.ts'
import { zhao } from '../contact/_testing.ts'
import { findWorkflowProblems } from '../workflow/validate-workflow.ts'
import { aConsultationIntake, anAnonymousQuestion, told, written } from './_testing.ts'
import { consultationTermsOn } from './consultation-rules.ts'
import { consultationWorkflow } from './workflow.ts'

const first = actingOn(day('2026-09-28'))
const register = { kind: 'consultation.register', intake: aConsultationIntake() } as const
const assign = { kind: 'consultation.assign', organ: '青岚县卫生健康局', handler: zhao } as const
const route = {
  kind: 'consultation.route',
  organ: '县公安局出入境窗口',
  organPhone: '0990-8800110',
  matter: '护照换发',
} as const
const answerNow = { kind: 'consultation.answer', ...told } as const
const dueOf = (state: Parameters<typeof caseClocks>[0]) => caseClocks(state, currentWorkCalendar).promised?.due

describe('the way of a question', () => {
  it('[CON-1] has every state reached, none without a way on, and a timed way out of waiting', () => {
    expect(findWorkflowProblems(consultationWorkflow)).toEqual([])
  })

  it('[CON-2] told on the spot it is answered, counted and closed in one act, and owes no letter', () => {
    const state = first.done(null, { kind: 'consultation.answer_at_once', intake: aConsultationIntake(), ...told })
    expect(state).toMatchObject({
      status: 'closed',
      ending: 'answered',
      closedOn: '2026-09-28',
      clockStop: '2026-09-28',
      answer: { text: told.answer, by: zhao, on: '2026-09-28' },
      documents: [],
    })
    expect(titleOf(state)).toBe('理发店卫生许可证到期换证要带什么')
    expect(organOf(state)).toBe('青岚县卫生健康局')
  })

  it('[CON-3] a written answer takes a number of the reply series and ends when it is handed over', () => {
    const assigned = first.done(first.done(null, register), assign)
    const answered = actingOn(day('2026-09-30')).done(assigned, { kind: 'consultation.answer', ...written })
    expect(answered).toMatchObject({
      status: 'answered',
      clockStop: '2026-09-30',
      closedOn: null,
      documents: [{ letter: 'consultation_reply', no: 'consultation_reply-1', on: '2026-09-30' }],
    })
    const closed = actingOn(day('2026-10-09')).done(answered, { kind: 'consultation.close', handover: 'post' })
    expect(closed).toMatchObject({
      status: 'closed',
      handover: 'post',
      closedOn: '2026-10-09',
      clockStop: '2026-09-30',
    })
  })

  it('[CON-3] an answer that is told closes at once, and none is empty', () => {
    const assigned = first.done(first.done(null, register), assign)
    expect(first.done(assigned, answerNow)).toMatchObject({ status: 'closed', documents: [] })
    expect(first.refused(assigned, { ...answerNow, answer: ' ' }).fields).toEqual([
      { field: 'answer', code: 'required' },
    ])
  })

  it('[CON-4] without a name there is no letter, no way to reach is asked for, and the case has the empty name', () => {
    const state = first.done(null, { kind: 'consultation.register', intake: anAnonymousQuestion() })
    expect(isAnonymous(state.applicant)).toBe(true)
    expect(first.refused(state, { kind: 'consultation.answer', ...written }).fields).toEqual([
      { field: 'written', code: 'not_applicable' },
    ])
    expect(first.done(state, answerNow)).toMatchObject({ status: 'closed', documents: [] })
    const named = anAnonymousQuestion({ applicant: aConsultationIntake().applicant })
    expect(first.refused(null, { kind: 'consultation.register', intake: named }).fields).toEqual([
      { field: 'intake.applicant.name', code: 'not_applicable' },
    ])
  })

  it('[CON-4] with a name the person is reachable, nobody asks for a card, and a number that is given is right', () => {
    const { applicant } = aConsultationIntake()
    const problems = (over: Partial<typeof applicant>) =>
      first.refused(null, {
        kind: 'consultation.register',
        intake: aConsultationIntake({ applicant: { ...applicant, ...over } }),
      }).fields
    expect(problems({ name: '' })).toEqual([{ field: 'intake.applicant.name', code: 'required' }])
    expect(problems({ phone: null })).toEqual([{ field: 'intake.applicant.phone', code: 'required' }])
    expect(problems({ phone: '123' })).toEqual([{ field: 'intake.applicant.phone', code: 'phone_invalid' }])
    expect(problems({ idType: 'resident_id', idNumber: '990000199001010018' })).toEqual([
      { field: 'intake.applicant.idNumber', code: 'id_invalid_without_reason' },
    ])
    const silent = aConsultationIntake({ applicant: { ...applicant, phone: null } })
    expect(
      first.done(null, { kind: 'consultation.answer_at_once', intake: silent, ...told }),
      'told on the spot, nobody need be reached',
    ).toMatchObject({ status: 'closed' })
  })
})

describe('its limit', () => {
  it('[CON-5] is the promise of the center, from the day it came in, as a promise and not as law', () => {
    const { answer } = consultationTermsOn(day('2026-09-28'))
    expect(answer).toEqual({ days: 5, extensionMax: 5 })
    const state = first.done(null, register)
    expect(dueOf(state)).toBe('2026-10-10')
    expect(caseClocks(state, currentWorkCalendar).statutory).toBeNull()
  })

  it('[CON-6] is extended once, for a reason, within the maximum and before it is over', () => {
    const state = first.done(null, register)
    const extend = { kind: 'consultation.extend', days: 5, reason: '需要上级部门解释' } as const
    const head = { role: 'head' } as const
    const extended = first.done(state, extend, head)
    expect(dueOf(extended)).toBe('2026-10-16')
    expect(first.refused(extended, extend, head).code).toBe('extension_given')
    expect(first.refused(state, { ...extend, days: 6 }, head)).toMatchObject({
      code: 'extension_too_long',
      params: { max: 5 },
    })
    expect(first.refused(state, { ...extend, reason: '' }, head).code).toBe('invalid_fields')
    expect(actingOn(day('2026-10-10')).done(state, extend, head).status).toBe('received')
    expect(actingOn(day('2026-10-11')).refused(state, extend, head).code).toBe('extension_late')
    expect(first.refused(state, extend).code).toBe('role_not_permitted')
  })

  it('[CON-5] goes on running whatever is edited, and stands as before when the question comes back', () => {
    const sentBack = first.done(first.done(first.done(null, register), assign), {
      kind: 'consultation.send_back',
      reason: '不属于本科室',
    })
    expect(sentBack).toMatchObject({ status: 'received', assignment: null, clockStop: null })
    const routed = first.done(sentBack, route)
    expect(routed.clockStop).toBe('2026-09-28')
    const back = actingOn(day('2026-10-08')).done(routed, { kind: 'consultation.route_back', reason: '不是其职责' })
    expect(back).toMatchObject({ status: 'received', clockStop: null, forwarded: null })
    expect(dueOf(back)).toBe('2026-10-10')
  })
})

describe('a question that is not ours', () => {
  it('[CON-7] is passed on with matter and telephone, and answered when the other organ says so', () => {
    const state = first.done(null, register)
    expect(first.refused(state, { ...route, organPhone: '' }).fields).toEqual([
      { field: 'organPhone', code: 'required' },
    ])
    const routed = first.done(state, route)
    expect(routed).toMatchObject({ status: 'routed', forwarded: { organ: '县公安局出入境窗口', on: '2026-09-28' } })
    expect(organOf(routed)).toBe('县公安局出入境窗口')
    const done = actingOn(day('2026-09-30')).done(routed, { kind: 'consultation.routed_answer', answer: '已电话答复' })
    expect(done).toMatchObject({ status: 'closed', ending: 'answered', answer: { by: null } })
  })

  it('[CON-8] is closed without word only when the time for it is over, by a person who says why', () => {
    const routed = first.done(first.done(null, register), route)
    const close = { kind: 'consultation.close_routed', note: '三次电话催问，对方称已当面答复' } as const
    const head = { role: 'head' } as const
    expect(actingOn(day('2026-10-16')).refused(routed, close, head)).toMatchObject({
      code: 'time_not_run_out',
      params: { days: 10 },
    })
    expect(actingOn(day('2026-10-19')).done(routed, close, head)).toMatchObject({ status: 'closed', ending: 'routed' })
  })

  it('[CON-9] becomes a service request or a request for disclosure, and names it', () => {
    const caseId = '0199f000-0000-7000-8000-000000000001'
    const convert = { kind: 'consultation.convert', into: 'service', caseId } as const
    const state = first.done(first.done(null, register), convert)
    expect(state).toMatchObject({
      status: 'closed',
      ending: 'converted',
      links: [{ kind: 'turned_into', caseId }],
    })
    expect(first.refused(first.done(null, register), { ...convert, caseId: 'case-1' }).code).toBe('case_unknown')
  })

  it('[CON-10] may be taken back until it is answered', () => {
    const withdraw = { kind: 'consultation.withdraw', reason: '已自行了解' } as const
    expect(first.done(first.done(null, register), withdraw)).toMatchObject({ status: 'closed', ending: 'withdrawn' })
    const told = first.done(first.done(null, register), answerNow)
    expect(first.refused(told, withdraw).code).toBe('not_allowed_in_state')
  })
})

it('[CON-11] reviewers answer but take in nothing; agents take in', () => {
  expect(first.refused(null, register, { role: 'reviewer' }).code).toBe('role_not_permitted')
  const state = first.done(null, register, { role: 'agent' })
  expect(first.done(state, answerNow, { role: 'reviewer' })).toMatchObject({ status: 'closed' })
  expect(first.refused(state, answerNow, { role: 'agent' }).code).toBe('role_not_permitted')
})

it('[CON-6] the server asks for the extension again', () => {
  const state = first.done(null, register)
  const decided = decide(
    state,
    { kind: 'consultation.extend', days: 5, reason: '需要上级部门解释' },
    first.context({ role: 'head' }),
  )
  if (!decided.ok) throw new Error('refused')
  const origin = { center: '990123', deviceNo: 'W03' }
  expect(judge(state, decided.value, 1, origin, currentWorkCalendar).verdict).toBe('applied')
  const late = { ...decided.value, data: { ...decided.value.data, on: day('2026-10-12') } } as typeof decided.value
  expect(judge(state, late, 1, origin, currentWorkCalendar)).toEqual({ verdict: 'rejected', reason: 'extension_late' })
})
