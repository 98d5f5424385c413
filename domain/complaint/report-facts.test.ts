import { expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { actingOn, day } from '../case/_testing.ts'
import type { CaseState } from '../case/case-state.ts'
import type { CenterContact } from '../report/center-facts.ts'
import { aComplaintIntake, anAnonymousComplaint, answer, assign, complaintOf } from './_testing.ts'
import { complaintFacts } from './report-facts.ts'

const first = actingOn(day('2026-09-28'))
const supervisor = { role: 'supervisor' } as const
const factsOf = (state: CaseState) => complaintFacts(complaintOf(state), currentWorkCalendar)
const received = (over = {}) => first.done(null, { kind: 'complaint.register', intake: aComplaintIntake(over) })

it('[CMP-20] one complaint from the desk to the follow-up, without anything of the person', () => {
  const accepted = first.done(received(), { kind: 'complaint.accept' }, supervisor)
  const assigned = first.done(accepted, assign, supervisor)
  const late = actingOn(day('2026-10-27'))
  const verified = late.done(late.done(assigned, answer), { kind: 'complaint.verify', note: null }, supervisor)
  const facts = factsOf(
    late.done(verified, { kind: 'complaint.follow_up', satisfaction: 'dissatisfied', note: '仍不满意' }),
  )
  expect(facts).toEqual({
    kind: 'complaint',
    type: 'complaint',
    topic: 'attitude',
    about: 'person',
    channel: 'phone',
    organ: '青岚县卫生健康局',
    deviceNo: 'W03',
    realName: true,
    receivedOn: '2026-09-28',
    decision: 'accepted',
    decidedOn: '2026-09-28',
    decidedInTime: true,
    answeredOn: '2026-10-27',
    closedOn: '2026-10-27',
    ending: 'answered',
    finding: 'partly',
    satisfaction: 'dissatisfied',
    rejections: 0,
    urged: 0,
    extended: false,
    due: '2026-10-23',
    overdueDays: 2,
  })
  const counted: CenterContact = facts
  expect(counted.receivedOn).toBe('2026-09-28')
  expect(JSON.stringify(facts)).not.toMatch(/郑秀兰|13600004321|冯立/)
})

it('[CMP-20] a decision after its five days is late, whatever it is', () => {
  const refuse = { kind: 'complaint.refuse', ground: 'no_facts', explanation: '没有具体的人和事' } as const
  const inTime = actingOn(day('2026-10-10')).done(received(), refuse, supervisor)
  expect(factsOf(inTime)).toMatchObject({
    decision: 'refused',
    decidedOn: '2026-10-10',
    decidedInTime: true,
    due: null,
  })
  const tooLate = actingOn(day('2026-10-12')).done(received(), refuse, supervisor)
  expect(factsOf(tooLate)).toMatchObject({ decidedInTime: false })
  expect(factsOf(received())).toMatchObject({ decision: null, decidedOn: null, decidedInTime: null })
  const route = { kind: 'complaint.route', organ: '县信访局', organPhone: '12345', matter: '征地补偿' } as const
  expect(factsOf(first.done(received(), route, supervisor))).toMatchObject({ decision: 'routed', organ: '县信访局' })
})

it('[CMP-20] somebody without a name is counted as such', () => {
  const state = first.done(null, { kind: 'complaint.register', intake: anAnonymousComplaint() })
  expect(factsOf(state)).toMatchObject({ realName: false, about: 'person' })
})
