import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../../../domain/calendar/state-council.ts'
import { zhao } from '../../../domain/contact/_testing.ts'
import { aComplaintForm, aQuestionForm, firstCaseId, secondCaseId, today } from './_testing.ts'
import { windowNo } from './contact-act.ts'
import { readDraft } from './form-draft.ts'
import { attempt, clockPreview, mainActOf, problemsOf } from './preview.ts'
import { printPlanOf } from './print-plan.ts'
import { nextSession, sessionOf } from './session.ts'

const context = { today, role: 'clerk', calendar: currentWorkCalendar, user: zhao } as const

describe('a question', () => {
  it('[INT-1] is registered, or answered and closed at once when an answer is typed', () => {
    const asked = aQuestionForm()
    expect(mainActOf(asked)).toBe('consultation.register')
    expect(attempt(asked, 'consultation.register', context)).toMatchObject({
      ok: true,
      value: { intake: { anonymous: false, applicant: { name: '孙建国', idType: 'other', idNumber: null } } },
    })
    const answered = aQuestionForm([{ type: 'contact', field: 'answer', text: '带原许可证。' }])
    expect(mainActOf(answered)).toBe('consultation.answer_at_once')
    expect(attempt(answered, 'consultation.answer_at_once', context)).toMatchObject({
      ok: true,
      value: { answer: '带原许可证。', by: zhao, written: false },
    })
    expect(printPlanOf('consultation.answer_at_once', answered)).toEqual([])
  })

  it('[INT-1] owes a letter only when it is answered in writing to somebody with a name', () => {
    const written = aQuestionForm([
      { type: 'contact', field: 'answer', text: '带原许可证。' },
      { type: 'contactChoice', choices: { written: true } },
    ])
    expect(printPlanOf('consultation.answer_at_once', written)).toEqual([{ letter: 'consultation_reply', copies: 1 }])
    const nameless = nextSession(sessionOf(written, today), {
      type: 'edit',
      edit: { type: 'contactChoice', choices: { anonymous: true } },
    }).form
    expect(printPlanOf('consultation.answer_at_once', nameless)).toEqual([])
    expect(attempt(nameless, 'consultation.answer_at_once', context)).toMatchObject({
      ok: true,
      value: { written: false, intake: { anonymous: true, applicant: { name: '', phone: '13800002046' } } },
    })
  })

  it('[INT-2] names what is wanting: topic, title, a way to reach the person', () => {
    const bare = aQuestionForm([
      { type: 'contactChoice', choices: { question: null } },
      { type: 'contact', field: 'title', text: ' ' },
      { type: 'applicant', field: 'phone', text: '' },
    ])
    expect(problemsOf(bare, context)).toEqual([{ field: 'intake.question', code: 'required' }])
    const chosen = aQuestionForm([
      { type: 'contact', field: 'title', text: ' ' },
      { type: 'applicant', field: 'phone', text: '' },
    ])
    expect(problemsOf(chosen, context)).toEqual([
      { field: 'intake.applicant.phone', code: 'required' },
      { field: 'intake.title', code: 'required' },
    ])
  })

  it('[INT-2] shows the promise from the day it came in', () => {
    const form = aQuestionForm()
    const { matter, disclosure, contact } = form
    expect(clockPreview(matter, disclosure, form, context).clocks).toMatchObject({
      statutory: null,
      promised: { due: '2026-10-10' },
    })
    expect(
      clockPreview(matter, disclosure, { ...form, contact: { ...contact, arrivedOn: '2026-09-29' } }, context).start,
    ).toBeNull()
  })
})

describe('a complaint', () => {
  it('[INT-1] is registered with whom it is about, and prints nothing before it is taken up', () => {
    const form = aComplaintForm()
    expect(mainActOf(form)).toBe('complaint.register')
    expect(attempt(form, 'complaint.register', context)).toMatchObject({
      ok: true,
      value: { intake: { topic: 'delay', subject: { kind: 'organ', organ: '县住房和城乡建设局' } } },
    })
    expect(printPlanOf('complaint.register', form)).toEqual([])
  })

  it('[INT-2] does not give the person away in its title', () => {
    const named = aComplaintForm([{ type: 'contact', field: 'title', text: '孙建国的材料没有答复' }])
    expect(problemsOf(named, context)).toEqual([{ field: 'intake.title', code: 'personal_data' }])
  })

  it('[INT-2] is about a case only once its number is found, and a late answer belongs to no other number', () => {
    const about = sessionOf(
      aComplaintForm([
        { type: 'contactChoice', choices: { subjectKind: 'case' } },
        { type: 'contact', field: 'subjectCaseNo', text: '990123-20260922-w05-0007' },
      ]),
      today,
    )
    expect(problemsOf(about.form, context)).toEqual([{ field: 'intake.subject.caseId', code: 'required' }])
    const found = {
      type: 'subjectFound',
      caseId: firstCaseId,
      no: '990123-20260922-W05-0007',
      id: secondCaseId,
    } as const
    const { form } = nextSession(about, found)
    expect(attempt(form, 'complaint.register', context)).toMatchObject({
      value: { intake: { subject: { kind: 'case', caseId: secondCaseId, caseNo: '990123-20260922-W05-0007' } } },
    })
    expect(nextSession(about, { ...found, no: '990123-20260922-W05-0008' })).toEqual(about)
  })

  it('reads the number of a window as people say it', () => {
    expect(['3', 'w3', 'W03', ' W12 ', 'k105'].map(windowNo)).toEqual(['W03', 'W03', 'W03', 'W12', 'K105'])
    expect(['', 'window', '12345'].map(windowNo)).toEqual([null, null, null])
  })
})

it('[INT-3] a draft of before there were questions and complaints is read, with nothing in their place', () => {
  const { contact: _contact, ...before } = aQuestionForm()
  const read = readDraft(JSON.stringify({ v: 1, form: { ...before, matter: { kind: 'disclosure' } } }))
  expect(read).toMatchObject({
    ok: true,
    value: { matter: { kind: 'disclosure' }, contact: { title: '', item: null } },
  })
})
