import { expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { day } from '../case/_testing.ts'
import { withBlank } from '../contact/_testing.ts'
import { allTransitions } from '../workflow/workflow.ts'
import { answer, assign } from './_testing.ts'
import type { ComplaintAct } from './complaint-act.ts'
import { validateComplaint } from './validate.ts'
import { complaintWorkflow } from './workflow.ts'

const reason = '说明'
const samples: readonly ComplaintAct[] = [
  { kind: 'complaint.refuse', ground: 'no_facts', explanation: '没有具体的人和事' },
  { kind: 'complaint.route', organ: '县信访局', organPhone: '12345', matter: '征地补偿' },
  { kind: 'complaint.routed_reply', answer: '已受理' },
  { kind: 'complaint.route_back', reason },
  { kind: 'complaint.close_routed', note: reason },
  assign,
  { kind: 'complaint.send_back', reason },
  { kind: 'complaint.extend', days: 1, reason },
  { kind: 'complaint.urge', reason },
  answer,
  { kind: 'complaint.reject', reason },
  { kind: 'complaint.close_unreached', note: reason },
  { kind: 'complaint.withdraw', reason },
  { kind: 'complaint.set_confidential', confidential: true, title: '服务态度问题', reason },
]
const context = { today: day('2026-10-09'), calendar: currentWorkCalendar }
const missingIn = (act: ComplaintAct) => validateComplaint(null, act, context).map(({ field }) => field.split('.')[0])

it('[CMP-1] what the table requires of an act is asked for, and a full act has no problem', () => {
  const lines = allTransitions(complaintWorkflow).filter(({ requires }) => requires !== undefined)
  expect(new Set(lines.map(({ act }) => act))).toEqual(new Set(samples.map(({ kind }) => kind)))
  for (const sample of samples) {
    expect(missingIn(sample), sample.kind).toEqual([])
    for (const { requires = [] } of lines.filter(({ act }) => act === sample.kind)) {
      for (const field of requires) expect(missingIn(withBlank(sample, field)), sample.kind).toContain(field)
    }
  }
})
