import fc from 'fast-check'
import { expect, it } from 'vitest'
import { workdayAfter } from '../calendar/work-calendar.ts'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { actingOn, day } from '../case/_testing.ts'
import type { CaseAct } from '../case/case-act.ts'
import type { CaseState } from '../case/case-state.ts'
import { caseClocks } from '../case/clocks.ts'
import { decide } from '../case/decide.ts'
import { fold } from '../case/fold.ts'
import { aComplaintIntake, answer, assign } from './_testing.ts'
import { complaintTermsOn } from './complaint-rules.ts'

const start = day('2026-09-28')
const supervisor = { role: 'supervisor' } as const
const reason = '说明'
const acts: readonly CaseAct[] = [
  assign,
  answer,
  { kind: 'complaint.send_back', reason },
  { kind: 'complaint.reject', reason },
  { kind: 'complaint.route', organ: '县信访局', organPhone: '12345', matter: reason },
  { kind: 'complaint.route_back', reason },
  { kind: 'complaint.urge', reason },
  { kind: 'complaint.extend', days: 4, reason },
  { kind: 'complaint.verify', note: null },
  { kind: 'complaint.set_confidential', confidential: true, title: '服务态度问题', reason },
  { kind: 'case.note', text: reason },
  { kind: 'case.flag', flag: 'supervised', set: true, reason },
]

it('[CMP-8] [CMP-9] whatever is done in whatever order, the due date is acceptance plus the limit plus the one extension', () => {
  const accepted = actingOn(start).done(
    actingOn(start).done(null, { kind: 'complaint.register', intake: aComplaintIntake() }),
    { kind: 'complaint.accept' },
    supervisor,
  )
  const { handling } = complaintTermsOn(start)
  const step = fc.record({ act: fc.constantFrom(...acts), later: fc.integer({ min: 0, max: 3 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let state: CaseState = accepted
      let today = start
      let extended = 0
      for (const { act, later } of steps) {
        today = workdayAfter(currentWorkCalendar, today, later)
        const decided = decide(state, act, actingOn(today).context({ role: 'supervisor', actor: 'S06' }))
        if (!decided.ok) continue
        state = fold(state, 'case-1', decided.value)
        if (act.kind === 'complaint.extend') extended += act.days
      }
      const due = caseClocks(state, currentWorkCalendar).promised?.due
      expect(extended).toBeLessThanOrEqual(handling.extensionMax)
      expect(due).toBe(workdayAfter(currentWorkCalendar, start, handling.days + extended))
    }),
    { numRuns: 200 },
  )
})
