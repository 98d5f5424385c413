import { expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { day } from '../case/_testing.ts'
import { withBlank, zhao } from '../contact/_testing.ts'
import { allTransitions } from '../workflow/workflow.ts'
import { aConsultationIntake, told } from './_testing.ts'
import type { ConsultationAct } from './consultation-act.ts'
import { validateConsultation } from './validate.ts'
import { consultationWorkflow } from './workflow.ts'

const reason = '说明'
const caseId = '0199f000-0000-7000-8000-000000000001'
const samples: readonly ConsultationAct[] = [
  { kind: 'consultation.answer_at_once', intake: aConsultationIntake(), ...told },
  { kind: 'consultation.assign', organ: '青岚县卫生健康局', handler: zhao },
  { kind: 'consultation.send_back', reason },
  { kind: 'consultation.answer', ...told },
  { kind: 'consultation.extend', days: 1, reason },
  { kind: 'consultation.route', organ: '县公安局', organPhone: '0990-8800110', matter: '护照换发' },
  { kind: 'consultation.routed_answer', answer: '已答复' },
  { kind: 'consultation.route_back', reason },
  { kind: 'consultation.close_routed', note: reason },
  { kind: 'consultation.convert', into: 'service', caseId },
  { kind: 'consultation.withdraw', reason },
]
const context = { today: day('2026-10-09'), calendar: currentWorkCalendar }
const missingIn = (act: ConsultationAct) => validateConsultation(null, act, context).map(({ field }) => field)

it('[CON-1] what the table requires of an act is asked for, and a full act has no problem', () => {
  const lines = allTransitions(consultationWorkflow).filter(({ requires }) => requires !== undefined)
  expect(new Set(lines.map(({ act }) => act))).toEqual(new Set(samples.map(({ kind }) => kind)))
  for (const sample of samples) {
    expect(missingIn(sample), sample.kind).toEqual([])
    for (const { requires = [] } of lines.filter(({ act }) => act === sample.kind)) {
      for (const field of requires) expect(missingIn(withBlank(sample, field)), sample.kind).toContain(field)
    }
  }
})
