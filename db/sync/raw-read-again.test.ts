import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { genesisHash } from '../../contract/operation.ts'
import { type TestStore, openTestStore, testId } from '../_testing.ts'
import { chainHash } from '../log/chain.ts'
import { aHistory } from './_testing.ts'

const recorded = z
  .array(z.object({ kind: z.string(), kver: z.int(), data: z.looseObject({}) }))
  .parse(JSON.parse(readFileSync(new URL('../../contract/versions/fixtures/0.1.0.json', import.meta.url), 'utf8')))

let disk: TestStore
afterEach(() => {
  disk.remove()
})

/** Two texts in one place of a chain: the second is kept raw, because the first has the place. */
const twoInOnePlace = () => {
  const history = aHistory()
  const who = { device: testId(), inc: testId(), actor: testId() }
  const sample = recorded.find(({ kind }) => kind === 'service.accept')
  if (sample === undefined) throw new Error('no sample of an acceptance')
  for (const n of [1, 2]) {
    const canon = canonicalJson({
      v: 1,
      op: testId(),
      ...who,
      deviceNo: 'W41',
      seq: 1,
      center: history.center,
      hlc: `01a0${String(n).padStart(8, '0')}-0000-W41`,
      wall: 1_800_000_000_000,
      mono: 0,
      entity: testId(),
      base: 0,
      session: null,
      ...sample,
      data: { ...sample.data, caseNo: `990123-20260928-W41-000${n}` },
    })
    history.commit(canon, chainHash(genesisHash, canon), 'applied')
  }
  disk = openTestStore()
  history.pull(disk.store)
  return history
}

describe('what was kept raw', () => {
  it('[SYN-102] takes its place when the history is read again and nothing stands in its way', () => {
    const { center, ops } = twoInOnePlace()
    const [first, second] = ops
    if (first === undefined || second === undefined) throw new Error('no history')
    disk.store.transact(({ sync }) => {
      sync.resetCursor(center)
      expect(sync.applyPull({ center, ops: [second], runs: [{ from: 1, to: 1, head: first.head }] }).ok).toBe(true)
    })
    expect(disk.store.verify().problems).toEqual([])
    expect(disk.store.read.sync.heads(center, 2).last).toBe(2)
    expect(disk.store.read.log.count()).toBe(1)
  })

  it('[SYN-102] goes with the stretch that it lies in, when that is none of the device any more', () => {
    const { center, ops } = twoInOnePlace()
    const last = ops[1]
    if (last === undefined) throw new Error('no history')
    disk.store.transact(({ sync }) => {
      sync.resetCursor(center)
      expect(sync.applyPull({ center, ops: [], runs: [{ from: 1, to: 2, head: last.head }] }).ok).toBe(true)
    })
    // The next page may hold everything again, each number once.
    disk.store.transact(({ sync }) => {
      sync.resetCursor(center)
      expect(
        sync.applyPull({ center, ops: [{ ...last }], runs: [{ from: 1, to: 1, head: ops[0]?.head ?? '' }] }).ok,
      ).toBe(true)
    })
    expect(disk.store.verify().problems).toEqual([])
    expect(disk.store.read.meta.find('to_overwrite')).toBe('1')
  })
})
