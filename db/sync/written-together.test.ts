import { afterEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { genesisHash } from '../../contract/operation.ts'
import type { PulledOperation } from '../../contract/sync.ts'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type TestStore, openTestStore, testId } from '../_testing.ts'
import { chainHash } from '../log/chain.ts'
import { aHistory } from './_testing.ts'

const stores: TestStore[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.remove()
})

const device = '0199f000-0000-7000-8000-000000000f00'

interface Written {
  readonly canon: string
  readonly hash: string
  readonly op: string
}

/** The next of a chain, or what claims to be it. */
const written = (inc: string, seq: number, prevHash: string, op = testId()): Written => {
  const canon = canonicalJson({
    v: 1,
    op,
    device,
    inc,
    seq,
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
    data: { caseNo: `990123-20261123-W09-${String(seq).padStart(4, '0')}`, on: '2026-11-23', intake: aServiceIntake() },
  })
  return { canon, hash: chainHash(prevHash, canon), op }
}

/** Reads the history in pages of this size into a new store: what it said of each page, and what the store has then. */
const readIn = (ops: readonly PulledOperation[], size: number) => {
  const disk = openTestStore()
  stores.push(disk)
  const forked: string[] = []
  for (let at = 0; at < ops.length; at += size) {
    const page = ops.slice(at, at + size)
    const applied = disk.store.transact(({ sync }) => sync.applyPull({ center: '990123', ops: page }))
    if (!applied.ok) throw new Error(applied.error.code)
    forked.push(...applied.value.forked)
  }
  const { read } = disk.store
  const log = ops.map(({ canon }) => {
    const { entity } = JSON.parse(canon) as { readonly entity: string }
    return { kept: read.log.ofEntity(entity), case: read.cases.find(entity) }
  })
  return { forked, log, count: read.log.count(), heads: read.sync.heads('990123').at(ops.length) }
}

describe('operations that are written to the log together', () => {
  it('[SYN-109] are there for whatever of the same page comes behind them', () => {
    const history = aHistory()
    const [inc, next] = [testId(), testId()]
    const commit = ({ canon, hash }: Written) => history.commit(canon, hash, 'applied')
    const one = written(inc, 1, genesisHash)
    const two = written(inc, 2, one.hash)
    const three = written(inc, 3, two.hash)
    const broken = written(inc, 5, genesisHash)
    const four = written(inc, 4, three.hash)
    const twice = written(inc, 6, four.hash, one.op)
    const seat = written(inc, 2, one.hash)
    const continued = written(next, 1, three.hash)
    // Out of the order of their chain, as a restored server may have taken them in: behind `four` stands `three`, not what came last.
    for (const each of [one, three, two, seat, four, continued, written(next, 3, genesisHash), broken, twice])
      commit(each)
    for (let n = 0; n < 70; n++) commit(written(testId(), 1, genesisHash))
    const late = written(inc, 2, testId().padEnd(64, '0'))
    commit(late)

    const single = readIn(history.ops, 1)
    expect(single.forked).toEqual([seat.op, broken.op, one.op, late.op])
    for (const size of [2, 5, 9, history.ops.length])
      expect(readIn(history.ops, size), `pages of ${size}`).toEqual(single)
  })

  it('[SYN-109] are found by one that does not continue the link it names, though another came last', () => {
    const history = aHistory()
    const inc = testId()
    const one = written(inc, 1, genesisHash)
    const two = written(inc, 2, one.hash)
    const wrong = written(inc, 2, two.hash)
    for (const { canon, hash } of [one, written(inc, 3, two.hash), wrong]) history.commit(canon, hash, 'applied')
    expect(readIn(history.ops, 1).forked).toEqual([wrong.op])
    expect(readIn(history.ops, 3)).toEqual(readIn(history.ops, 1))
  })
})
