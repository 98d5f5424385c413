import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { letterSeries } from '../../letters/letter-kind.ts'
import { findWorkflowProblems } from '../../workflow/validate-workflow.ts'
import { allTransitions } from '../../workflow/workflow.ts'
import { opening, reviewerOn, supervisorOn, taskAfter, urge, yellowCard } from './_testing.ts'
import { isOverdue, taskDue, taskOwed } from './dues.ts'
import { taskModule } from './module.ts'
import { taskStates } from './task-record.ts'
import { taskWorkflow } from './workflow.ts'

const text = '已经办结'
const card = taskAfter('2026-09-14', yellowCard)

describe('a task of supervision', () => {
  it('[SUP-10] every state is reached and left, and who is waited for cannot hold the task for ever', () => {
    expect(findWorkflowProblems(taskWorkflow)).toEqual([])
    expect(Object.keys(taskWorkflow.states).sort()).toEqual(['none', ...taskStates].sort())
  })

  it('[SUP-11] slip, order, recommendation and notice of rectification are numbered letters', () => {
    const letters = allTransitions(taskWorkflow).flatMap(({ letter }) => (letter === null ? [] : [letter]))
    expect([...new Set(letters)].sort()).toEqual([
      'rectification_notice',
      'supervision_order',
      'supervision_recommendation',
      'urge_slip',
    ])
    for (const letter of letters) expect(letterSeries[letter as keyof typeof letterSeries]).not.toBeNull()
    expect(taskAfter('2026-09-14', urge).documents).toMatchObject([{ letter: 'urge_slip', no: 'urge_slip-1' }])
    expect(card.documents).toMatchObject([{ letter: 'supervision_order', on: '2026-09-14' }])
    const recommended = supervisorOn('2026-09-14').done(null, { ...opening, kind: 'task.recommend' })
    expect(recommended).toMatchObject({ task: 'supervise', documents: [{ letter: 'supervision_recommendation' }] })
  })

  it('[SUP-12] the answer is owed after the working days fixed when the task was opened', () => {
    expect(taskDue(taskAfter('2026-09-14', urge), calendar)).toBe('2026-09-16')
    expect(taskDue(card, calendar)).toBe('2026-09-20')
    const slow = supervisorOn('2026-09-14').done(null, {
      ...opening,
      kind: 'task.urge',
      limits: { ...opening.limits, answer: 20 },
    })
    expect(taskDue(slow, calendar)).toBe('2026-10-16')
    expect(isOverdue(card, card.openedOn, calendar)).toBe(false)
  })

  it('[SUP-12] naming another organ or person moves no date', () => {
    const other = supervisorOn('2026-09-18').done(card, {
      kind: 'task.assign',
      organ: '县市场监督管理局',
      person: null,
    })
    expect(other.organ).toBe('县市场监督管理局')
    expect(taskDue(other, calendar)).toBe('2026-09-20')
  })

  it('[SUP-12] a task that is sent back has a new term; the old one stays as late as it was', () => {
    const answered = reviewerOn('2026-09-18').done(taskAfter('2026-09-14', urge), { kind: 'task.answer', text })
    expect(taskDue(answered, calendar)).toBeNull()
    const back = supervisorOn('2026-09-21').done(answered, { kind: 'task.return', reason: '没有写明办结日期', days: 2 })
    expect(taskDue(back, calendar)).toBe('2026-09-23')
    expect(taskOwed(back, calendar)).toMatchObject([
      { n: 3, due: '2026-09-16', doneOn: '2026-09-18' },
      { n: 4, due: '2026-09-23', doneOn: null },
    ])
    expect(back.returns).toEqual([{ on: '2026-09-21', text: '没有写明办结日期' }])
  })

  it('[SUP-13] a task is answered by the organ, then verified and closed by the supervisor', () => {
    const answered = reviewerOn('2026-09-15').done(taskAfter('2026-09-14', urge), { kind: 'task.answer', text })
    expect(reviewerOn('2026-09-15').refused(answered, { kind: 'task.verify', text })).toMatchObject({
      code: 'role_not_permitted',
    })
    const verified = supervisorOn('2026-09-16').done(answered, { kind: 'task.verify', text: '属实' })
    const closed = supervisorOn('2026-09-16').done(verified, { kind: 'task.close', text: '销号' })
    expect(closed).toMatchObject({
      status: 'closed',
      finding: { text: '属实' },
      ended: { on: '2026-09-16', text: '销号' },
    })
    expect(taskModule.head(closed, calendar)).toMatchObject({ closed: true, due: null, organ: opening.organ })
  })

  it('[SUP-13] nothing is said without words', () => {
    for (const act of [
      { kind: 'task.answer', text: ' ' },
      { kind: 'task.explain', text: '' },
    ] as const)
      expect(reviewerOn('2026-09-14').refused(card, act)).toMatchObject({
        fields: [{ field: 'text', code: 'required' }],
      })
    expect(supervisorOn('2026-09-14').refused(card, { kind: 'task.withdraw', reason: '' })).toMatchObject({
      fields: [{ field: 'reason', code: 'required' }],
    })
    expect(
      supervisorOn('2026-09-14').refused(null, { ...opening, kind: 'task.urge', organ: '', content: '' }),
    ).toMatchObject({
      fields: [{ field: 'organ' }, { field: 'content' }],
    })
    const limits = { verify: 1, feedback: null, answer: 0 }
    expect(supervisorOn('2026-09-14').refused(null, { ...opening, kind: 'task.urge', limits })).toMatchObject({
      fields: [
        { field: 'limits.answer', code: 'number_invalid' },
        { field: 'limits.verify', code: 'not_applicable' },
      ],
    })
  })

  it('[SUP-14] a card is explained before it is answered; the supervisor upholds it or takes it back with his reason', () => {
    expect(reviewerOn('2026-09-15').refused(card, { kind: 'task.answer', text })).toMatchObject({
      code: 'explanation_missing',
    })
    const explained = reviewerOn('2026-09-15').done(card, { kind: 'task.explain', text: '申请人要求推迟现场核查' })
    expect(taskDue(explained, calendar)).toBeNull()
    const withdrawn = supervisorOn('2026-09-16').done(explained, { kind: 'task.withdraw', reason: '理由成立' })
    expect(withdrawn).toMatchObject({ status: 'withdrawn', ended: { text: '理由成立' } })
    const upheld = supervisorOn('2026-09-16').done(explained, { kind: 'task.uphold', reason: '没有依据', days: 3 })
    expect(taskDue(upheld, calendar)).toBe('2026-09-20')
    expect(reviewerOn('2026-09-17').done(upheld, { kind: 'task.answer', text }).status).toBe('answered')
  })

  it('[SUP-14] only cards are explained; one card stands for a signal, also when it was taken back', () => {
    expect(
      reviewerOn('2026-09-14').refused(taskAfter('2026-09-14', urge), { kind: 'task.explain', text }),
    ).toMatchObject({
      code: 'task_kind_mismatch',
    })
    expect(taskModule.head(card, calendar).key).toBe('card:JC-03.v1:case-1:promised.0.0')
    const withdrawn = supervisorOn('2026-09-16').done(card, { kind: 'task.withdraw', reason: '误发' })
    expect(taskModule.head(withdrawn, calendar).key).toBe('card:JC-03.v1:case-1:promised.0.0')
    expect(taskModule.head(taskAfter('2026-09-14', urge), calendar).key).toBeNull()
  })

  it('[SUP-15] once the time has run out, and not before, a person makes it graver or closes it as unanswered', () => {
    const urged = taskAfter('2026-09-14', urge)
    const escalate = { kind: 'task.escalate', task: 'supervise', reason: '逾期未答复', days: 3 } as const
    const lapse = { kind: 'task.lapse', reason: '逾期未答复' } as const
    for (const act of [escalate, lapse])
      expect(supervisorOn('2026-09-16').refused(urged, act)).toMatchObject({
        code: 'time_not_run_out',
        params: { until: '2026-09-16' },
      })
    const graver = supervisorOn('2026-09-17').done(urged, escalate)
    expect(graver).toMatchObject({ task: 'supervise', status: 'assigned' })
    expect(graver.documents.map(({ letter }) => letter)).toEqual(['urge_slip', 'supervision_order'])
    expect(taskDue(graver, calendar)).toBe('2026-09-21')
    const unanswered = supervisorOn('2026-09-17').done(urged, lapse)
    expect(unanswered).toMatchObject({ status: 'unanswered', ended: { text: '逾期未答复' } })
    expect(unanswered.documents.map(({ letter }) => letter)).toEqual(['urge_slip', 'supervision_recommendation'])
  })

  it('[SUP-15] the ladder is climbed, never descended', () => {
    expect(
      supervisorOn('2026-10-20').refused(card, { kind: 'task.escalate', task: 'supervise', reason: '降级', days: 3 }),
    ).toMatchObject({ code: 'escalation_not_graver' })
  })

  it('[SUP-16] a sample is checked: what is in order is closed, what is not becomes a task', () => {
    const sampled = supervisorOn('2026-09-14').done(null, { ...opening, kind: 'task.open', task: 'sampling' })
    expect(sampled).toMatchObject({ status: 'opened', terms: [] })
    const passed = supervisorOn('2026-09-15').done(sampled, { kind: 'task.check', passed: true, text: '案卷齐全' })
    expect(passed).toMatchObject({ status: 'verified', documents: [] })
    const failed = supervisorOn('2026-09-15').done(sampled, { kind: 'task.check', passed: false, text: '缺送达回证' })
    expect(failed).toMatchObject({ status: 'assigned', documents: [{ letter: 'supervision_order' }] })
    expect(taskDue(failed, calendar)).toBe('2026-09-17')
    const complaint = supervisorOn('2026-09-14').done(null, { ...opening, kind: 'task.open', task: 'complaint' })
    expect(supervisorOn('2026-09-15').refused(complaint, { kind: 'task.check', passed: true, text })).toMatchObject({
      code: 'task_kind_mismatch',
    })
  })
})
