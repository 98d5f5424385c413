import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { actingOn, anApplicant, day } from '../case/_testing.ts'
import type { CaseAct } from '../case/case-act.ts'
import type { CaseState } from '../case/case-state.ts'
import { caseClocks } from '../case/clocks.ts'
import { decide } from '../case/decide.ts'
import { judge } from '../case/judge.ts'
import { organOf, titleOf } from '../case/titles.ts'
import { letterSeries } from '../letters/letter-kind.ts'
import { findWorkflowProblems } from '../workflow/validate-workflow.ts'
import { aComplaintIntake, anAnonymousComplaint, answer, assign } from './_testing.ts'
import { complaintTypes } from './complaint-intake.ts'
import { complaintTermsOn } from './complaint-rules.ts'
import { complaintWorkflow } from './workflow.ts'

const first = actingOn(day('2026-09-28'))
const later = actingOn(day('2026-10-09'))
const supervisor = { role: 'supervisor' } as const
const register = { kind: 'complaint.register', intake: aComplaintIntake() } as const
const accept = { kind: 'complaint.accept' } as const
const received = () => first.done(null, register)
const accepted = () => first.done(received(), accept, supervisor)
const assigned = () => first.done(accepted(), assign, supervisor)
const answered = () => later.done(assigned(), answer)
const route = { kind: 'complaint.route', organ: '县信访局', organPhone: '0990-8800120', matter: '征地补偿' } as const
const dueOf = (state: Parameters<typeof caseClocks>[0]) => caseClocks(state, currentWorkCalendar).promised?.due

describe('the way of a complaint', () => {
  it('[CMP-1] has every state reached, none without a way on, and a timed way out of each waiting', () => {
    expect(findWorkflowProblems(complaintWorkflow)).toEqual([])
  })

  it('[CMP-2] leads from the desk over acceptance, handler, answer and supervisor to the follow-up', () => {
    const verified = later.done(answered(), { kind: 'complaint.verify', note: null }, supervisor)
    expect(verified).toMatchObject({ status: 'verified', verifiedOn: '2026-10-09', closedOn: null })
    const closed = later.done(verified, { kind: 'complaint.follow_up', satisfaction: 'satisfied', note: null })
    expect(closed).toMatchObject({
      status: 'closed',
      ending: 'answered',
      followUp: { satisfaction: 'satisfied', on: '2026-10-09' },
      clockStop: '2026-10-09',
    })
    expect(titleOf(closed)).toBe('窗口人员态度生硬，材料清单没有一次说清')
    expect(organOf(closed)).toBe('青岚县卫生健康局')
  })

  it('[CMP-3] to whoever gave a name acceptance, refusal and answer are written, each in its series', () => {
    const letters = answered().documents.map(({ letter, no }) => [letter, no])
    expect(letters).toEqual([
      ['complaint_receipt', 'complaint_receipt-1'],
      ['complaint_reply', 'complaint_reply-1'],
    ])
    const refused = first.done(
      received(),
      { kind: 'complaint.refuse', ground: 'no_facts', explanation: '没有具体的人和事' },
      supervisor,
    )
    expect(refused).toMatchObject({
      status: 'refused',
      closedOn: '2026-09-28',
      documents: [{ letter: 'complaint_refusal' }],
    })
    const marks = [letterSeries.complaint_receipt, letterSeries.complaint_refusal, letterSeries.complaint_reply]
    expect(new Set(marks).size).toBe(3)
  })

  it('[CMP-3] to somebody without a name nothing is written, and the case goes its way', () => {
    const anonymous = first.done(null, { kind: 'complaint.register', intake: anAnonymousComplaint() })
    const taken = first.done(anonymous, accept, supervisor)
    const done = later.done(first.done(taken, assign, supervisor), answer)
    expect(done).toMatchObject({ status: 'answered', documents: [] })
    const closed = later.done(done, { kind: 'complaint.verify', note: null }, supervisor)
    expect(closed).toMatchObject({ status: 'closed', ending: 'answered', followUp: null })
  })

  it('[CMP-4] a refusal says its ground and explains it', () => {
    const refuse = { kind: 'complaint.refuse', ground: 'petition', explanation: '' } as const
    expect(first.refused(received(), refuse, supervisor).fields).toEqual([{ field: 'explanation', code: 'required' }])
  })

  it('[CMP-5] a petition is not taken up: it is passed on or refused with its own way told', () => {
    const petition = first.done(null, {
      kind: 'complaint.register',
      intake: aComplaintIntake({ type: 'petition_hint', subject: { kind: 'none' } }),
    })
    expect(first.refused(petition, accept, supervisor).code).toBe('petition_elsewhere')
    expect(first.done(petition, route, supervisor)).toMatchObject({ status: 'routed' })
    const refuse = { kind: 'complaint.refuse', ground: 'petition', explanation: '请向县信访局提出' } as const
    expect(first.done(petition, refuse, supervisor)).toMatchObject({ status: 'refused' })
    for (const type of complaintTypes.filter((one) => one !== 'petition_hint')) {
      const other = first.done(null, { kind: 'complaint.register', intake: aComplaintIntake({ type }) })
      expect(first.done(other, accept, supervisor).status, type).toBe('accepted')
    }
  })

  it('[CMP-6] what is about a case is linked to it', () => {
    const caseId = '0199f000-0000-7000-8000-000000000001'
    const subject = { kind: 'case', caseId, caseNo: '990123-20260914-W03-0004' } as const
    const state = first.done(null, { kind: 'complaint.register', intake: aComplaintIntake({ subject }) })
    expect(state.links).toEqual([{ kind: 'about', caseId }])
    expect(received().links).toEqual([])
    const nobody = aComplaintIntake({ subject: { kind: 'person', staffId: null, name: ' ', organ: null } })
    expect(first.refused(null, { kind: 'complaint.register', intake: nobody }).fields).toEqual([
      { field: 'intake.subject.name', code: 'required' },
    ])
  })
})

