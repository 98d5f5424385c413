import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { genesisHash } from '../../contract/operation.ts'
import { openTestStore, testId } from '../_testing.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import { chainHash } from '../log/chain.ts'
import type { Store } from '../store.ts'
import { asFarAsKept } from '../log/as-far-as-kept.ts'
import { aHistory } from './_testing.ts'

/** Data of every kind, as its schema takes them, whether or not they make sense. */
const recorded: readonly { readonly kind: string; readonly kver: number; readonly data: object }[] = JSON.parse(
  readFileSync(new URL('../../contract/versions/fixtures/0.1.0.json', import.meta.url), 'utf8'),
)
const disks: ReturnType<typeof openTestStore>[] = []
afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove()
})

/** A chain of somebody's, every link of it in force; each operation is about one of `entities`. */
const historyOf = (acts: readonly { readonly at: number; readonly entity: string }[]) => {
  const history = aHistory()
  const who = { device: testId(), inc: testId(), actor: testId() }
  let hash = genesisHash
  for (const [n, { at, entity }] of acts.entries()) {
    const { kind, kver, data } = recorded[at % recorded.length] ?? { kind: '', kver: 1, data: {} }
    const canon = canonicalJson({
      v: 1,
      op: testId(),
      ...who,
      deviceNo: 'W41',
      seq: n + 1,
      center: history.center,
      hlc: `01a0${String(n).padStart(8, '0')}-0000-W41`,
      wall: 1_800_000_000_000,
      mono: 0,
      entity,
      kind,
      kver,
      base: 0,
      session: null,
      data,
    })
    hash = chainHash(hash, canon)
    history.commit(canon, hash, 'applied')
  }
  return history
}

const readAll = (history: ReturnType<typeof aHistory>, limit: number) => {
  const disk = openTestStore()
  disks.push(disk)
  history.pull(disk.store, limit)
  return disk.store
}

/** Samples have the same number again and again, which `verify` rightly tells. */
const unsound = (store: Store) => store.verify().problems.filter(({ code }) => code !== 'number_twice')

describe('[SYN-106] whatever the history holds', () => {
  it('every kind with any data that its schema takes is read, and the cursor moves on', () => {
    const history = historyOf(recorded.map((_, at) => ({ at, entity: testId() })))
    const store = readAll(history, 500)
    expect(store.read.sync.cursor(history.center).cseq).toBe(recorded.length)
    const ops = history.ops.map(({ canon }) => operationOf(canon).op)
    expect(ops.filter((op) => store.read.log.find(op) === null)).toEqual([])
    expect(unsound(store)).toEqual([])
  })

  it('and in any order about the same matters, in pages of any size', () => {
    const entities = [testId(), testId(), testId()]
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(), entity: fc.constantFrom(...entities) }), { minLength: 5, maxLength: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (acts, limit) => {
          const history = historyOf(acts)
          const store = readAll(history, limit)
          expect(store.read.sync.cursor(history.center).cseq).toBe(acts.length)
          expect(unsound(store)).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  })

  it('a failing machine is no fault of the history', () => {
    expect(
      asFarAsKept(
        () => {
          throw new TypeError('a state that cannot be kept')
        },
        () => 'up to the one before',
      ),
    ).toBe('up to the one before')
  })
})
