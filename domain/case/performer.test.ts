import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { judgeRecord } from '../record/decide.ts'
import { allRecordModules, recordKindOfAct } from '../record/modules.ts'
import type { RecordOperation } from '../record/record-act.ts'
import type { RecordState } from '../record/record-state.ts'
import { termAt } from '../staff/staff-term.ts'
import type { Workflow } from '../workflow/workflow.ts'
import { actingOn, aServiceIntake, anApplicant, day } from './_testing.ts'
import type { CaseOperation } from './case-operation.ts'
import type { CaseState } from './case-state.ts'
import type { CaseAct } from './case-act.ts'
import { fold } from './fold.ts'
import { type Judgement, judge } from './judge.ts'
import { allModules } from './modules.ts'
import { type Performer, withVillage } from './performer.ts'
import { type Role, roles } from './role.ts'

const on = day('2026-09-28')
const caseNo = '990123-20260928-W03-0001'
const origin = { center: '990123', deviceNo: 'W03' }
const accept = (village?: string): CaseOperation => ({
  kind: 'service.accept',
  data: {
    caseNo,
    on,
    intake: aServiceIntake({ applicant: anApplicant(village === undefined ? {} : { village }) }),
  },
})
const opened = fold(null, 'c', accept())

interface Line {
  readonly entity: string
  readonly status: string
  readonly act: string
  readonly roles: readonly Role[]
  readonly by: string | undefined
}

/** Every act of every state, with all who may: several lines of one act are one. */
const linesOf = ({ entity, states, always }: Workflow): readonly Line[] =>
  Object.entries(states).flatMap(([status, own]) => {
    const lines = status === 'none' ? own : [...own, ...always]
    return [...new Set(lines.map(({ act }) => act))].map((act) => {
      const same = lines.filter((line) => line.act === act)
      return { entity, status, act, roles: same.flatMap((line) => line.roles), by: same[0]?.by }
    })
  })

/** Whether it is the role that refuses; what the law says of an act without content is not asked here. */
const refusesRole = (work: () => Judgement): boolean => {
  try {
    const { verdict, reason } = work()
    return verdict === 'rejected' && reason === 'role_not_permitted'
  } catch {
    return false
  }
}
const performers: readonly Performer[] = [...roles.map((role) => ({ role })), 'system']
const serverActs = ['case.merge', 'case.become_alias', 'case.suspect_duplicate', 'case.dispute_time']
const expectedOf = ({ roles: may, by }: Line, performer: Performer): boolean =>
  performer === 'system'
    ? by !== 'program' && !may.includes('administrator') && !may.includes('supervisor')
    : !may.includes(performer.role)

