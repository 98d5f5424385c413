import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { aDisclosureIntake, aServiceIntake } from '../../../domain/case/_testing.ts'
import { annualReport } from '../../../domain/report/annual.ts'
import { centerReport } from '../../../domain/report/center.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { performMany } from '../perform/perform-many.ts'
import { defaultAssessment } from '../../../domain/supervision/assessment/data/default-assessment.ts'
import { quarterDocument } from './quarter-document.ts'
import { assessQuarter } from './read-quarter.ts'
import { reportHtml } from './report-html.ts'
import { readAnnualSource } from './read-annual-source.ts'
import { readCenterSource } from './read-center-source.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
})
afterEach(() => host.remove())

const performAll = (...acts: readonly PerformInput['act'][]) => {
  const inputs = acts.map((act) => ({ caseId: host.stamps.newId(), base: 0, act }))
  expect(performMany(host.stamps, inputs, { staffId: 'S01', role: 'clerk', session: null }).refused).toEqual([])
}

it('an annual report is counted from every request of the store, and from nothing else', () => {
  const intake = toMutable(aDisclosureIntake())
  performAll(
    { kind: 'service.accept', intake: toMutable(aServiceIntake()) },
    // More than a page of the list.
    ...Array.from({ length: 203 }, () => ({ kind: 'disclosure.register', intake }) as const),
    // Never confirmed: no request was received.
    { kind: 'disclosure.register', intake: toMutable(aDisclosureIntake({ channel: 'online' })) },
  )
  const { organ, facts, proactive, incomplete } = readAnnualSource(host)
  expect([organ, proactive, incomplete]).toEqual(['青岚县政务服务中心', null, 0])
  const { table3, narrative } = annualReport(facts, 2026)
  expect(table3.new?.[6]).toBe(203)
  expect(table3.carried_out?.[6]).toBe(203)
  expect(narrative.channels[intake.channel]).toBe(203)
})

it('the report of a center is counted from cases and items of the store', () => {
  performAll(
    { kind: 'service.accept', intake: toMutable(aServiceIntake()) },
    { kind: 'disclosure.register', intake: toMutable(aDisclosureIntake({ arrivedOn: plainDate('2026-11-20') })) },
  )
  const { center, facts, incomplete } = readCenterSource(host)
  expect([center, incomplete]).toEqual(['青岚县政务服务中心', 0])
  const report = centerReport(facts, plainDate('2026-11-01'), plainDate('2026-11-30'))
  expect(report).toMatchObject({
    received: 2,
    accepted: 2,
    closed: 0,
    open: 2,
    disclosure: 1,
    items: { offered: 1, organs: 1, statutoryDays: 20, promisedDays: 10, promisedCompression: '50.0' },
    consultations: { received: 0 },
    ratings: { total: 0, satisfied: null },
  })
})

it('the assessment of a quarter tells every organ that had something to do, and leaves out what there was not', async () => {
  performAll({ kind: 'service.accept', intake: toMutable(aServiceIntake()) })
  const quarter = { year: 2026, quarter: 4 } as const
  const [first] = assessQuarter(host.services.store, quarter, defaultAssessment)
  expect(first).toMatchObject({
    organ: '青岚县卫生健康局',
    facts: { closed: 0 },
    assessment: { score: null, grade: null },
  })
  expect(
    reportHtml(
      quarterDocument(
        [first].flatMap((one) => one ?? []),
        quarter,
        '青岚县政务服务中心',
      ),
    ),
  ).toContain('青岚县政务服务中心2026年第四季度考核')
  expect(assessQuarter(host.services.store, { year: 2026, quarter: 3 }, defaultAssessment)).toEqual([])
})

it('[CASE-21] a request that was voided is in no report', () => {
  const intake = toMutable(aDisclosureIntake())
  const caseId = host.stamps.newId()
  const supervisor = { staffId: 'S01', role: 'supervisor', session: null } as const
  performAll({ kind: 'disclosure.register', intake })
  host.services.perform(
    { caseId, base: 0, act: { kind: 'disclosure.register', intake } },
    { ...supervisor, role: 'clerk' },
  )
  expect(annualReport(readAnnualSource(host).facts, 2026).table3.new?.[6]).toBe(2)
  const wrong = { kind: 'case.void', code: 'entered_twice', reason: '同一申请登记了两次' } as const
  expect(host.services.perform({ caseId, base: 1, act: wrong }, supervisor)).toMatchObject({ ok: true })
  expect(annualReport(readAnnualSource(host).facts, 2026).table3.new?.[6]).toBe(1)
})
