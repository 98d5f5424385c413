import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { plainDate } from '../../plain-date.ts'
import { signalsOn, told } from '../../supervision/_testing.ts'
import { subjectFacts } from '../../supervision/subject-facts.ts'
import { findWorkflowProblems } from '../../workflow/validate-workflow.ts'
import { agentOn, counts, making, pass, signFor } from './_testing.ts'
import { handoverDue, handoverOwed, linesLeft } from './dues.ts'
import { handoverStates } from './handover-record.ts'
import { handoverModule } from './module.ts'
import { handoverWorkflow } from './workflow.ts'

const monday = agentOn('2026-09-14')
const made = monday.done(null, making())
const back = making({ direction: 'out', start: 'window', place: '县政务服务中心' })

describe('a hand-over list', () => {
  it('[AGY-13] every state is reached and left, and nothing lies for ever', () => {
    expect(findWorkflowProblems(handoverWorkflow)).toEqual([])
    expect(Object.keys(handoverWorkflow.states).sort()).toEqual(['none', ...handoverStates].sort())
  })

  it('[AGY-13] papers go from the village over the township to the window, results back, and never the wrong way', () => {
    expect(made).toMatchObject({ status: 'at_village', documents: [{ letter: 'agency_handover' }] })
    const township = agentOn('2026-09-15').done(made, pass('township'))
    expect(township.status).toBe('at_township')
    expect(agentOn('2026-09-15').refused(township, pass('village'))).toMatchObject({ code: 'handover_step_wrong' })
    expect(agentOn('2026-09-16').done(township, pass('window'))).toMatchObject({
      status: 'arrived',
      ended: { on: '2026-09-16' },
    })
    expect(monday.done(made, pass('window')).status).toBe('arrived')
    expect(monday.done(null, making({ start: 'township' })).status).toBe('at_township')
    const results = monday.done(null, back)
    expect(results.status).toBe('at_window')
    expect(monday.done(results, pass('township'), pass('village')).status).toBe('at_village')
    for (const start of ['village', 'township'] as const)
      expect(monday.refused(null, making({ direction: 'out', start }))).toMatchObject({ code: 'handover_step_wrong' })
    expect(monday.refused(null, making({ start: 'window' }))).toMatchObject({ code: 'handover_step_wrong' })
  })

  it('[AGY-14] each step is countersigned by two persons, with its time, and every line counted', () => {
    const step = pass('township')
    if (step.kind !== 'handover.pass') throw new Error(step.kind)
    expect(monday.refused(made, { ...step, giver: '', taker: '', at: '25:00' }).fields).toEqual([
      { field: 'giver', code: 'required' },
      { field: 'taker', code: 'required' },
      { field: 'at', code: 'time_invalid' },
    ])
    expect(monday.refused(made, { ...step, taker: step.giver }).fields).toMatchObject([{ field: 'taker' }])
    expect(monday.refused(made, pass('township', counts(5))).fields).toEqual([
      { field: 'counted', code: 'count_invalid' },
    ])
    expect(monday.done(made, step).steps).toMatchObject([
      { from: 'village', to: 'township', giver: '许立', taker: '赵敏', on: '2026-09-14', at: '14:05' },
    ])
  })

  it('[AGY-14] papers that are not as many as before are explained before anybody signs', () => {
    expect(monday.refused(made, pass('township', counts(4, 3))).fields).toEqual([{ field: 'remark', code: 'required' }])
    const short = monday.done(made, pass('township', counts(4, 3), '身份证复印件退回本人'))
    expect(monday.done(short, pass('window', counts(4, 3))).status).toBe('arrived')
    expect(monday.refused(short, pass('window')).fields).toEqual([{ field: 'remark', code: 'required' }])
  })

  it('[AGY-14] a list has lines, each with whose it is, what it is and how many papers', () => {
    expect(monday.refused(null, making({ lines: [] })).fields).toEqual([{ field: 'lines', code: 'required' }])
    const line = { n: 2, caseId: null, mandateId: null, name: ' ', what: '', papers: 0 }
    expect(monday.refused(null, making({ lines: [line] })).fields.map(({ field }) => field)).toEqual([
      'lines.0.n',
      'lines.0.name',
      'lines.0.what',
      'lines.0.papers',
    ])
    expect(monday.refused(null, making({ place: '', receivedOn: plainDate('2026-09-15') })).fields).toMatchObject([
      { field: 'place', code: 'required' },
      { field: 'receivedOn', code: 'date_in_future' },
    ])
  })

  it('[AGY-15] each station passes on within three working days of what came in', () => {
    expect(handoverDue(made, calendar)).toBe('2026-09-17')
    const late = agentOn('2026-09-18').done(made, pass('township'))
    expect(handoverDue(late, calendar)).toBe('2026-09-22')
    expect(handoverOwed(late, calendar)).toEqual([
      { what: 'forwarding', n: 1, due: '2026-09-17', doneOn: '2026-09-18' },
      { what: 'forwarding', n: 2, due: '2026-09-22', doneOn: null },
    ])
    const facts = subjectFacts('list-1', { owed: handoverOwed(late, calendar) })
    expect(told(signalsOn(facts, '2026-09-22'))).toEqual(['JC-15 yellow 2026-09-18'])
    const arrived = agentOn('2026-09-22').done(late, pass('window'))
    expect(handoverDue(arrived, calendar)).toBeNull()
    expect(handoverOwed(arrived, calendar)).toMatchObject([{ n: 1 }, { n: 2, doneOn: '2026-09-22' }])
  })

  it('[AGY-15] the days are of the list, and its first term runs from the day the oldest papers came in', () => {
    const limits = { forward: 1, keep: 5 }
    expect(handoverDue(monday.done(null, making({ limits })), calendar)).toBe('2026-09-15')
    expect(handoverDue(monday.done(null, making({ receivedOn: plainDate('2026-09-10') })), calendar)).toBe('2026-09-15')
  })

  it('[AGY-15] the delay is explained when the time has run out, and not before', () => {
    const delay = { kind: 'handover.report_delay', reason: '河西村道路中断' } as const
    expect(agentOn('2026-09-17').refused(made, delay)).toMatchObject({ code: 'time_not_run_out' })
    const told = agentOn('2026-09-18').done(made, delay)
    expect(told).toMatchObject({ status: 'at_village', delays: [{ reason: '河西村道路中断' }] })
    expect(handoverDue(told, calendar)).toBe('2026-09-17')
  })

  it('[AGY-16] every resident signs for what is his; with the last one the list is done', () => {
    const results = monday.done(null, back, pass('township'), pass('village'))
    const first = monday.done(results, signFor(1))
    expect(first.status).toBe('at_village')
    expect(linesLeft(first).map(({ n }) => n)).toEqual([2])
    expect(monday.refused(first, signFor(1))).toMatchObject({ code: 'handover_line_signed' })
    expect(monday.refused(first, signFor(3))).toMatchObject({ code: 'handover_line_signed' })
    expect(monday.done(first, signFor(2))).toMatchObject({ status: 'returned', ended: { on: '2026-09-14' } })
    expect(monday.refused(made, signFor(1))).toMatchObject({ code: 'handover_step_wrong' })
  })

  it('[AGY-16] what was fetched on the way is not carried on', () => {
    const township = monday.done(null, back, pass('township'), signFor(1))
    expect(monday.refused(township, pass('village')).fields).toEqual([{ field: 'remark', code: 'required' }])
    const village = monday.done(township, pass('village', counts(0, 3)))
    expect(monday.done(village, signFor(2)).status).toBe('returned')
    expect(handoverOwed(village, calendar).map(({ n }) => n)).toEqual([1])
  })

  it('[AGY-16] results that nobody fetched within their time are closed as such by a person', () => {
    const village = monday.done(null, back, pass('village'))
    const close = { kind: 'handover.close_uncollected', reason: '三次联系未果，退回窗口保管' } as const
    expect(handoverDue(village, calendar)).toBe('2026-10-16')
    expect(agentOn('2026-10-16').refused(village, close)).toMatchObject({ code: 'time_not_run_out' })
    expect(agentOn('2026-10-17').done(village, close)).toMatchObject({ status: 'uncollected' })
    expect(agentOn('2026-10-17').refused(made, close)).toMatchObject({ code: 'handover_step_wrong' })
  })

  it('[AGY-16] a list is cancelled only while nobody has signed it', () => {
    const cancel = { kind: 'handover.cancel', reason: '重复登记' } as const
    expect(monday.done(made, cancel)).toMatchObject({ status: 'cancelled', ended: { reason: '重复登记' } })
    expect(monday.refused(monday.done(made, pass('township')), cancel)).toMatchObject({ code: 'handover_step_wrong' })
    expect(handoverModule.head(made, calendar)).toMatchObject({
      key: 'agency_handover-1',
      words: ['青岚县河西村代理点', '孙建国', '周文静'],
    })
  })
})
