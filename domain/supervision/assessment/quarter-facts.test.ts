import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { actingOn, aServiceIntake, aSnapshot, day } from '../../case/_testing.ts'
import type { CaseState } from '../../case/case-state.ts'
import { aComplaintIntake, answer, assign } from '../../complaint/_testing.ts'
import type { RatingLevel } from '../../rating/rating.ts'
import {
  assign as assignTask,
  badRating,
  reviewerOn,
  supervisorOn,
  taskAfter,
  yellowCard,
} from '../../record/task/_testing.ts'
import type { TaskRecord } from '../../record/task/task-record.ts'
import { accepted, approve, approved, go, wayDone } from '../../service/_testing.ts'
import { daysOf, quarterFacts, quarterOf } from './quarter-facts.ts'

const organ = '青岚县卫生健康局'
const quarter = { year: 2026, quarter: 4 } as const
const counted = (cases: readonly CaseState[], tasks: readonly TaskRecord[] = []) =>
  quarterFacts(organ, quarter, { cases, tasks }, calendar)
const ofOrgan = (task: TaskRecord, caseId: string | null = task.caseId): TaskRecord => ({ ...task, organ, caseId })
const rated = (level: RatingLevel): CaseState =>
  actingOn(day('2026-10-12')).done(approved, {
    kind: 'rating.give',
    level,
    channel: 'hall_tablet',
    tags: [],
    comment: null,
    anonymous: false,
  })

describe('the facts of a quarter', () => {
  it('[SUP-24] a quarter runs from its first to its last day, both included', () => {
    expect(daysOf(quarter)).toEqual({ first: '2026-10-01', last: '2026-12-31' })
    expect(daysOf({ year: 2026, quarter: 1 })).toEqual({ first: '2026-01-01', last: '2026-03-31' })
    const quarters = ['2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01'].map(
      (date) => quarterOf(day(date)).quarter,
    )
    expect(quarters).toEqual([1, 2, 3, 4])
  })

  it('[SUP-24] cases count when what was owed in time was done, with the days of the law and those they took', () => {
    // Accepted on 2026-09-28, promised 10, statutory 20 working days; decided on the 6th and on the 14th.
    expect(counted([accepted, approved])).toMatchObject({
      closed: 1,
      closedInTime: 1,
      statutoryDays: 20,
      actualDays: 6,
    })
    const late = go(wayDone, ['2026-10-22', { ...approve, lateReason: '补充检测' }])
    expect(counted([approved, late])).toMatchObject({ closed: 2, closedInTime: 1, statutoryDays: 40, actualDays: 20 })
  })

  it('[SUP-24] another organ and another quarter count nothing', () => {
    const item = aSnapshot({ organ: '青岚县公安局' })
    const other = actingOn(day('2026-10-12')).done(null, { kind: 'service.accept', intake: aServiceIntake({ item }) })
    const earlier = { ...approved, clockStop: day('2026-09-30') }
    expect(counted([other, earlier])).toMatchObject({ closed: 0, statutoryDays: 0 })
  })

  it('[SUP-24] ratings count when they were given, those excluded on appeal do not', () => {
    expect(counted([rated(3), rated(5)])).toMatchObject({ ratings: 2, goodRatings: 1 })
    const rectifying = taskAfter('2026-10-12', badRating(), assignTask, {
      kind: 'task.contact',
      finding: 'justified',
      text: '核实',
    })
    const appealed = reviewerOn('2026-10-13').done(rectifying, { kind: 'task.appeal', text: '误评' })
    const excluded = supervisorOn('2026-10-13').done(appealed, {
      kind: 'task.review_appeal',
      granted: true,
      reason: '误评属实',
      days: null,
    })
    expect(counted([rated(5)], [ofOrgan(excluded, 'case-1')])).toMatchObject({ ratings: 0, rectifications: 0 })
  })

  it('[SUP-24] cards count when they were issued, those taken back do not', () => {
    const card = taskAfter('2026-10-12', yellowCard)
    const red: TaskRecord = { ...card, task: 'red_card' }
    const withdrawn = supervisorOn('2026-10-13').done(card, { kind: 'task.withdraw', reason: '误发' })
    const cards = [card, red, withdrawn, taskAfter('2026-09-14', yellowCard)].map((task) => ofOrgan(task))
    expect(counted([], cards)).toMatchObject({ yellowCards: 1, redCards: 1 })
    expect(counted([], [card])).toMatchObject({ yellowCards: 0 })
  })

  it('[SUP-24] complaints and rectifications count in the quarter in which they were due', () => {
    const supervisor = { role: 'supervisor' } as const
    const on = (date: string) => actingOn(day(date))
    const received = on('2026-09-28').done(null, { kind: 'complaint.register', intake: aComplaintIntake() })
    const taken = on('2026-10-09').done(received, { kind: 'complaint.accept' }, supervisor)
    const answered = on('2026-10-13').done(on('2026-10-09').done(taken, assign, supervisor), answer)
    expect(counted([received])).toMatchObject({ complaints: 0 })
    expect(counted([taken, answered])).toMatchObject({ complaints: 2, complaintsInTime: 1, closed: 0 })

    const acts = [
      assignTask,
      { kind: 'task.contact', finding: 'justified', text: '核实' },
      { kind: 'task.feedback', text: '已反馈' },
    ] as const
    const rectifying = taskAfter('2026-10-12', badRating(), ...acts)
    const done = reviewerOn('2026-10-20').done(rectifying, { kind: 'task.answer', text: '已补发' })
    const lapsed = supervisorOn('2026-12-01').done(rectifying, { kind: 'task.lapse', reason: '逾期' })
    expect(
      counted(
        [],
        [done, lapsed, rectifying].map((task) => ofOrgan(task)),
      ),
    ).toMatchObject({
      rectifications: 3,
      rectifiedInTime: 1,
    })
  })
})
