import { expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { actingOn, day } from '../case/_testing.ts'
import { subjectTrend } from '../contact/subject-trend.ts'
import { zhao } from '../contact/_testing.ts'
import type { CenterContact } from '../report/center-facts.ts'
import { aConsultationIntake, consultationOf, told } from './_testing.ts'
import { type ConsultationFacts, consultationFacts } from './report-facts.ts'

const first = actingOn(day('2026-09-28'))
const factsOf = (state: ReturnType<typeof first.done>): ConsultationFacts =>
  consultationFacts(consultationOf(state), currentWorkCalendar)

it('[CON-12] what is answered on the spot counts for the desk that took it in', () => {
  const state = first.done(null, { kind: 'consultation.answer_at_once', intake: aConsultationIntake(), ...told })
  const facts = factsOf(state)
  expect(facts).toEqual({
    kind: 'consultation',
    topic: 'materials',
    channel: 'phone',
    organ: '青岚县卫生健康局',
    item: '公共场所卫生许可（新办）',
    deviceNo: 'W03',
    receivedOn: '2026-09-28',
    answeredOn: '2026-09-28',
    closedOn: '2026-09-28',
    ending: 'answered',
    atOnce: true,
    extended: false,
    due: '2026-10-10',
    overdueDays: 0,
  })
  const counted: CenterContact = facts
  expect(counted.answeredOn).toBe('2026-09-28')
  expect(JSON.stringify(facts)).not.toMatch(/孙建国|13900001357/)
})

it('[CON-12] a late answer is late by working days, an extended one by what is left over', () => {
  const state = first.done(null, { kind: 'consultation.register', intake: aConsultationIntake() })
  const assigned = first.done(state, { kind: 'consultation.assign', organ: '青岚县卫生健康局', handler: zhao })
  expect(factsOf(assigned)).toMatchObject({ answeredOn: null, overdueDays: null, atOnce: false })
  const late = actingOn(day('2026-10-13'))
  expect(factsOf(late.done(assigned, { kind: 'consultation.answer', ...told }))).toMatchObject({ overdueDays: 2 })
  const extended = first.done(assigned, { kind: 'consultation.extend', days: 1, reason: '需要核实' }, { role: 'head' })
  expect(factsOf(late.done(extended, { kind: 'consultation.answer', ...told }))).toMatchObject({
    extended: true,
    due: '2026-10-12',
    overdueDays: 1,
  })
})

it('[CON-13] the trend counts subjects by month, the most asked first', () => {
  const asked = (topic: string, on: string, answeredOn: string | null = null) => ({
    topic,
    receivedOn: day(on),
    answeredOn: answeredOn === null ? null : day(answeredOn),
  })
  const trend = subjectTrend(
    [
      asked('fee', '2026-09-01', '2026-09-02'),
      asked('materials', '2026-09-03'),
      asked('fee', '2026-09-30'),
      asked('fee', '2026-10-08'),
      asked('place', '2026-08-31'),
      asked('place', '2026-10-09'),
    ],
    day('2026-09-01'),
    day('2026-10-08'),
  )
  expect(trend).toEqual([
    { month: '2026-09', topic: 'fee', received: 2, answered: 1 },
    { month: '2026-09', topic: 'materials', received: 1, answered: 0 },
    { month: '2026-10', topic: 'fee', received: 1, answered: 0 },
  ])
})