describe('who may do what, judged by the server', () => {
  it('[SYN-88] every act in every state of every kind of case is refused to each role that the table does not name', () => {
    const wrong: string[] = []
    let looked = 0
    for (const line of allModules.flatMap(({ workflow }) => linesOf(workflow))) {
      if (serverActs.includes(line.act)) continue
      for (const performer of performers) {
        // As much of a case as stands before the guards.
        const state =
          line.status === 'none'
            ? null
            : ({ ...opened, kind: line.entity, status: line.status } as unknown as CaseState)
        const operation = { kind: line.act, data: state === null ? { on, caseNo } : { on } } as unknown as CaseOperation
        const refused = refusesRole(() =>
          judge(state, operation, state?.version ?? 0, { ...origin, performer }, calendar),
        )
        looked += 1
        if (refused !== expectedOf(line, performer))
          wrong.push(`${line.entity} ${line.status} ${line.act} ${JSON.stringify(performer)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(looked).toBeGreaterThan(4000)
  })

  it('[SYN-88] so is every act on every kind of record', () => {
    const wrong: string[] = []
    let looked = 0
    for (const line of allRecordModules.flatMap(({ workflow }) => linesOf(workflow))) {
      for (const performer of performers) {
        const kind = recordKindOfAct(line.act)
        const state =
          line.status === 'none' ? null : ({ id: 'r', kind, status: line.status, version: 1 } as unknown as RecordState)
        const operation = { kind: line.act, data: { on } } as unknown as RecordOperation
        const refused = refusesRole(() => judgeRecord(state, operation, state?.version ?? 0, { calendar }, performer))
        looked += 1
        if (refused !== expectedOf(line, performer))
          wrong.push(`${line.entity} ${line.status} ${line.act} ${JSON.stringify(performer)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(looked).toBeGreaterThan(500)
  })

  it('[SYN-88] what another desk did first is told before the role: only that can be settled', () => {
    const claim: CaseOperation = { kind: 'service.claim', data: { on, handler: '王丽' } }
    const clerk = { ...origin, performer: { role: 'clerk' } } as const
    expect(judge(opened, claim, 1, clerk, calendar)).toEqual({ verdict: 'rejected', reason: 'role_not_permitted' })
    expect(judge(opened, claim, 0, clerk, calendar)).toEqual({ verdict: 'conflict', reason: 'stale' })
  })

  it('[SYN-88] the term of the act counts, and the first where a clock says it was before', () => {
    const terms = [
      { from: 100, role: 'clerk', village: null, active: true },
      { from: 200, role: 'reviewer', village: null, active: true },
      { from: 300, role: 'reviewer', village: null, active: false },
    ] as const
    expect([50, 100, 199, 200, 299, 300, 999].map((at) => termAt(terms, at)?.from)).toEqual([
      100, 100, 100, 200, 200, 300, 300,
    ])
    expect(termAt([], 100)).toBeNull()
  })
})

describe('an agent', () => {
  const agent = (village: string | null) => ({ ...origin, performer: { role: 'agent', village } }) as const
  const submit = (village?: string): CaseOperation => ({ ...accept(village), kind: 'service.submit' }) as CaseOperation
  const judged = (operation: CaseOperation, village: string | null, state: CaseState | null = null) =>
    judge(state, operation, state?.version ?? 0, agent(village), calendar)
  const attach = {
    kind: 'case.attach',
    data: { on, blob: 'a'.repeat(64), name: '身份证.pdf', size: 10, type: 'application/pdf', label: null },
  } as unknown as CaseOperation

  it('[SYN-89] acts for residents of his village, and where no village was asked', () => {
    expect(judged(submit('石桥村'), '石桥村').verdict).toBe('applied')
    expect(judged(submit(), '石桥村').verdict).toBe('applied')
    expect(judged(submit('柳湾村'), null).verdict).toBe('applied')
    expect(judged(submit('柳湾村'), '石桥村')).toEqual({ verdict: 'rejected', reason: 'agent_other_village' })
    const theirs = fold(null, 'c', submit('柳湾村'))
    expect(judged(attach, '石桥村', theirs)).toEqual({ verdict: 'rejected', reason: 'agent_other_village' })
    const clerk = { ...origin, performer: { role: 'clerk', village: '石桥村' } } as const
    expect(judge(null, accept('柳湾村'), 0, clerk, calendar).verdict).toBe('applied')
  })

  it('[SYN-89] is told so at his own desk, and what he takes in is of his village', () => {
    const { kind, data } = submit('柳湾村')
    const { caseNo: _no, on: _on, ...said } = data as { caseNo: string; on: string }
    const act = { kind, ...said } as unknown as CaseAct
    const refused = actingOn(on).refused(null, act, { role: 'agent', village: '石桥村' })
    expect(refused.code).toBe('agent_other_village')
    const plain = { kind: 'service.submit', intake: aServiceIntake() } as const
    expect(withVillage(plain, '石桥村').intake.applicant.village).toBe('石桥村')
    const told = {
      kind: 'service.submit',
      intake: aServiceIntake({ applicant: anApplicant({ village: '柳湾村' }) }),
    } as const
    expect(withVillage(told, '石桥村')).toBe(told)
  })
})
