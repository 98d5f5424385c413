import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { aBundleRequest } from '../../../domain/bundle/_testing.ts'
import type { BundleAct } from '../../../domain/bundle/bundle-act.ts'
import { openBundle } from '../../../domain/bundle/open-bundle.ts'
import { aServiceIntake, aSnapshot } from '../../../domain/case/_testing.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { caseClocks } from '../../../domain/case/clocks.ts'
import type { Role } from '../../../domain/case/role.ts'
import { aFeeLine, approve, claim, pass, signed } from '../../../domain/service/_testing.ts'
import type { ServiceCase } from '../../../domain/service/service-state.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
})
afterEach(() => host.remove())

const actor = (role: Role) => ({ staffId: 'S01', role, session: null })
const stateOf = (id: string) => host.services.store.read.cases.find(id)?.state
const partOf = (id: string): ServiceCase => {
  const state = stateOf(id)
  if (state?.kind !== 'service') throw new Error('no request')
  return state
}
const inputOf = (caseId: string, act: CaseAct, base = stateOf(caseId)?.version ?? 0) =>
  toMutable({ caseId, base, act }) as PerformInput
const tried = (caseId: string, act: CaseAct, role: Role = 'clerk') =>
  host.services.perform(inputOf(caseId, act), actor(role))
const perform = (caseId: string, act: CaseAct, role: Role = 'clerk') => {
  const done = tried(caseId, act, role)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
}
const operations = () => host.services.store.read.log.count()

const request = () => {
  const [bundleId, a, b] = [host.stamps.newId(), host.stamps.newId(), host.stamps.newId()]
  const fee = { charged: true, basis: '《条例》', standard: '120元/次' }
  const acts = openBundle({
    ...aBundleRequest(bundleId, [a, b]),
    items: [
      { caseId: a, item: aSnapshot({ fee }) },
      { caseId: b, item: aSnapshot({ id: 'T0002', name: '户外广告设置', fee }) },
    ],
  })
  return { bundleId, parts: [a, b] as const, acts: [acts.bundle, ...acts.children] }
}
const together = (acts: readonly { readonly caseId: string; readonly act: CaseAct }[]) =>
  host.services.performTogether(
    acts.map(({ caseId, act }) => inputOf(caseId, act, 0)),
    actor('clerk'),
  )
const opened = () => {
  const { bundleId, parts, acts } = request()
  expect(together(acts)).toMatchObject({ ok: true })
  return { bundleId, parts }
}
const decided = (id: string) => {
  perform(id, claim, 'reviewer')
  perform(id, pass, 'reviewer')
  perform(id, approve, 'reviewer')
}
const handOver = (): BundleAct => ({ kind: 'bundle.hand_over', receivedOn: host.services.today(), proof: signed })

