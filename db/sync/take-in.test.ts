import { afterEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { genesisHash } from '../../contract/operation.ts'
import type { Verdict } from '../../contract/sync.ts'
import { aMaterial, aServiceIntake, anItem, day, missing } from '../../domain/case/_testing.ts'
import { type Desk, aDevice, openDesk, testId } from '../_testing.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import { chainHash } from '../log/chain.ts'
import { type History, aHistory } from './_testing.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const newDesk = (deviceNo = 'W03'): Desk => {
  const device = `0199f000-0000-7000-8000-00000000${deviceNo.slice(1).padStart(4, '0')}`
  const desk = openDesk({ device: aDevice({ deviceNo, device }) })
  desks.push(desk)
  return desk
}

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const
const notice = {
  kind: 'service.notice',
  intake: aServiceIntake({ materials: [aMaterial(missing)] }),
  correctBy: null,
} as const
const supply = { kind: 'service.supply', materials: [aMaterial()] } as const

/** A text that some device might have made, chained by itself. */
const foreign = (history: History, over: Record<string, unknown>, verdict: Verdict = 'applied') => {
  const envelope = {
    v: 1,
    op: testId(),
    device: '0199f000-0000-7000-8000-000000000f00',
    inc: testId(),
    seq: 1,
    center: '990123',
    deviceNo: 'W09',
    entity: testId(),
    kind: 'service.accept',
    kver: 1,
    base: 0,
    hlc: '0199f2a4c3d1-0000-W09',
    wall: 1,
    mono: 1,
    actor: 'S09',
    session: null,
    data: { caseNo: '990123-20261123-W09-0001', on: '2026-11-23', intake: aServiceIntake() },
    ...over,
  }
  const canon = canonicalJson(envelope)
  history.commit(canon, chainHash(genesisHash, canon), verdict)
  return envelope
}

