import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { actingOn, aMaterial, anItem, aSnapshot, day, missing } from '../case/_testing.ts'
import type { CaseAct } from '../case/case-act.ts'
import type { CaseState } from '../case/case-state.ts'
import { caseClocks } from '../case/clocks.ts'
import { fold } from '../case/fold.ts'
import { decide } from '../case/decide.ts'
import type { Role } from '../case/role.ts'
import { aFeeLine, approve, claim, go, pass, postal, receiver } from '../service/_testing.ts'
import { checklistOf } from '../service/snapshot.ts'
import type { ServiceCase } from '../service/service-state.ts'
import { findWorkflowProblems } from '../workflow/validate-workflow.ts'
import { aBundleRequest } from './_testing.ts'
import { type BundleRequest, openBundle } from './open-bundle.ts'
import type { BundleAct } from './bundle-act.ts'
import type { BundleCase } from './bundle-state.ts'
import { partActsOf } from './bundle-together.ts'
import { findBundleProblem, findPartProblem } from './whole-bundle.ts'
import { dueReports } from './report-part.ts'
import { sharedChecklist } from './shared-checklist.ts'
import { bundleWorkflow } from './workflow.ts'

const ids = ['bundle', 'part-1', 'part-2', 'part-3'] as const
const hygiene = aSnapshot({ promisedDays: 10 })
const sign = aSnapshot({ id: 'T0002', name: '户外广告设置', organ: '青岚县城市管理局', promisedDays: 15 })
const charged = { ...sign, fee: { charged: true, basis: '《条例》', standard: '120元/次' } }

const request = (over: Partial<BundleRequest> = {}): BundleRequest => ({
  ...aBundleRequest('bundle', [ids[1], ids[2]]),
  items: [
    { caseId: ids[1], item: hygiene },
    { caseId: ids[2], item: charged },
  ],
  materials: [
    { ...aMaterial({ name: '营业执照', form: 'copy' }), parts: [1, 2] },
    { ...aMaterial({ n: 2, name: '效果图' }), parts: [2] },
  ],
  ...over,
})

const perform = (
  on: string,
  caseId: string,
  state: BundleCase | ServiceCase | null,
  act: CaseAct,
  role: Role = 'clerk',
) => {
  const decided = decide(state, act, actingOn(day(on)).context({ role }))
  if (!decided.ok) throw new Error(JSON.stringify(decided.error))
  return fold(state, caseId, decided.value)
}
const bundleOf = (on: string, state: BundleCase | null, act: BundleAct, role?: Role): BundleCase => {
  const next = perform(on, 'bundle', state, act, role)
  if (next.kind !== 'bundle') throw new Error(next.kind)
  return next
}
const opened = (over: Partial<BundleRequest> = {}): { bundle: BundleCase; parts: readonly ServiceCase[] } => {
  const acts = openBundle(request(over))
  return {
    bundle: bundleOf('2026-09-28', null, acts.bundle.act),
    parts: acts.children.map(({ caseId, act }) => {
      const part = perform('2026-09-28', caseId, null, act)
      if (part.kind !== 'service') throw new Error(part.kind)
      return part
    }),
  }
}
const refused = (on: string, state: BundleCase | null, act: BundleAct, role: Role = 'clerk') =>
  actingOn(day(on)).refused(state, act, { role })
const done = (caseId: string, result: 'approved' | 'denied' = 'approved'): BundleAct => ({
  kind: 'bundle.child_done',
  caseId,
  result,
})