describe('its clocks', () => {
  it('[CMP-7] five working days to decide, then fifteen to answer, each from its own day', () => {
    expect(complaintTermsOn(day('2026-09-28'))).toMatchObject({ acceptance: { days: 5 }, handling: { days: 15 } })
    expect(dueOf(received())).toBe('2026-10-10')
    const taken = later.done(received(), accept, supervisor)
    expect(taken).toMatchObject({ acceptedOn: '2026-10-09', clockStart: '2026-10-09' })
    expect(dueOf(taken)).toBe('2026-10-29')
    expect(caseClocks(taken, currentWorkCalendar).statutory).toBeNull()
  })

  it('[CMP-8] no edit stops them: notes, new handlers, urging and what comes back leave the day as it was', () => {
    const due = dueOf(assigned())
    const edits = [
      { ...assign, handler: { staffId: 'S09', name: '孙洁' } },
      { kind: 'complaint.urge', reason: '群众再次来电' },
      { kind: 'complaint.send_back', reason: '需要另派' },
      assign,
    ] as const
    const edited = edits.reduce((state, act) => later.done(state, act, supervisor), assigned())
    expect(dueOf(edited)).toBe(due)
    const rejected = later.done(answered(), { kind: 'complaint.reject', reason: '没有回应诉求' }, supervisor)
    expect(rejected).toMatchObject({ status: 'assigned', clockStop: null, answer: null, rejections: 1 })
    expect(dueOf(rejected)).toBe(due)
    const back = actingOn(day('2026-10-20')).done(later.done(edited, route, supervisor), {
      kind: 'complaint.route_back',
      reason: '不属于其职责',
    })
    expect(back).toMatchObject({ status: 'accepted', clockStop: null })
    expect(dueOf(back)).toBe(due)
  })

  it('[CMP-9] one extension, for a reason, within the maximum, before it is over, by a person in charge', () => {
    const extend = { kind: 'complaint.extend', days: 10, reason: '需要调取监控' } as const
    const extended = first.done(accepted(), extend, { role: 'head' })
    expect([dueOf(accepted()), dueOf(extended)]).toEqual(['2026-10-23', '2026-11-06'])
    expect(first.refused(extended, extend, supervisor).code).toBe('extension_given')
    expect(first.refused(accepted(), { ...extend, days: 11 }, supervisor)).toMatchObject({
      code: 'extension_too_long',
      params: { max: 10 },
    })
    expect(first.refused(accepted(), { ...extend, reason: ' ' }, supervisor).code).toBe('invalid_fields')
    expect(first.refused(accepted(), extend).code).toBe('role_not_permitted')
    expect(first.refused(received(), extend, supervisor).code).toBe('not_allowed_in_state')
    expect(actingOn(day('2026-10-24')).refused(accepted(), extend, supervisor).code).toBe('extension_late')
    expect(actingOn(day('2026-10-23')).done(accepted(), extend, supervisor).status).toBe('accepted')
  })

  it('[CMP-10] urging is written down, marks the case and takes a slip, also without a name', () => {
    const urge = { kind: 'complaint.urge', reason: '临近期限' } as const
    expect(later.done(assigned(), urge, supervisor)).toMatchObject({
      status: 'assigned',
      flags: ['urged'],
      urges: [{ on: '2026-10-09', reason: '临近期限' }],
      documents: [{ letter: 'complaint_receipt' }, { letter: 'urge_slip' }],
    })
    expect(later.done(later.done(assigned(), urge, supervisor), answer).flags).toEqual([])
    const anonymous = first.done(null, { kind: 'complaint.register', intake: anAnonymousComplaint() })
    const urged = first.done(first.done(anonymous, accept, supervisor), urge, supervisor)
    expect(urged.documents).toMatchObject([{ letter: 'urge_slip' }])
  })
})