describe('a bundle and its parts', () => {
  it('[BND-12] are one act: the bundle alone, a part alone, or a part too few change nothing', () => {
    const { acts } = request()
    const before = operations()
    const [bundle, first] = acts
    if (bundle === undefined || first === undefined) throw new Error('a bundle and a part')
    const missing = { code: 'bundle_parts_missing', article: 'licensing:26(2)' }
    expect(tried(bundle.caseId, bundle.act)).toMatchObject({ ok: false, error: missing })
    expect(tried(first.caseId, first.act)).toMatchObject({ ok: false, error: missing })
    expect(together(acts.slice(0, 2))).toMatchObject({ ok: false, error: { at: 0, refusal: missing } })
    expect([operations(), host.services.store.read.cases.count()]).toEqual([before, 0])
    expect(together(acts)).toMatchObject({ ok: true })
  })

  it('[BND-12] a second bundle over the parts of another, or over a request of its own, is refused', () => {
    const { parts } = opened()
    const second = openBundle(aBundleRequest(host.stamps.newId(), parts)).bundle
    const taken = { ok: false, error: { code: 'bundle_part_taken' } }
    expect(tried(second.caseId, second.act)).toMatchObject(taken)
    const [alone, other] = [host.stamps.newId(), host.stamps.newId()]
    for (const id of [alone, other]) perform(id, { kind: 'service.accept', intake: aServiceIntake() })
    const third = openBundle(aBundleRequest(host.stamps.newId(), [alone, other])).bundle
    expect(tried(third.caseId, third.act)).toMatchObject(taken)
  })

  it('[BND-13] no result is reported that the part does not have', () => {
    const { bundleId, parts } = opened()
    const [first] = parts
    const report: BundleAct = { kind: 'bundle.child_done', caseId: first, result: 'approved' }
    expect(tried(bundleId, report)).toMatchObject({ ok: false, error: { code: 'bundle_part_open' } })
    expect(stateOf(bundleId)).toMatchObject({ status: 'open', done: [] })
  })

  it('[BND-6] one extension is that of the whole and of every licence in it', () => {
    const { bundleId, parts } = opened()
    const due = (id: string) => {
      const state = stateOf(id)
      return state === undefined ? null : caseClocks(state, host.services.store.calendar).statutory?.due
    }
    const before = due(bundleId)
    const extend: BundleAct = {
      kind: 'bundle.extend',
      days: 15,
      reason: '涉及多个部门',
      approver: 'government_head',
      approvedBy: '县长',
    }
    perform(bundleId, extend, 'head')
    expect(due(bundleId)).not.toBe(before)
    for (const part of parts) {
      expect(due(part)).toBe(due(bundleId))
      expect(partOf(part).documents.map(({ letter }) => letter)).toContain('service_extension_notice')
    }
    expect(host.services.store.verify().problems).toEqual([])
  })

  it('[BND-6] which one part refuses the whole does not have', () => {
    const { bundleId, parts } = opened()
    const extension = { days: 5, reason: '涉及多个部门', approver: 'government_head', approvedBy: '县长' } as const
    perform(parts[0], { kind: 'service.extend', ...extension }, 'head')
    const before = operations()
    const again = tried(bundleId, { kind: 'bundle.extend', ...extension }, 'head')
    expect(again).toMatchObject({ ok: false, error: { code: 'extension_given', article: 'licensing:42(2)' } })
    expect(operations()).toBe(before)
  })

  it('[BND-9] one settlement charges for every part, paid once, and no part is handed over before', () => {
    const { bundleId, parts } = opened()
    const charges = parts.map((caseId) => ({ caseId, lines: [aFeeLine()] }))
    perform(bundleId, { kind: 'bundle.fee_notice', charges })
    for (const part of parts) decided(part)
    expect(tried(bundleId, handOver())).toMatchObject({ ok: false, error: { code: 'fee_open' } })
    const payment = { on: host.services.today(), fen: 48_000, method: 'card', receiptNo: '0099' } as const
    perform(bundleId, { kind: 'bundle.fee_paid', payment })
    perform(bundleId, handOver())
    expect(parts.map((part) => partOf(part).status)).toEqual(['delivered', 'delivered'])
  })

  it('[BND-10] one hand-over delivers every part with its proof', () => {
    const { bundleId, parts } = opened()
    for (const part of parts) decided(part)
    expect(stateOf(bundleId)).toMatchObject({ status: 'all_done' })
    perform(bundleId, handOver())
    expect(stateOf(bundleId)).toMatchObject({ status: 'handed_over' })
    for (const part of parts) {
      expect(partOf(part)).toMatchObject({ status: 'delivered', delivery: { proof: { kind: 'signature' } } })
      perform(part, { kind: 'service.close', note: null })
    }
    expect(host.services.store.verify().problems).toEqual([])
  })

  it('[BND-10] while the decision letter of one part is void nothing of the bundle is handed over', () => {
    const { bundleId, parts } = opened()
    for (const part of parts) decided(part)
    const [, second] = parts
    const letter = partOf(second).documents.find((one) => one.letter === 'service_approval')
    perform(second, { kind: 'letter.void', document: letter?.n ?? 0, reason: '姓名有误' })
    const before = operations()
    expect(tried(bundleId, handOver())).toMatchObject({ ok: false, error: { code: 'decision_letter_void' } })
    expect(operations()).toBe(before)
    expect(stateOf(bundleId)).toMatchObject({ status: 'all_done' })
    perform(second, { kind: 'letter.reissue', document: letter?.n ?? 0, reason: '更正姓名' })
    perform(bundleId, handOver())
    expect(partOf(second).status).toBe('delivered')
  })
})