describe('a bundle', () => {
  it('[BND-1] its procedure is a sound table', () => {
    expect(findWorkflowProblems(bundleWorkflow)).toEqual([])
  })

  it('[BND-2] one intake opens the bundle and a linked request for each part', () => {
    const { bundle, parts } = opened()
    expect(bundle).toMatchObject({ kind: 'bundle', status: 'open', clockStart: '2026-09-28' })
    expect(
      parts.map(({ status, links, intake }) => [status, links, intake.materials.map(({ name, n }) => `${n} ${name}`)]),
    ).toEqual([
      ['accepted', [{ kind: 'bundle', caseId: 'bundle' }], ['1 营业执照']],
      ['accepted', [{ kind: 'bundle', caseId: 'bundle' }], ['1 营业执照', '2 效果图']],
    ])
  })

  it('[BND-2] one matter is no bundle, and no request is in it twice', () => {
    const one = request({ items: request().items.slice(0, 1) })
    const twice = request({ items: [...request().items.slice(0, 1), ...request().items.slice(0, 1)] })
    for (const bad of [one, twice])
      expect(refused('2026-09-28', null, openBundle(bad).bundle.act).fields).toEqual([
        { field: 'intake.parts', code: 'too_few' },
      ])
  })

  it('[BND-12] a bundle without its parts, with parts of another bundle, or with other matters is no bundle', () => {
    const { bundle, parts } = opened()
    const store = new Map<string, CaseState>([
      ['bundle', bundle],
      ...parts.map((part, n): [string, CaseState] => [`part-${n + 1}`, part]),
    ])
    const find = (id: string) => store.get(id) ?? null
    const [first] = parts
    if (first === undefined) throw new Error('a part')
    expect(findBundleProblem('bundle', bundle.intake, find)).toBeNull()
    expect(findPartProblem('part-1', first.intake, find)).toBeNull()
    expect(findBundleProblem('bundle', bundle.intake, () => null)).toMatchObject({
      code: 'bundle_parts_missing',
      article: 'licensing:26(2)',
    })
    expect(findBundleProblem('second', bundle.intake, find)?.code).toBe('bundle_part_taken')
    expect(findBundleProblem('bundle', { ...bundle.intake, joint: false }, find)?.code).toBe('bundle_part_taken')
    const [one, ...others] = bundle.intake.parts
    if (one === undefined) throw new Error('a part')
    const renamed = { ...bundle.intake, parts: [{ ...one, item: { ...one.item, id: 'T0009' } }, ...others] }
    expect(findBundleProblem('bundle', renamed, find)?.code).toBe('bundle_part_taken')
    expect(findPartProblem('part-9', first.intake, find)?.code).toBe('bundle_part_taken')
    expect(findPartProblem('part-1', first.intake, () => null)?.code).toBe('bundle_parts_missing')
  })

  it('[BND-3] what several parts ask for is handed in once', () => {
    const a = anItem()
    const b = anItem({
      materials: [
        { name: '营业执照', form: 'copy', copies: 2, required: true, tolerable: true, source: null },
        { name: '营业执照', form: 'original', copies: 1, required: false, tolerable: false, source: null },
        { name: '从业人员健康合格证明', form: 'copy', copies: 1, required: false, tolerable: true, source: null },
      ],
    })
    const lines = sharedChecklist([checklistOf(a), checklistOf(b)])
    expect(
      lines.map(({ n, name, form, expected, required, tolerable, parts }) => [
        n,
        name,
        form,
        expected,
        required,
        tolerable,
        parts,
      ]),
    ).toEqual([
      [1, '卫生许可证申请表', 'original', 1, true, false, [1]],
      [2, '营业执照', 'copy', 2, true, false, [1, 2]],
      [3, '从业人员健康合格证明', 'copy', 3, true, true, [1, 2]],
      [4, '营业执照', 'original', 1, false, false, [2]],
    ])
  })

  it('[BND-4] a gap gives its part the once-only notice, and the time of the whole begins when all are accepted', () => {
    const gap = request().materials.map((line) => (line.n === 2 ? { ...line, ...missing } : line))
    const { bundle, parts } = opened({ materials: gap, correctBy: day('2026-10-20') })
    expect(parts.map(({ status, correctBy }) => [status, correctBy])).toEqual([
      ['accepted', null],
      ['correction_wait', '2026-10-20'],
    ])
    expect(bundle.clockStart).toBeNull()
    const started = bundleOf('2026-10-09', bundle, { kind: 'bundle.start', note: null })
    expect(started.clockStart).toBe('2026-10-09')
    expect(refused('2026-10-10', started, { kind: 'bundle.start', note: null }).code).toBe('clock_running')
  })

  it('[BND-5] its limits are those of its longest part; handled jointly 45 working days', () => {
    const side = caseClocks(opened({ joint: false }).bundle, calendar)
    expect([side.promised?.due, side.statutory?.due]).toEqual(['2026-10-23', '2026-10-30'])
    const joint = caseClocks(opened().bundle, calendar)
    expect([joint.promised?.due, joint.statutory?.due]).toEqual(['2026-10-23', '2026-12-04'])
    const half = opened({
      joint: false,
      items: [
        { caseId: 'part-1', item: hygiene },
        { caseId: 'part-2', item: { ...charged, kind: '行政确认', statutoryDays: 29, dayUnit: 'day' } },
      ],
    })
    // 20 working days are longer than 27 days, and shorter than 29.
    expect(caseClocks(half.bundle, calendar).statutory?.rules.unit).toBe('day')
  })

  const extend = (
    days: number,
    approver: 'organ_head' | 'government_head' = 'government_head',
  ): Extract<BundleAct, { kind: 'bundle.extend' }> => ({
    kind: 'bundle.extend',
    days,
    reason: '涉及多个部门',
    approver,
    approvedBy: '县长',
  })

  it('[BND-6] only joint handling is extended as a whole, once, up to fifteen days, by the head of the government', () => {
    const { bundle } = opened()
    expect(refused('2026-12-04', bundle, extend(15, 'organ_head'), 'head')).toMatchObject({
      code: 'approver_wrong',
      article: 'licensing:42(2)',
    })
    expect(refused('2026-12-04', bundle, extend(16), 'head').code).toBe('extension_too_long')
    expect(refused('2026-12-07', bundle, extend(15), 'head').code).toBe('extension_late')
    const longer = bundleOf('2026-12-04', bundle, extend(15), 'head')
    expect(caseClocks(longer, calendar).statutory?.due).toBe('2026-12-25')
    expect(refused('2026-12-07', longer, extend(1), 'head').code).toBe('extension_given')
    expect(refused('2026-10-12', opened({ joint: false }).bundle, extend(5), 'head').code).toBe('extension_not_allowed')
  })

  it('[BND-7] a procedure that does not count in a part does not count in the whole', () => {
    const { bundle } = opened()
    const pause: BundleAct = {
      kind: 'bundle.pause',
      caseId: 'part-1',
      procedure: 'testing',
      reason: '水质检测',
      days: 5,
    }
    const paused = bundleOf('2026-10-08', bundle, pause)
    // The five days that were told: 10-09 to 10-14.
    expect(caseClocks(paused, calendar).statutory?.due).toBe('2026-12-11')
    expect(refused('2026-10-09', paused, pause).code).toBe('clock_fact_not_changeable')
    const resumed = bundleOf('2026-10-12', paused, { kind: 'bundle.resume', reason: '检测完成' })
    expect(caseClocks(resumed, calendar).statutory?.due).toBe('2026-12-09')
    expect(refused('2026-10-13', resumed, { kind: 'bundle.resume', reason: '检测完成' }).code).toBe(
      'clock_fact_unknown',
    )
  })

  it('[BND-8] its state comes from the reports of its parts, each once; the last one ends its time', () => {
    const { bundle, parts } = opened()
    const [first, second] = parts
    if (first === undefined || second === undefined) throw new Error('two parts')
    expect(dueReports(bundle, parts)).toEqual([])
    const decided = go(first, ['2026-09-29', claim], ['2026-10-09', pass], ['2026-10-09', approve])
    const named = { ...decided, id: 'part-1' }
    expect(dueReports(bundle, [named, second])).toEqual([done('part-1')])
    const half = bundleOf('2026-10-09', bundle, done('part-1'))
    expect(half.status).toBe('open')
    expect(dueReports(half, [named, second])).toEqual([])
    expect(refused('2026-10-10', half, done('part-1')).code).toBe('bundle_part_unknown')
    expect(refused('2026-10-10', half, done('part-9')).code).toBe('bundle_part_unknown')
    expect(bundleOf('2026-10-12', half, done('part-2', 'denied'))).toMatchObject({
      status: 'all_done',
      clockStop: '2026-10-12',
      done: [{ result: 'approved' }, { result: 'denied', on: '2026-10-12' }],
    })
  })

  const notice = (caseId: string): BundleAct => ({
    kind: 'bundle.fee_notice',
    charges: [{ caseId, lines: [aFeeLine()] }],
  })
  const paid = (fen: number): BundleAct => ({
    kind: 'bundle.fee_paid',
    payment: { on: day('2026-09-29'), fen, method: 'online', receiptNo: '0099' },
  })

  it('[BND-9] all charges are one sum, paid once, and each is held to the law of its own item', () => {
    const { bundle } = opened()
    expect(refused('2026-09-29', bundle, notice('part-1'))).toMatchObject({
      code: 'fee_not_published',
      article: 'licensing:59',
    })
    const both = opened({
      items: [
        { caseId: 'part-1', item: charged },
        { caseId: 'part-2', item: charged },
      ],
    }).bundle
    const noticed = bundleOf('2026-09-29', both, {
      kind: 'bundle.fee_notice',
      charges: [
        { caseId: 'part-1', lines: [aFeeLine()] },
        { caseId: 'part-2', lines: [aFeeLine({ quantity: 1, reduction: { fen: 2000, basis: '《减免办法》' } })] },
      ],
    })
    expect(refused('2026-09-29', noticed, paid(36_000))).toMatchObject({ params: { fen: 34_000, paid: 36_000 } })
    expect(bundleOf('2026-09-29', noticed, paid(34_000)).documents.map(({ letter }) => letter)).toEqual([
      'service_fee_notice',
      'service_settlement',
    ])
    expect(refused('2026-09-29', bundle, notice('part-9')).code).toBe('bundle_part_unknown')
  })

  it('[BND-10] everything is handed over at once, after the last part and the payment, with a proof', () => {
    const { bundle } = opened()
    const all = bundleOf('2026-10-12', bundleOf('2026-10-12', bundle, done('part-1')), done('part-2'))
    const over = (name: string): BundleAct => ({
      kind: 'bundle.hand_over',
      receivedOn: day('2026-10-13'),
      proof: { kind: 'signature', receiver: { ...receiver, name } },
    })
    expect(refused('2026-10-13', bundle, over('周文静')).code).toBe('not_allowed_in_state')
    expect(refused('2026-10-13', all, over('')).fields).toEqual([{ field: 'proof.receiver.name', code: 'required' }])
    const noticed = bundleOf('2026-10-13', all, notice('part-2'))
    expect(refused('2026-10-13', noticed, over('周文静')).code).toBe('fee_open')
    const handed = bundleOf('2026-10-13', all, over('周文静'))
    expect(handed).toMatchObject({ status: 'handed_over', handOver: { receivedOn: '2026-10-13' } })
    expect(bundleOf('2026-10-14', handed, { kind: 'bundle.close', note: null })).toMatchObject({
      status: 'closed',
      closedOn: '2026-10-14',
    })
  })

  it('[BND-11] a withdrawal ends its time', () => {
    expect(bundleOf('2026-10-09', opened().bundle, { kind: 'bundle.withdraw', reason: '不再开店' })).toMatchObject({
      status: 'withdrawn',
      clockStop: '2026-10-09',
      closedOn: '2026-10-09',
    })
  })

  it('[BND-10] with it every decided part is delivered, whichever way the whole went', () => {
    const { bundle, parts } = opened()
    const decided = parts.map((part, index) => ({
      ...go(part, ['2026-09-29', claim], ['2026-10-09', pass], ['2026-10-09', approve]),
      id: `part-${index + 1}`,
    }))
    const all = bundleOf('2026-10-12', bundleOf('2026-10-12', bundle, done('part-1')), done('part-2'))
    const over: BundleAct = { kind: 'bundle.hand_over', receivedOn: day('2026-10-13'), proof: postal }
    const acts = partActsOf(over, decided)
    expect(acts.map(({ caseId, act }) => [caseId, act.kind])).toEqual([
      ['part-1', 'service.deliver'],
      ['part-2', 'service.deliver'],
    ])
    const [first] = decided
    const [deliver] = acts
    if (first === undefined || deliver === undefined) throw new Error('a part and its act')
    expect(perform('2026-10-13', 'part-1', first, deliver.act)).toMatchObject({
      status: 'delivered',
      delivery: { proof: { kind: 'postal_receipt' } },
    })
    expect(perform('2026-10-13', 'bundle', all, over)).toMatchObject({ status: 'handed_over' })
    expect(partActsOf({ kind: 'bundle.close', note: null }, decided)).toEqual([])
  })

  it('[BND-6] with it every licence in it that is still examined is extended', () => {
    const { parts } = opened()
    const [first] = parts
    if (first === undefined) throw new Error('a part')
    const acts = partActsOf(extend(15), parts)
    expect(acts.map(({ act }) => act.kind)).toEqual(['service.extend', 'service.extend'])
    const longer = perform('2026-12-04', 'part-1', first, acts[0]?.act ?? extend(15), 'head')
    expect(caseClocks(longer, calendar).statutory?.due).toBe('2026-12-25')
  })

  it('[BND-9] a part has no fee notice of its own', () => {
    const { parts } = opened()
    const result = actingOn(day('2026-09-29')).refused(parts[1] ?? null, {
      kind: 'service.fee_notice',
      lines: [aFeeLine()],
    })
    expect(result.code).toBe('fee_by_bundle')
  })
})