describe('who handles it', () => {
  const accused = { staffId: 'S05', name: '冯立' }

  it('[CMP-11] not the person complained of, whoever names him', () => {
    expect(first.refused(accepted(), { ...assign, handler: accused }, supervisor).code).toBe('handler_is_subject')
    expect(later.refused(assigned(), { ...answer, by: accused }).code).toBe('handler_is_subject')
    const unknown = first.done(null, {
      kind: 'complaint.register',
      intake: aComplaintIntake({ subject: { kind: 'person', staffId: null, name: '冯某', organ: null } }),
    })
    const taken = first.done(unknown, accept, supervisor)
    expect(first.done(taken, { ...assign, handler: accused }, supervisor).status).toBe('assigned')
  })

  it('[CMP-11] nor does he touch it himself', () => {
    const himself = { actor: 'S05', role: 'supervisor' } as const
    expect(first.refused(received(), accept, himself).code).toBe('handler_is_subject')
    expect(later.refused(assigned(), answer, himself).code).toBe('handler_is_subject')
    expect(later.refused(answered(), { kind: 'complaint.verify', note: null }, himself).code).toBe('handler_is_subject')
    expect(first.done(received(), accept, { actor: 'S06', role: 'supervisor' }).status).toBe('accepted')
  })

  it('[CMP-11] [CMP-12] the server asks again who it was', () => {
    const by = (state: CaseState, act: CaseAct, actor: string) => {
      const decided = decide(state, act, later.context(supervisor))
      if (!decided.ok) throw new Error(decided.error.code)
      const origin = { center: '990123', deviceNo: 'W03', actor }
      return judge(state, decided.value, state.version, origin, currentWorkCalendar).reason
    }
    const verify = { kind: 'complaint.verify', note: null } as const
    expect(by(received(), accept, 'S05')).toBe('handler_is_subject')
    expect(by(answered(), verify, answer.by.staffId)).toBe('verifier_is_handler')
    expect(by(answered(), verify, 'S06')).toBeNull()
  })

  it('[CMP-12] nobody verifies the answer he gave', () => {
    const verify = { kind: 'complaint.verify', note: null } as const
    expect(later.refused(answered(), verify, { actor: answer.by.staffId, role: 'supervisor' }).code).toBe(
      'verifier_is_handler',
    )
    expect(later.done(answered(), verify, { actor: 'S06', role: 'supervisor' }).status).toBe('verified')
    expect(later.refused(answered(), verify).code).toBe('role_not_permitted')
  })

  it('[CMP-13] an answer that is sent back is void with its letter, and the next takes a new number', () => {
    const rejected = later.done(answered(), { kind: 'complaint.reject', reason: '没有回应诉求' }, supervisor)
    expect(rejected.documents).toMatchObject([
      { letter: 'complaint_receipt', voided: null },
      { letter: 'complaint_reply', voided: { on: '2026-10-09', reason: '没有回应诉求' } },
    ])
    const again = later.done(rejected, answer, { nextLetterNo: () => '诉复〔2026〕W03-2号' })
    expect(
      again.documents.filter(({ letter, voided }) => letter === 'complaint_reply' && voided === null),
    ).toMatchObject([{ no: '诉复〔2026〕W03-2号' }])
  })
})

