import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aRepresentative } from '../case/_testing.ts'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { addDays, plainDate } from '../plain-date.ts'
import { decideRecord, judgeRecord } from './decide.ts'
import { findRecordTransitions, foldRecord } from './fold.ts'
import { counts, making, pass, signFor } from './handover/_testing.ts'
import { activate, draft as mandate, sign } from './mandate/_testing.ts'
import { recordModuleOf } from './modules.ts'
import type { RecordAct } from './record-act.ts'
import { type RecordState, recordStates } from './record-state.ts'
import { complaintSet } from '../settings/_testing.ts'
import { assign, badRating, opening, urge, yellowCard } from './task/_testing.ts'
import { aWording, draft as template, putInForce, test, withdraw } from './template/_testing.ts'

const text = '说明'
const reason = '理由'
const matter = { code: null, name: '公共场所卫生许可（新办）' }

const acts: Readonly<
  Record<'task' | 'mandate' | 'handover' | 'template' | 'settings' | 'figure', readonly RecordAct[]>
> = {
  task: [
    urge,
    yellowCard,
    badRating(),
    badRating(true),
    { ...opening, kind: 'task.open', task: 'sampling' },
    { ...opening, kind: 'task.recommend' },
    assign,
    { kind: 'task.explain', text },
    { kind: 'task.contact', finding: 'justified', text },
    { kind: 'task.feedback', text },
    { kind: 'task.appeal', text },
    { kind: 'task.cannot_rectify', text },
    { kind: 'task.answer', text },
    { kind: 'task.uphold', reason, days: 3 },
    { kind: 'task.withdraw', reason },
    { kind: 'task.review_appeal', granted: true, reason, days: null },
    { kind: 'task.review_appeal', granted: false, reason, days: 2 },
    { kind: 'task.review_unable', granted: true, reason, days: null },
    { kind: 'task.review_unable', granted: false, reason, days: 2 },
    { kind: 'task.check', passed: true, text },
    { kind: 'task.check', passed: false, text },
    { kind: 'task.verify', text },
    { kind: 'task.return', reason, days: 1 },
    { kind: 'task.call_back', reached: true, satisfied: false, text },
    { kind: 'task.escalate', task: 'red_card', reason, days: 1 },
    { kind: 'task.lapse', reason },
    { kind: 'task.close', text },
  ],
  mandate: [
    mandate(),
    mandate({ subAgency: true, maxCases: 1 }),
    sign(),
    activate,
    { kind: 'mandate.use', caseId: 'case-1', matter, inPerson: false, deed: 'submit' },
    { kind: 'mandate.use', caseId: 'case-2', matter, inPerson: true, deed: 'pay' },
    { kind: 'mandate.delegate', representative: aRepresentative({ name: '赵敏' }), emergency: null },
    { kind: 'mandate.revoke', by: 'principal', reason },
    { kind: 'mandate.expire' },
    { kind: 'mandate.complete', reason },
  ],
  handover: [
    making(),
    making({ start: 'township' }),
    making({ direction: 'out', start: 'window' }),
    pass('village'),
    pass('township'),
    pass('window'),
    pass('village', counts(0, 3), reason),
    signFor(1),
    signFor(2),
    { kind: 'handover.report_delay', reason },
    { kind: 'handover.close_uncollected', reason },
    { kind: 'handover.cancel', reason },
  ],
  template: [
    template(),
    { kind: 'template.edit', wording: aWording({ title: '催办通知单' }) },
    test,
    putInForce('2026-09-14'),
    putInForce('2027-09-14'),
    withdraw('2028-01-03'),
    { kind: 'template.discard', reason },
  ],
  settings: [
    { kind: 'settings.draft', set: complaintSet(12), basis: text },
    { kind: 'settings.edit', set: complaintSet(9), basis: text },
    { kind: 'settings.put_in_force', from: plainDate('2027-09-14') },
    { kind: 'settings.withdraw', from: plainDate('2028-01-03'), reason },
    { kind: 'settings.discard', reason },
  ],
  figure: [
    { kind: 'figure.state', year: 2025, cell: 'licences', organ: '某局', counts: [12], basis: text },
    { kind: 'figure.correct', counts: [13], basis: text, reason },
    { kind: 'figure.correct', counts: [1, 2, 3], basis: text, reason },
    { kind: 'figure.withdraw', reason },
  ],
}

const kinds = ['task', 'mandate', 'handover', 'template', 'settings', 'figure'] as const

describe('whatever is done to a record, in whatever order', () => {
  it('[SUP-10] [AGY-1] [AGY-13] [TPL-1] [SET-2] [REG-11] is done or refused, never broken; the server judges alike; every state is come to, and what is ended is closed', () => {
    const step = fc.record({ pick: fc.nat(), role: fc.nat(), days: fc.integer({ min: 0, max: 40 }) })
    const walk = fc.record({ kind: fc.constantFrom(...kinds), steps: fc.array(step, { minLength: 10, maxLength: 30 }) })
    const reached = new Set<string>()
    fc.assert(
      fc.property(walk, ({ kind, steps }) => {
        const { workflow, head } = recordModuleOf(kind)
        let state: RecordState | null = null
        let today = plainDate('2026-09-14')
        for (const { pick, role, days } of steps) {
          if (state !== null) today = addDays(today, days)
          const known = acts[kind].filter((act) => findRecordTransitions(state, act.kind).length > 0)
          const act = known[pick % Math.max(1, known.length)]
          if (act === undefined) break
          const may = findRecordTransitions(state, act.kind)[0]?.roles ?? []
          const context = {
            today,
            calendar,
            role: may[role % may.length] ?? 'clerk',
            nextLetterNo: (letter: string) => `${letter}-1`,
          }
          const decided = decideRecord(state, act, context)
          if (!decided.ok) continue
          expect(judgeRecord(state, decided.value, state?.version ?? 0, { calendar }).verdict).toBe('applied')
          const after: RecordState = foldRecord(state, 'record-1', decided.value)
          expect(after.version).toBe((state?.version ?? 0) + 1)
          const { closed, due } = head(after, calendar)
          reached.add(`${kind} ${after.status}`)
          expect([after.status, closed]).toEqual([after.status, workflow.final.includes(after.status)])
          if (closed) expect(due).toBeNull()
          state = after
        }
      }),
      // A seed of its own, so that it is not left to chance whether every state is come to.
      { numRuns: 3000, seed: 20261122 },
    )
    const states = kinds.flatMap((kind) => recordStates[kind].map((state) => `${kind} ${state}`))
    expect([...reached].sort()).toEqual(states.sort())
  })
})