describe('a pulled page', () => {
  it('[SYN-13] brings cases, state and cursor together, and the same page again changes nothing', () => {
    const history = aHistory()
    const [a, b] = [newDesk('W03'), newDesk('W04')]
    const { id, caseNo } = a.open(notice)
    a.act(id, supply)
    history.push(a.store)
    history.pull(b.store, 1)
    expect(b.store.read.cases.find(id)).toMatchObject({
      state: { caseNo, status: 'accepted', version: 2 },
      deviceNo: 'W03',
      sync: 'committed',
      held: false,
    })
    expect(b.store.read.sync.cursor('990123')).toEqual({ cseq: 2, head: history.ops[1]?.head })
    const again = b.store.transact(({ sync }) => sync.applyPull({ center: '990123', ops: history.ops }))
    expect(again).toEqual({ ok: false, error: { code: 'gap', cseq: 1, expected: 3 } })
    b.store.transact(({ sync }) => {
      sync.resetCursor('990123')
    })
    history.pull(b.store)
    expect(b.store.read.log.count()).toBe(2)
    expect(b.store.verify()).toMatchObject({ ok: true, operations: 2, cases: 1 })
  })

  it('keeps every text byte for byte', () => {
    const history = aHistory()
    const [a, b] = [newDesk('W03'), newDesk('W04')]
    const { id } = a.open(accept)
    history.push(a.store)
    history.pull(b.store)
    const [there] = a.store.read.log.ofEntity(id)
    const [here] = b.store.read.log.ofEntity(id)
    expect(here?.canon).toBe(there?.canon)
    expect(here).toMatchObject({ hash: there?.hash, status: null, cseq: 1, verdict: 'applied', seq: 1 })
  })

  it('[SYN-14] is refused whole when a number is missing or the rolling hash is another', () => {
    const history = aHistory()
    const [a, b] = [newDesk('W03'), newDesk('W04')]
    for (let n = 0; n < 3; n++) a.open(accept)
    history.push(a.store)
    const [first, second, third] = history.ops
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three operations were pushed')
    const pull = (ops: readonly (typeof first)[]) =>
      b.store.transact(({ sync }) => sync.applyPull({ center: '990123', ops }))
    expect(pull([second])).toEqual({ ok: false, error: { code: 'gap', cseq: 2, expected: 1 } })
    expect(pull([first, third])).toMatchObject({ ok: false, error: { code: 'gap', expected: 2 } })
    expect(pull([first, { ...second, verdict: 'conflict' }])).toMatchObject({
      ok: false,
      error: { code: 'hash_mismatch', cseq: 2 },
    })
    expect(pull([first, { ...second, hash: genesisHash }])).toMatchObject({
      ok: false,
      error: { code: 'hash_mismatch' },
    })
    expect(b.store.read.log.count()).toBe(0)
    expect(b.store.read.sync.cursor('990123').cseq).toBe(0)
    expect(pull([first, second, third])).toMatchObject({ ok: true, value: { operations: 3, held: 0, forked: [] } })
  })

  it('does not count what was not applied', () => {
    const history = aHistory()
    const b = newDesk()
    const refused = foreign(history, {}, 'rejected')
    history.pull(b.store)
    expect(b.store.read.cases.find(refused.entity)).toBeNull()
    expect(b.store.read.log.ofEntity(refused.entity)).toHaveLength(1)
    expect(b.store.read.sync.countAttention()).toBe(0)
  })

  it('keeps what this version does not know, holds that case and goes on with the others', () => {
    const history = aHistory()
    const b = newDesk()
    const known = foreign(history, {})
    const unknown = foreign(history, { entity: known.entity, kind: 'service.archive', data: { shelf: 7 }, base: 1 })
    const newer = foreign(history, { kver: 2, data: { anything: 'else' } })
    const broken = foreign(history, { data: { caseNo: 'x' } })
    const strange = foreign(history, { entity: 'box:7', kind: 'box.opened', data: {} })
    const reference = foreign(history, { entity: 'item:T0001', kind: 'item.publish', data: { id: 'T0001' } })
    const mislabelled = foreign(history, { entity: 'item:T0002', kind: 'item.publish', data: anItem() })
    const other = foreign(history, {
      data: { caseNo: '990123-20261123-W09-0002', on: '2026-11-23', intake: aServiceIntake() },
    })
    const applied = b.store.transact(({ sync }) => sync.applyPull({ center: '990123', ops: history.ops }))
    expect(applied).toEqual({ ok: true, value: { operations: 8, held: 6, forked: [] } })
    expect(b.store.read.cases.find(known.entity)).toMatchObject({ held: true, state: { version: 1 } })
    expect(b.store.read.cases.find(other.entity)).toMatchObject({ held: false })
    expect(b.store.read.reference.items()).toEqual([])
    const heldAs = (entity: string) => b.store.read.log.ofEntity(entity).map(({ held }) => held)
    expect(heldAs(unknown.entity)).toEqual([null, 'unknown_kind'])
    expect(heldAs(newer.entity)).toEqual(['unknown_version'])
    expect(heldAs(broken.entity)).toEqual(['data_invalid'])
    expect(heldAs(strange.entity)).toEqual(['unknown_kind'])
    expect(heldAs(reference.entity)).toEqual(['data_invalid'])
    expect(heldAs(mislabelled.entity)).toEqual(['data_invalid'])
    expect(b.store.verify().problems).toEqual([])
  })

  it('keeps a text that is no operation at all, and its number', () => {
    const history = aHistory()
    const b = newDesk()
    for (const canon of ['', 'null', '{"v":2}', '{"op":1', '[]', '"\u0000"'])
      history.commit(canon, genesisHash, 'quarantined')
    const after = foreign(history, {})
    expect(b.store.transact(({ sync }) => sync.applyPull({ center: '990123', ops: history.ops }))).toMatchObject({
      ok: true,
      value: { held: 6 },
    })
    expect(b.store.read.sync.cursor('990123').cseq).toBe(7)
    expect(b.store.read.cases.find(after.entity)).not.toBeNull()
    expect(b.store.verify().problems).toEqual([])
  })

  it('tells of an operation that comes again under another text, and of one that breaks its chain', () => {
    const history = aHistory()
    const b = newDesk()
    const first = foreign(history, {})
    const forged = foreign(history, { op: first.op, actor: 'S10' })
    const sameSeat = foreign(history, { inc: first.inc, actor: 'S11' })
    const canon = canonicalJson({ ...first, op: testId(), seq: 2, base: 1 })
    history.commit(canon, chainHash(genesisHash, canon), 'applied')
    const applied = b.store.transact(({ sync }) => sync.applyPull({ center: '990123', ops: history.ops }))
    expect(applied).toMatchObject({ ok: true, value: { forked: [forged.op, sameSeat.op, operationOf(canon).op] } })
    expect(b.store.read.log.count()).toBe(1)
    expect(b.store.verify().problems).toEqual([])
  })

  it('folds what was held when a later version knows it', () => {
    const history = aHistory()
    const b = newDesk()
    const { entity } = foreign(history, {})
    history.pull(b.store)
    // As an older version would have left it.
    b.store.transact(({ sync }) => sync.retryHeld())
    const { store } = b
    expect(store.read.cases.find(entity)).toMatchObject({ held: false })
    setHeld(b, entity, 'unknown_kind')
    expect(b.reopen().read.log.ofEntity(entity)[0]?.held).toBeNull()
    expect(b.store.verify().problems).toEqual([])
  })

  it('puts own operations after what was seen, unless the other clock is far ahead', () => {
    const history = aHistory()
    const b = newDesk()
    const ahead = (ms: number) => `${ms.toString(16).padStart(12, '0')}-0002-W09`
    foreign(history, { hlc: ahead(1_800_000_000_000 + 60_000) })
    foreign(history, { hlc: ahead(4_000_000_000_000) })
    history.pull(b.store)
    b.clock.wall = 1_790_000_000_000
    const { id } = b.open(accept)
    const { hlc } = operationOf(b.store.read.log.ofEntity(id)[0]?.canon ?? '')
    expect(hlc).toBe(ahead(1_800_000_000_000 + 60_000).replace('0002-W09', '0003-W03'))
  })

  it('never gives a number again that it has seen, whatever became of it', () => {
    const history = aHistory()
    const b = newDesk()
    const seen = { caseNo: '990123-20261123-W03-0041', on: day('2026-11-23'), intake: aServiceIntake() }
    foreign(history, { deviceNo: 'W03', data: seen }, 'rejected')
    history.pull(b.store)
    expect(b.open(accept).caseNo).toBe('990123-20261123-W03-0042')
  })
})

const setHeld = (desk: Desk, entity: string, held: string): void => {
  desk.tamper((exec) => exec(`UPDATE operation SET held = '${held}' WHERE entity = '${entity}'`))
}
