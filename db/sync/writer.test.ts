import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { aDisclosureIntake, aMaterial, aServiceIntake, missing } from '../../domain/case/_testing.ts'
import { type Desk, aDevice, openDesk } from '../_testing.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import { aHistory } from './_testing.ts'

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
const print = { kind: 'letter.print', letter: 'service_once_only_notice', templateVersion: '1', copies: 1 } as const

describe('own operations on their way', () => {
  it('go from pending to sent to committed to safe', () => {
    const desk = newDesk()
    const { id } = desk.open(accept)
    const status = () => desk.store.read.log.ofEntity(id)[0]?.status
    expect([status(), desk.store.read.sync.countWaiting(), desk.store.read.cases.find(id)?.sync]).toEqual([
      'pending',
      1,
      'pending',
    ])
    desk.store.transact(({ sync }) => {
      sync.markSent(1)
    })
    expect(status()).toBe('sent')
    const verdicts = [{ seq: 1, verdict: 'applied', reason: null, ref: null, cseq: 9, committedAt: 5 } as const]
    desk.store.transact(({ sync }) => {
      sync.recordPush({ safe: 0, verdicts })
    })
    expect([status(), desk.store.read.sync.countWaiting(), desk.store.read.cases.find(id)?.sync]).toEqual([
      'committed',
      0,
      'committed',
    ])
    expect(desk.store.read.log.ofEntity(id)[0]).toMatchObject({ cseq: 9, committedAt: 5 })
    desk.store.transact(({ sync }) => {
      sync.recordPush({ safe: 1, verdicts })
    })
    expect(status()).toBe('safe')
    expect(desk.store.read.sync.position()).toEqual({ ack: 1, last: 1 })
  })

  it('come in batches bounded by count and by bytes, at least one at a time', () => {
    const desk = newDesk()
    for (let n = 0; n < 5; n++) desk.open(accept)
    const { batch } = desk.store.read.sync
    const whole = batch(1, { ops: 100, bytes: 1e6 })
    expect(whole).toMatchObject({ fromSeq: 1, toSeq: 5 })
    const size = Buffer.byteLength(whole?.ops[0] ?? '')
    expect(batch(1, { ops: 2, bytes: 1e6 })).toMatchObject({ fromSeq: 1, toSeq: 2 })
    expect(batch(3, { ops: 2, bytes: 1e6 })).toMatchObject({
      fromSeq: 3,
      toSeq: 4,
      prevHash: batch(1, { ops: 2, bytes: 1e6 })?.lastHash,
    })
    expect(batch(1, { ops: 100, bytes: size * 3 })).toMatchObject({ toSeq: 3 })
    expect(batch(4, { ops: 100, bytes: 1 })).toMatchObject({ fromSeq: 4, toSeq: 4 })
    expect(batch(6, { ops: 100, bytes: 1e6 })).toBeNull()
  })

  it('that were not applied leave the state, stay in the log, and ask for attention', () => {
    const history = aHistory()
    const [a, b] = [newDesk('W03'), newDesk('W04')]
    const { id, caseNo } = a.open(notice)
    history.push(a.store)
    history.pull(b.store)
    a.act(id, supply)
    b.act(id, supply)
    history.push(a.store)
    history.push(b.store)
    expect(b.store.read.sync.countAttention()).toBe(1)
    expect(b.store.read.sync.attention(10)).toMatchObject([
      { kind: 'service.supply', caseNo, verdict: 'conflict', reason: 'not_allowed_in_state' },
    ])
    history.pull(b.store)
    expect(b.store.read.cases.find(id)).toMatchObject({ sync: 'conflict', state: { status: 'accepted', version: 2 } })
    expect(b.store.read.log.ofEntity(id)).toHaveLength(3)
    expect(a.store.read.cases.find(id)).toMatchObject({ sync: 'committed' })
    for (const desk of [a, b]) expect(desk.store.verify().problems).toEqual([])
  })

  it('take a case with them when the one that opened it was not applied, and leave its number under attention', () => {
    const desk = newDesk()
    const { id, caseNo } = desk.open(accept)
    const verdicts = [
      { seq: 1, verdict: 'rejected', reason: 'case_no_taken', ref: null, cseq: 1, committedAt: 1 } as const,
    ]
    desk.store.transact(({ sync }) => {
      sync.recordPush({ safe: 0, verdicts })
    })
    expect(desk.store.read.cases.find(id)).toBeNull()
    expect(desk.store.read.search.cases('卫生', 10)).toEqual([])
    expect(desk.store.read.sync.attention(10)).toMatchObject([{ caseNo, verdict: 'rejected', reason: 'case_no_taken' }])
    expect(desk.open(accept).caseNo).not.toBe(caseNo)
    expect(desk.store.verify().problems).toEqual([])
  })

  it('are committed by a pull when the answer to their push was lost', () => {
    const history = aHistory()
    const desk = newDesk()
    const { id } = desk.open(accept)
    desk.open(accept)
    history.push(desk.store, 200, true)
    expect(desk.store.read.sync.position()).toEqual({ ack: 0, last: 2 })
    history.pull(desk.store)
    expect(desk.store.read.sync.position()).toEqual({ ack: 2, last: 2 })
    expect(desk.store.read.log.ofEntity(id)[0]).toMatchObject({ status: 'committed', cseq: 1 })
    expect(desk.store.read.log.count()).toBe(2)
    expect(desk.store.verify().problems).toEqual([])
  })

  it('wait again when the server has lost its tail', () => {
    const desk = newDesk()
    const history = aHistory()
    const { id } = desk.open(notice)
    history.push(desk.store)
    desk.act(id, supply)
    history.push(desk.store)
    expect(desk.store.read.sync.position()).toEqual({ ack: 2, last: 2 })
    desk.store.transact(({ sync }) => {
      sync.rewind(1)
      sync.resetCursor('990123')
    })
    expect(desk.store.read.sync.position()).toEqual({ ack: 1, last: 2 })
    expect(desk.store.read.cases.find(id)).toMatchObject({ sync: 'pending', state: { status: 'accepted' } })
    const restored = aHistory()
    const first = history.ops[0]
    if (first === undefined) throw new Error('nothing was pushed')
    restored.commit(first.canon, first.hash, first.verdict)
    restored.pull(desk.store)
    expect(desk.store.read.sync.batch(2, { ops: 10, bytes: 1e6 })?.ops.map((canon) => operationOf(canon).kind)).toEqual(
      ['service.supply'],
    )
    expect(desk.store.verify().problems).toEqual([])
  })

  it('are listed oldest first while they wait', () => {
    const desk = newDesk()
    const { id, caseNo } = desk.open(notice)
    desk.clock.wall += 1000
    desk.act(id, print)
    expect(desk.store.read.sync.waiting(10)).toEqual([
      { op: expect.any(String), kind: 'service.notice', caseNo, at: desk.clock.wall - 1000, sent: false },
      { op: expect.any(String), kind: 'letter.print', caseNo, at: desk.clock.wall, sent: false },
    ])
    expect(desk.store.read.sync.waiting(1)).toHaveLength(1)
  })
})

