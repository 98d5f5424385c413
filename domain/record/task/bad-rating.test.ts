import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { assign, badRating, reviewerOn, supervisorOn, taskAfter } from './_testing.ts'
import { taskDues, taskOwed } from './dues.ts'
import { taskModule } from './module.ts'
import { defaultTaskLimits } from './task-kinds.ts'

const text = '已联系评价人，情况属实'
const contact = { kind: 'task.contact', finding: 'justified', text } as const
const feedback = { kind: 'task.feedback', text: '三日内补发批文' } as const
const answer = { kind: 'task.answer', text: '已补发' } as const
const verify = { kind: 'task.verify', text: '属实' } as const
const rectifying = taskAfter('2026-09-14', badRating(), assign, contact)

describe('a bad rating', () => {
  it('[RAT-6] is looked into within 1 working day, told within 5, put right within 15, all from the day it was given', () => {
    const opened = taskAfter('2026-09-14', badRating())
    expect(taskDues(opened, calendar)).toEqual({ verify: '2026-09-15', feedback: '2026-09-20', answer: null })
    const assigned = supervisorOn('2026-09-15').done(opened, assign)
    expect(taskDues(assigned, calendar)).toEqual({ verify: '2026-09-15', feedback: '2026-09-20', answer: '2026-10-10' })
    expect(taskDues(rectifying, calendar)).toMatchObject({ verify: null, answer: '2026-10-10' })
    expect(rectifying.documents).toMatchObject([{ letter: 'rectification_notice' }])
  })

  it('[RAT-6] the three numbers are of the task: a center sets its own', () => {
    const limits = { verify: 2, feedback: 7, answer: 10 }
    const task = supervisorOn('2026-09-14').done(null, badRating(false, limits))
    expect(taskDues(task, calendar)).toMatchObject({ verify: '2026-09-16', feedback: '2026-09-22' })
    expect(defaultTaskLimits.bad_rating).toEqual({ verify: 1, feedback: 5, answer: 15 })
  })

  it('[RAT-7] is not answered before the rater was contacted and told, nor closed before he was asked back', () => {
    const assigned = taskAfter('2026-09-14', badRating(), assign)
    expect(reviewerOn('2026-09-15').refused(assigned, answer)).toMatchObject({ code: 'rating_not_verified' })
    expect(reviewerOn('2026-09-15').refused(rectifying, answer)).toMatchObject({ code: 'feedback_missing' })
    const told = reviewerOn('2026-09-15').done(rectifying, feedback)
    const verified = supervisorOn('2026-09-17').done(reviewerOn('2026-09-16').done(told, answer), verify)
    const close = { kind: 'task.close', text: '整改完成' } as const
    expect(supervisorOn('2026-09-17').refused(verified, close)).toMatchObject({ code: 'call_back_missing' })
    const asked = supervisorOn('2026-09-17').done(verified, {
      kind: 'task.call_back',
      reached: true,
      satisfied: true,
      text: '满意',
    })
    expect(supervisorOn('2026-09-17').done(asked, close)).toMatchObject({
      status: 'closed',
      callBacks: [{ satisfied: true }],
    })
  })

  it('[RAT-7] an anonymous rater is neither told nor asked back', () => {
    const task = taskAfter('2026-09-14', badRating(true), assign, contact)
    expect(reviewerOn('2026-09-15').refused(task, feedback)).toMatchObject({ code: 'rater_anonymous' })
    expect(taskDues(task, calendar).feedback).toBeNull()
    expect(taskOwed(task, calendar).map(({ n }) => n)).toEqual([1, 3])
    const verified = taskAfter('2026-09-14', badRating(true), assign, contact, answer, verify)
    expect(
      supervisorOn('2026-09-15').refused(verified, { kind: 'task.call_back', reached: true, satisfied: null, text }),
    ).toMatchObject({ code: 'rater_anonymous' })
    expect(supervisorOn('2026-09-15').done(verified, { kind: 'task.close', text }).status).toBe('closed')
  })

  it('[RAT-7] who was not reached said nothing about satisfaction', () => {
    const verified = taskAfter('2026-09-14', badRating(), assign, contact, feedback, answer, verify)
    expect(
      supervisorOn('2026-09-15').refused(verified, { kind: 'task.call_back', reached: false, satisfied: false, text }),
    ).toMatchObject({ fields: [{ field: 'satisfied', code: 'not_applicable' }] })
  })

  it('[RAT-8] an appeal stops the term; upheld it excludes the rating, refused it gives a new term', () => {
    const appealed = reviewerOn('2026-09-16').done(rectifying, { kind: 'task.appeal', text: '评价人点错' })
    expect(appealed.status).toBe('appealed')
    expect(taskDues(appealed, calendar).answer).toBeNull()
    expect(reviewerOn('2026-09-16').done(appealed, feedback).feedback).not.toBeNull()
    const excluded = supervisorOn('2026-09-17').done(appealed, {
      kind: 'task.review_appeal',
      granted: true,
      reason: '评价人书面确认误评',
      days: null,
    })
    expect(excluded).toMatchObject({ status: 'excluded', ended: { on: '2026-09-17' } })
    const back = supervisorOn('2026-09-17').done(appealed, {
      kind: 'task.review_appeal',
      granted: false,
      reason: '没有证据',
      days: 5,
    })
    expect(back.status).toBe('rectifying')
    expect(taskDues(back, calendar).answer).toBe('2026-09-23')
  })

  it('[RAT-8] a review that refuses names the new term, one that grants has none', () => {
    const appealed = reviewerOn('2026-09-16').done(rectifying, { kind: 'task.appeal', text: '评价人点错' })
    const review = { kind: 'task.review_appeal', reason: '复核' } as const
    expect(supervisorOn('2026-09-17').refused(appealed, { ...review, granted: false, days: null })).toMatchObject({
      fields: [{ field: 'days', code: 'required' }],
    })
    expect(supervisorOn('2026-09-17').refused(appealed, { ...review, granted: true, days: 5 })).toMatchObject({
      fields: [{ field: 'days', code: 'not_applicable' }],
    })
    expect(reviewerOn('2026-09-17').refused(appealed, { ...review, granted: true, days: null })).toMatchObject({
      code: 'role_not_permitted',
    })
  })

  it('[RAT-8] what cannot be put right is reviewed, and the rater is still asked back', () => {
    const unable = reviewerOn('2026-09-16').done(rectifying, { kind: 'task.cannot_rectify', text: '上级系统限制' })
    const granted = supervisorOn('2026-09-17').done(unable, {
      kind: 'task.review_unable',
      granted: true,
      reason: '情况属实，向评价人解释',
      days: null,
    })
    expect(granted).toMatchObject({ status: 'verified', finding: { text: '情况属实，向评价人解释' } })
    expect(supervisorOn('2026-09-17').refused(granted, { kind: 'task.close', text })).toMatchObject({
      code: 'call_back_missing',
    })
    const refused = { kind: 'task.review_unable', granted: false, reason: '可以整改', days: 5 } as const
    expect(supervisorOn('2026-09-17').done(unable, refused).status).toBe('rectifying')
  })

  it('[RAT-8] is never simply taken back, and leads to one task only', () => {
    expect(
      supervisorOn('2026-09-14').refused(taskAfter('2026-09-14', badRating()), { kind: 'task.withdraw', reason: '撤' }),
    ).toMatchObject({ code: 'task_kind_mismatch' })
    expect(taskModule.head(rectifying, calendar).key).toBe(`rating:${rectifying.caseId}`)
  })

  it('[RAT-8] sent back by the supervisor it is put right again', () => {
    const answered = taskAfter('2026-09-14', badRating(), assign, contact, feedback, answer)
    const back = supervisorOn('2026-09-15').done(answered, { kind: 'task.return', reason: '没有补发', days: 3 })
    expect(back).toMatchObject({ status: 'rectifying', returns: [{ text: '没有补发' }] })
  })
})
