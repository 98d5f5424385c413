import { describe, expect, it } from 'vitest'
import { findWorkflowProblems } from '../workflow/validate-workflow.ts'
import { allTransitions } from '../workflow/workflow.ts'
import { aDenial, act, aDisclosureIntake, day, inProcess, official, receivedOn, refusedAct } from './_testing.ts'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import type { DisclosureStepKind } from './disclosure-act.ts'
import { type DisclosureCase, disclosureStates } from './disclosure-state.ts'
import { ruleOf } from './rules.ts'
import { disclosureModule } from './module.ts'
import { disclosureWorkflow } from './workflow.ts'

/** Sound values for whatever else an act has. */
const samples = {
  items: ['名称'],
  correctBy: day('2026-03-31'),
  reasonBy: day('2026-03-31'),
  approver: official,
  approvedOn: day('2026-03-03'),
  sentOn: day('2026-03-03'),
  answeredOn: day('2026-03-03'),
  organ: '县水利局',
} as const

describe('the way of a disclosure request', () => {
  it('[DIS-7] every state is reached, none is a dead end, and each wait has a timed way out', () => {
    expect(findWorkflowProblems(disclosureWorkflow)).toEqual([])
  })

  it('[DIS-7] lines that only a condition tells apart name one that is known', () => {
    const conditions = new Set(Object.keys(disclosureModule.conditions ?? {}))
    const byTarget = new Map<string, string[]>()
    for (const [state, lines] of Object.entries(disclosureWorkflow.states)) {
      for (const { act: kind, to, guard = '' } of lines) {
        const key = `${state} ${kind} ${to}`
        byTarget.set(key, [...(byTarget.get(key) ?? []), guard])
      }
    }
    const shared = [...byTarget.values()].filter((guards) => guards.length > 1).flat()
    expect(shared.length).toBeGreaterThan(2)
    for (const guard of shared) expect(conditions, guard).toContain(guard)
  })

  it('[DIS-7] every transition that owes the applicant or another a letter names its article, but for coordination', () => {
    const without = allTransitions(disclosureWorkflow).filter(
      ({ letter, article }) => letter !== null && article === null,
    )
    expect([...new Set(without.map(({ act: kind }) => kind))]).toEqual(['disclosure.coordinate'])
  })

  it('[DIS-7] texts that the table requires may not be blank', () => {
    const texts = [
      'reason',
      'finding',
      'what',
      'unit',
      'handler',
      'content',
      'consequence',
      'receiptNo',
      'answer',
      'question',
    ]
    const blank: Readonly<Record<string, DisclosureCase>> = {
      received: receivedOn('2026-03-02'),
      processing: inProcess('2026-03-02'),
      drafting: act(inProcess('2026-03-02'), '2026-03-02', { kind: 'disclosure.draft', reply: aDenial() }),
    }
    let asked = 0
    for (const [status, state] of Object.entries(blank)) {
      for (const { act: kind, requires = [] } of disclosureWorkflow.states[state.status]) {
        const wanted = requires.filter((field) => texts.includes(field))
        if (wanted.length === 0) continue
        const rule = ruleOf(kind as DisclosureStepKind)
        // The rule of a kind is given that kind: the fields under test are blank, the others sound.
        const said = { ...samples, kind, ...Object.fromEntries(wanted.map((field) => [field, ' '])) } as never
        const problems = rule.fields(said, state, { today: day('2026-03-04'), calendar: currentWorkCalendar })
        for (const field of wanted) expect(problems, `${status} ${kind}`).toContainEqual({ field, code: 'required' })
        asked++
      }
    }
    expect(asked).toBeGreaterThan(8)
  })

  it('[DIS-22] a plain letter waits for the confirmation; mis-sent and never confirmed ones end without a row', () => {
    const intake = aDisclosureIntake({ channel: 'online', arrivedOn: day('2026-09-01') })
    const waiting = act(null, '2026-09-01', { kind: 'disclosure.register', intake })
    expect(waiting.status).toBe('awaiting_confirm')
    const misSent = act(waiting, '2026-09-02', { kind: 'disclosure.mis_sent', reason: '寄给县法院的材料' })
    expect(misSent).toMatchObject({ status: 'closed', ending: null, clockStart: null })
    const attempts = ['2026-09-02 电话无人接听']
    expect(refusedAct(waiting, '2026-09-29', { kind: 'disclosure.unreachable', attempts })).toMatchObject({
      code: 'time_not_run_out',
      params: { until: '2026-09-29' },
    })
    expect(act(waiting, '2026-09-30', { kind: 'disclosure.unreachable', attempts })).toMatchObject({
      status: 'closed',
      ending: null,
    })
  })

  it('[DIS-22] the applicant may withdraw as long as the reply is owed, and the request is counted under other', () => {
    const withdrawn = act(inProcess('2026-09-14'), '2026-09-16', { kind: 'disclosure.withdraw', reason: '已自行取得' })
    expect(withdrawn).toMatchObject({
      status: 'closed',
      clockStop: '2026-09-16',
      ending: { outcome: 'other_other', reason: '已自行取得' },
    })
  })

  it('[DIS-33] the office assigns, somebody claims, nobody claims twice, and what is returned is with the office again', () => {
    const assigned = inProcess('2026-09-14')
    const claimed = act(assigned, '2026-09-15', { kind: 'disclosure.claim', handler: '许立' }, 'reviewer')
    expect(claimed.assignment).toEqual({ unit: '建设科', handler: '许立' })
    expect(refusedAct(claimed, '2026-09-15', { kind: 'disclosure.claim', handler: '周文静' }).code).toBe(
      'already_claimed',
    )
    const back = act(claimed, '2026-09-15', { kind: 'disclosure.return', reason: '不属于本科' }, 'reviewer')
    expect(back).toMatchObject({ status: 'received', assignment: null })
  })

  it('[DIS-26] help given to a person with a difficulty is recorded', () => {
    const helped = act(
      receivedOn('2026-09-14'),
      '2026-09-14',
      { kind: 'disclosure.help', what: '代读回执内容' },
      'clerk',
    )
    expect(helped.help).toEqual([{ on: '2026-09-14', what: '代读回执内容' }])
  })

  it('[DIS-26] in every state but the last, the waits included', () => {
    for (const status of disclosureStates) {
      const known = disclosureWorkflow.states[status].some(({ act: kind }) => kind === 'disclosure.help')
      expect([status, known]).toEqual([status, status !== 'closed' && status !== 'voided'])
    }
  })
})
