import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aMaterial, aServiceIntake, missing } from '../../domain/case/_testing.ts'
import { type Desk, aDevice, openDesk } from '../_testing.ts'
import { connect } from '../connect.ts'
import { chainHash } from '../log/chain.ts'
import { storePaths } from '../store-file.ts'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { genesisHash } from '../../contract/operation.ts'
import { operationOf } from '../cases/case-operation-of.ts'
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
const center = '990123'

const rewind = (desk: Desk, cseq: number) => {
  const head = desk.store.read.sync.heads(center).at(cseq) ?? ''
  return desk.store.transact(({ sync }) => sync.rewindHistory(center, { cseq, head }))
}
/** The same history as far as `cseq`, as a restored server has it. */
const restored = (history: History, cseq: number): History => {
  const again = aHistory()
  for (const { canon, hash, verdict, reason } of history.ops.slice(0, cseq)) again.commit(canon, hash, verdict, reason)
  return again
}

describe('a history that the server has lost the end of', () => {
  it('[SYN-29] is gone back to; own acts wait again, those of others are kept, and the case looks as it did', () => {
    const [a, b] = [newDesk('W03'), newDesk('W04')]
    const history = aHistory()
    const { id } = b.open(notice)
    history.push(b.store)
    history.pull(a.store)
    a.act(id, supply)
    const own = a.open(accept)
    history.push(a.store)
    const gone = b.open(accept)
    history.push(b.store)
    for (const { store } of [a, b]) history.pull(store)
    const before = [id, own.id, gone.id].map((entity) => a.store.read.cases.find(entity)?.state)
    expect(rewind(a, 1)).toEqual({ waiting: 2, orphaned: 1 })
    const { sync, log } = a.store.read
    expect([id, own.id, gone.id].map((entity) => a.store.read.cases.find(entity)?.state)).toEqual(before)
    expect([sync.cursor(center).cseq, sync.countWaiting(), sync.countOrphans()]).toEqual([1, 2, 1])
    expect(log.ofEntity(gone.id)[0]).toMatchObject({
      status: null,
      cseq: null,
      former: { cseq: 4, verdict: 'applied' },
    })
    expect(sync.confirmed(id)).toMatchObject({ type: 'case', state: { version: 1 } })
    expect(sync.confirmed(gone.id)).toEqual({ type: 'case', state: null })
    expect(a.store.verify().problems).toEqual([])
    // Asked again it changes nothing.
    expect(rewind(a, 1)).toEqual({ waiting: 0, orphaned: 0 })
    // What comes back is what it was, and nothing is left over.
    const again = restored(history, 4)
    again.pull(a.store)
    expect([sync.countWaiting(), sync.countOrphans(), sync.cursor(center)]).toEqual([
      0,
      0,
      { cseq: 4, head: history.ops[3]?.head },
    ])
    expect([id, own.id, gone.id].map((entity) => a.store.read.cases.find(entity)?.state)).toEqual(before)
    expect(log.ofEntity(gone.id)[0]).toMatchObject({ cseq: 4, former: null })
    expect(a.store.verify().problems).toEqual([])
  })

  it('[SYN-16] going back forgets what was safe until the server says so anew, and never raises it', () => {
    const desk = newDesk()
    const history = aHistory()
    const ids = Array.from({ length: 4 }, () => desk.open(accept).id)
    history.push(desk.store)
    history.pull(desk.store)
    const standing = () => [
      desk.store.read.meta.find('safe'),
      ids.map((id) => desk.store.read.log.ofEntity(id)[0]?.status),
    ]
    const hello = (safe: number) =>
      desk.store.transact(({ sync }) => {
        sync.recordHello({ safe })
      })
    hello(1)
    rewind(desk, 3)
    expect(standing()).toEqual(['0', ['committed', 'committed', 'committed', 'pending']])
    hello(99)
    expect(standing()).toEqual(['3', ['safe', 'safe', 'safe', 'pending']])
    hello(2)
    expect(standing()).toEqual(['2', ['safe', 'safe', 'committed', 'pending']])
    desk.store.transact(({ sync }) => {
      sync.rewind(1)
    })
    expect(standing()).toEqual(['1', ['safe', 'pending', 'pending', 'pending']])
  })

  it('[SYN-29] follows another history after it: what another desk did first comes first', () => {
    const [a, b, c] = [newDesk('W03'), newDesk('W04'), newDesk('W05')]
    const history = aHistory()
    const { id } = a.open(notice)
    history.push(a.store)
    for (const { store } of [b, c]) history.pull(store)
    b.act(id, supply)
    history.push(b.store)
    history.pull(a.store)
    rewind(a, 1)
    c.act(id, supply)
    const again = restored(history, 1)
    const batch = c.store.read.sync.batch(1, { ops: 1, bytes: 1e6 })
    again.commit(batch?.ops[0] ?? '', batch?.lastHash ?? '', 'applied')
    again.pull(a.store)
    again.pull(c.store)
    expect(a.store.read.cases.find(id)?.state).toEqual(c.store.read.cases.find(id)?.state)
    expect(a.store.read.sync.countOrphans()).toBe(1)
    expect(a.store.verify().problems).toEqual([])
    // The orphan comes at last, and has lost.
    const lost = history.ops[1]
    again.commit(lost?.canon ?? '', lost?.hash ?? '', 'conflict', 'not_allowed_in_state')
    again.pull(a.store)
    expect(a.store.read.sync.countOrphans()).toBe(0)
    expect(a.store.read.cases.find(id)?.state.version).toBe(2)
    expect(a.store.verify().problems).toEqual([])
  })

  it('[SYN-29] knows an orphan by its id when its device brings it in another chain', () => {
    const [a, b] = [newDesk('W03'), newDesk('W04')]
    const history = aHistory()
    b.open(accept)
    history.push(b.store)
    const { id } = b.open(accept)
    history.push(b.store)
    history.pull(a.store)
    rewind(a, 1)
    rewind(b, 1)
    b.store.transact(({ sync }) => sync.beginIncarnation('0199f000-0000-7000-8000-00000000abcd', 'own_ack'))
    const again = restored(history, 1)
    again.push(b.store)
    again.pull(a.store)
    expect([a.store.read.sync.countOrphans(), a.store.read.sync.nextOffer(new Map())]).toEqual([0, null])
    expect(a.store.read.cases.find(id)).toMatchObject({ sync: 'committed', state: { version: 1 } })
    expect(a.store.verify().problems).toEqual([])
  })

  it('[SYN-29] keeps an orphan apart whose place its device has given to another act', () => {
    const [a, b, old] = [newDesk('W03'), newDesk('W04'), newDesk('W04')]
    const history = aHistory()
    const { id } = b.open(accept)
    history.push(b.store)
    history.pull(a.store)
    rewind(a, 0)
    // The same device from a copy of before, under the same incarnation.
    const other = { ...operationOf(history.ops[0]?.canon ?? ''), op: old.newId(), entity: old.newId() }
    const again = aHistory()
    const canon = canonicalJson(other)
    again.commit(canon, chainHash(genesisHash, canon), 'applied')
    again.pull(a.store)
    expect(a.store.read.cases.find(id)).toBeNull()
    expect(a.store.read.cases.find(other.entity)).not.toBeNull()
    expect(a.store.verify().problems).toEqual([])
    a.store.close()
    const { database } = connect(storePaths(a.dir).database, { key: a.key, nativeBinding: null, maxPages: null })
    const kept = database.prepare('SELECT why, canon FROM superseded_operation').all()
    database.close()
    expect(kept).toEqual([{ why: 'displaced', canon: history.ops[0]?.canon }])
    a.reopen()
  })

  it('[SYN-29] offers what it can prove, in the order it was committed, and nothing without a signature', () => {
    const [a, b, c] = [newDesk('W03'), newDesk('W04'), newDesk('W05')]
    const history = aHistory()
    for (const desk of [b, c, b]) {
      desk.open(accept)
      history.push(desk.store)
    }
    history.pull(a.store)
    rewind(a, 0)
    expect(a.store.read.sync.nextOffer(new Map())).toBeNull()
    history.pull(a.store)
    const signed = { ...history, ops: history.ops.map((each, at) => ({ ...each, sig: `sig${at}` })) }
    rewind(a, 0)
    a.store.transact(({ sync }) => sync.applyPull({ center, ops: signed.ops }))
    rewind(a, 0)
    const taken = new Map<string, number>()
    const offers: unknown[] = []
    for (;;) {
      const offer = a.store.read.sync.nextOffer(taken)
      if (offer === null) break
      offers.push([offer.inc, offer.fromSeq, offer.toSeq, offer.sig])
      taken.set(offer.inc, offer.toSeq)
    }
    const [incB, incC] = [b, c].map(({ store }) => store.incarnation)
    expect(offers).toEqual([
      [incB, 1, 1, 'sig0'],
      [incC, 1, 1, 'sig1'],
      [incB, 2, 2, 'sig2'],
    ])
  })

  it('[SYN-28] the clock that others see and the operation that it lost against are kept with it', () => {
    const [a, b] = [newDesk('W03'), newDesk('W04')]
    const history = aHistory()
    const { id } = b.open(accept)
    history.push(b.store)
    const [first] = history.ops
    if (first === undefined) throw new Error('nothing there')
    const ref = a.newId()
    const hlcEff = '0199f2a4c3d1-0000-W04'
    for (const { store } of [a, b]) {
      store.transact(({ sync }) => sync.applyPull({ center, ops: [{ ...first, hlcEff, ref }] }))
      expect(store.read.log.ofEntity(id)[0]?.hlcEff).toBe(hlcEff)
    }
    expect(a.store.read.log.ofEntity(id)[0]?.ref).toBe(ref)
    const second = a.open(accept)
    const verdict = { seq: 1, verdict: 'conflict', reason: 'stale', ref, cseq: 2, committedAt: 1 } as const
    a.store.transact(({ sync }) => {
      sync.recordPush({ safe: 0, verdicts: [verdict] })
    })
    expect(a.store.read.log.ofEntity(second.id)[0]).toMatchObject({ verdict: 'conflict', ref })
  })
})

it('[SYN-29] nothing takes an operation out of the log but what has kept it elsewhere before, and what looks whether it is safe', () => {
  const root = new URL('../..', import.meta.url).pathname
  const sources = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sources(path)
      return path.endsWith('.ts') && !/(\.test|_testing)\.ts$/.test(path) ? [path] : []
    })
  const deletes = /deleteFrom\(\s*['"]operation\b|delete\s+from\s+["']?operation\b|drop\s+table\s+operation\b/i
  const found = ['db', 'electron']
    .flatMap(sources)
    .filter((path) => deletes.test(readFileSync(join(root, path), 'utf8')))
  // The migration copies every row first.
  expect(found.sort()).toEqual([
    'db/migrations/0090-recovery.ts',
    'db/scope/delete-operations.ts',
    'db/sync/displace.ts',
  ])
})