describe('what waits for somebody outside', () => {
  const verified = () => later.done(answered(), { kind: 'complaint.verify', note: null }, supervisor)

  it('[CMP-14] a person who cannot be reached for the follow-up lets the case be closed after its days', () => {
    const close = { kind: 'complaint.close_unreached', note: '三次电话无人接听' } as const
    expect(actingOn(day('2026-10-15')).refused(verified(), close, supervisor).code).toBe('time_not_run_out')
    expect(actingOn(day('2026-10-16')).refused(verified(), { ...close, note: '' }, supervisor).code).toBe(
      'invalid_fields',
    )
    expect(actingOn(day('2026-10-17')).done(verified(), close, supervisor)).toMatchObject({
      status: 'closed',
      ending: 'unreached',
    })
  })

  it('[CMP-14] an organ that says nothing lets it be closed after its days; its word closes it before', () => {
    const routed = first.done(received(), route, supervisor)
    expect(routed).toMatchObject({
      status: 'routed',
      clockStop: '2026-09-28',
      forwarded: { organPhone: '0990-8800120' },
    })
    const close = { kind: 'complaint.close_routed', note: '对方已口头告知处理' } as const
    expect(actingOn(day('2026-10-16')).refused(routed, close, supervisor).code).toBe('time_not_run_out')
    expect(actingOn(day('2026-10-19')).done(routed, close, supervisor)).toMatchObject({ ending: 'routed' })
    const reply = { kind: 'complaint.routed_reply', answer: '已按信访程序受理' } as const
    expect(later.done(routed, reply)).toMatchObject({ status: 'closed', ending: 'answered', answer: { by: null } })
    const back = later.done(routed, { kind: 'complaint.route_back', reason: '不属于其职责' })
    expect(back).toMatchObject({ status: 'received', acceptedOn: null, clockStop: null })
  })

  it('[CMP-15] it may be taken back until it is answered', () => {
    const withdraw = { kind: 'complaint.withdraw', reason: '问题已当场解决' } as const
    expect(first.done(received(), withdraw)).toMatchObject({ status: 'closed', ending: 'withdrawn' })
    expect(later.done(assigned(), withdraw)).toMatchObject({ status: 'closed', clockStop: '2026-10-09' })
    expect(later.refused(answered(), withdraw).code).toBe('not_allowed_in_state')
  })
})

describe('the person who complains', () => {
  const withTitle = (title: string) =>
    first.refused(null, { kind: 'complaint.register', intake: aComplaintIntake({ title }) }).fields

  it('[CMP-16] is not named in the title, nor found by a number in it', () => {
    const problem = [{ field: 'intake.title', code: 'personal_data' }]
    expect(withTitle('郑秀兰投诉窗口态度')).toEqual(problem)
    expect(withTitle('回电 136 0000 4321')).toEqual(problem)
    expect(withTitle('来电人 13911112222 反映')).toEqual(problem)
    expect(withTitle('证件 99000019900101001x 反映')).toEqual(problem)
    const anonymous = anAnonymousComplaint({ title: '三号窗口 2026 年 9 月态度生硬' })
    expect(first.done(null, { kind: 'complaint.register', intake: anonymous }).status).toBe('received')
  })

  it('[CMP-17] is kept confidential from the start or from later on, for a reason, in every state', () => {
    const set = {
      kind: 'complaint.set_confidential',
      confidential: true,
      title: '服务态度问题',
      reason: '本人要求',
    } as const
    expect(first.done(received(), set, supervisor)).toMatchObject({
      status: 'received',
      intake: { confidential: true, title: '服务态度问题' },
    })
    expect(later.done(answered(), set, supervisor).status).toBe('answered')
    expect(first.refused(received(), { ...set, reason: '' }, supervisor).code).toBe('invalid_fields')
    expect(first.refused(received(), { ...set, title: '郑秀兰的投诉' }, supervisor).fields).toEqual([
      { field: 'title', code: 'personal_data' },
    ])
  })

  it('[CMP-18] gives a name and a way to be reached, or neither name nor number', () => {
    const problems = (over: Parameters<typeof aComplaintIntake>[0]) =>
      first.refused(null, { kind: 'complaint.register', intake: aComplaintIntake(over) }).fields
    const unreachable = anApplicant({ idNumber: null, phone: null, address: null })
    expect(problems({ applicant: unreachable })).toEqual([{ field: 'intake.applicant.phone', code: 'required' }])
    expect(problems({ anonymous: true })).toEqual([{ field: 'intake.applicant.name', code: 'not_applicable' }])
    expect(problems({ arrivedOn: day('2026-09-29') })).toEqual([{ field: 'intake.arrivedOn', code: 'date_in_future' }])
  })

  it('[CMP-18] without a name but with a telephone is asked in the follow-up', () => {
    const intake = anAnonymousComplaint()
    const state = first.done(null, {
      kind: 'complaint.register',
      intake: { ...intake, applicant: { ...intake.applicant, phone: '13600004321' } },
    })
    const done = later.done(first.done(first.done(state, accept, supervisor), assign, supervisor), answer)
    expect(later.done(done, { kind: 'complaint.verify', note: null }, supervisor).status).toBe('verified')
  })
})

it('[CMP-19] windows, agents and supervisors take in; only persons in charge decide on acceptance', () => {
  for (const role of ['clerk', 'agent', 'supervisor'] as const)
    expect(first.done(null, register, { role }).status).toBe('received')
  expect(first.refused(null, register, { role: 'reviewer' }).code).toBe('role_not_permitted')
  for (const act of [accept, route]) expect(first.refused(received(), act).code).toBe('role_not_permitted')
})