describe('two desks and a server', () => {
  const step = fc.record({
    desk: fc.integer({ min: 0, max: 1 }),
    what: fc.constantFrom('open', 'open', 'register', 'act', 'act', 'print', 'push', 'pull', 'lose'),
    which: fc.nat({ max: 20 }),
  })

  it(
    'stored state = fold of the log on both at every time, and both agree when all is sent',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
          const history = aHistory()
          const pair = [newDesk('W03'), newDesk('W04')] as const
          for (const { desk: at, what, which } of steps) {
            const desk = pair[at === 0 ? 0 : 1]
            const rows = desk.store.read.cases.list(whole).rows
            const row = rows[which % Math.max(1, rows.length)]
            if (what === 'open') desk.open(which % 2 === 0 ? notice : accept)
            else if (what === 'register')
              desk.open({ kind: 'disclosure.register', intake: aDisclosureIntake({ channel: 'fax' }) })
            else if (what === 'push') history.push(desk.store, 1 + (which % 3))
            else if (what === 'lose') history.push(desk.store, 1 + (which % 3), true)
            else if (what === 'pull') history.pull(desk.store, 1 + (which % 4))
            else if (row?.status === 'correction_wait') desk.act(row.id, what === 'act' ? supply : print)
            else if (row?.status === 'awaiting_confirm' && what === 'act') {
              desk.act(row.id, { kind: 'disclosure.confirm', confirmedOn: aDisclosureIntake().arrivedOn })
            }
          }
          for (const desk of pair) expect(desk.store.verify().problems).toEqual([])
          for (let round = 0; round < 2; round++) {
            for (const desk of pair) {
              while (desk.store.read.sync.countWaiting() > 0) history.push(desk.store)
              history.pull(desk.store)
            }
          }
          const states = pair.map(({ store }) =>
            store.read.cases
              .list(whole)
              .rows.map(({ id }) => canonicalJson(store.read.cases.find(id)?.state))
              .sort(),
          )
          expect(states[0]).toEqual(states[1])
          expect(states[0]).toEqual([...history.states.values()].map((state) => canonicalJson(state)).sort())
          for (const desk of pair) {
            expect(desk.store.verify()).toMatchObject({ ok: true, operations: history.ops.length })
            desk.remove()
          }
          desks.length = 0
        }),
        { numRuns: 15 },
      )
    },
  )

  const whole = {
    text: '',
    kinds: [],
    statuses: [],
    openOnly: false,
    order: 'newest' as const,
    cursor: null,
    limit: 200,
  }
})
