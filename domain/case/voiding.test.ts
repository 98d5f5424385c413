import { describe, expect, it } from 'vitest'
import { aBundleRequest } from '../bundle/_testing.ts'
import { openBundle } from '../bundle/open-bundle.ts'
import { dueReports } from '../bundle/report-part.ts'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { approve, approved, examining, go } from '../service/_testing.ts'
import { aDisclosureIntake, aMaterial, aServiceIntake, actingOn, day, missing } from './_testing.ts'
import type { CaseOperation } from './case-operation.ts'
import { caseClocks } from './clocks.ts'
import { fold } from './fold.ts'
import { judge } from './judge.ts'
import { lettersOf } from './letters.ts'
import { allModules } from './modules.ts'
import { permittedTransitions } from './workflow.ts'

const on = day('2026-10-12')
const { done, refused } = actingOn(on)
const wrong = { kind: 'case.void', code: 'wrong_applicant', reason: '登记到他人名下' } as const
const supervisor = { role: 'supervisor' } as const

describe('voiding', () => {
  it('[CASE-21] before acceptance whoever takes in may void, after it only a supervisor, after the decision nobody', () => {
    const gap = aServiceIntake({ materials: [aMaterial(missing)] })
    const waiting = done(null, { kind: 'service.notice', intake: gap, correctBy: null })
    expect(done(waiting, wrong)).toMatchObject({ status: 'voided', closedOn: on, clockStart: null, clockStop: null })
    const accepted = done(null, { kind: 'service.accept', intake: aServiceIntake() })
    expect(refused(accepted, wrong).code).toBe('role_not_permitted')
    expect(refused(accepted, wrong, { role: 'head' }).code).toBe('role_not_permitted')
    expect(done(accepted, wrong, supervisor)).toMatchObject({
      status: 'voided',
      voided: { on, code: 'wrong_applicant', reason: '登记到他人名下' },
      clockStop: on,
    })
    expect(refused(approved, wrong, supervisor).code).toBe('not_allowed_in_state')
    expect(refused(accepted, { ...wrong, reason: ' ' }, supervisor).code).toBe('invalid_fields')
  })

  it('[CASE-21] every kind of case can be voided while it is open, from acceptance on by a supervisor alone', () => {
    for (const { workflow } of allModules) {
      const lines = Object.values(workflow.states).flatMap((state) => state.filter(({ act }) => act === 'case.void'))
      expect(lines.length, workflow.entity).toBeGreaterThan(0)
      for (const { to } of lines) expect(to).toBe('voided')
      for (const final of workflow.final)
        expect(
          workflow.states[final]?.map(({ act }) => act),
          `${workflow.entity} ${final}`,
        ).not.toContain('case.void')
    }
    const received = done(null, { kind: 'disclosure.register', intake: aDisclosureIntake() })
    expect(refused(received, wrong, { role: 'disclosure_officer' }).code).toBe('role_not_permitted')
    const online = done(null, { kind: 'disclosure.register', intake: aDisclosureIntake({ channel: 'online' }) })
    expect(done(online, wrong).status).toBe('voided')
  })

  it('[CASE-21] what was done stays, its letters are void, its clock stands still and nothing is left to do', () => {
    const before = examining
    const after = done(before, wrong, supervisor)
    expect(after).toMatchObject({ intake: before.intake, steps: before.steps, version: before.version + 1 })
    expect(after.documents.length).toBe(before.documents.length)
    expect(after.documents.every(({ voided }) => voided !== null)).toBe(true)
    expect(lettersOf(after)).toEqual([])
    expect(caseClocks(after, calendar).statutory?.due).toBe(caseClocks(before, calendar).statutory?.due)
    expect(permittedTransitions(after).every(({ to }) => to === 'same')).toBe(true)
    expect(permittedTransitions(after).some(({ act }) => act.startsWith('service.'))).toBe(false)
    const again = { kind: 'letter.reissue', document: 1, reason: '更正' } as const
    expect(refused(after, again, supervisor).code).toBe('not_allowed_in_state')
    const start = { kind: 'clock.change_start', start: on, reason: '更正' } as const
    expect(refused(after, start, supervisor).code).toBe('not_allowed_in_state')
    expect(done(after, { kind: 'case.note', text: '已电话告知' }, supervisor).status).toBe('voided')
    const paused = go(before, [
      '2026-10-09',
      { kind: 'service.special_start', procedure: 'testing', reason: '检测', days: 10 },
    ])
    expect(done(paused, wrong, supervisor).clockFacts).toMatchObject([{ kind: 'pause', to: on }])
  })

  it('[CASE-21] what another desk did meanwhile is a conflict; a voiding that comes second is one too', () => {
    const origin = { center: '990123', deviceNo: 'W03' }
    const voided = done(examining, wrong, supervisor)
    const { kind, ...said } = approve
    const late = { kind, data: { ...said, on } } as unknown as CaseOperation
    expect(judge(voided, late, examining.version, origin, calendar)).toMatchObject({ verdict: 'conflict' })
    const voiding: CaseOperation = { kind: 'case.void', data: { code: 'other', reason: '录错', on } }
    expect(judge(examining, voiding, examining.version - 1, origin, calendar).reason).toBe('stale')
    expect(judge(approved, voiding, approved.version, origin, calendar).reason).toBe('not_allowed_in_state')
    const note: CaseOperation = { kind: 'case.note', data: { text: '已电话告知', on } }
    expect(judge(fold(examining, 'c', voiding), note, 0, origin, calendar).verdict).toBe('applied')
  })

  it('[CASE-21] [BND-13] for its bundle a voided part has ended without a result', () => {
    const { bundle, children } = openBundle(aBundleRequest('bundle', ['part-1', 'part-2']))
    const whole = done(null, bundle.act)
    const [first] = children
    if (first === undefined || whole.kind !== 'bundle') throw new Error('no bundle')
    const part = done(done(null, first.act), wrong, supervisor)
    if (part.kind !== 'service') throw new Error('no part')
    expect(dueReports(whole, [{ ...part, id: 'part-1' }])).toEqual([
      { kind: 'bundle.child_done', caseId: 'part-1', result: 'terminated' },
    ])
    const report = { kind: 'bundle.child_done', caseId: 'part-1', result: 'terminated' } as const
    expect(done(whole, report, supervisor)).toMatchObject({ done: [{ caseId: 'part-1' }] })
  })
})
