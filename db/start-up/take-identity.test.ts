import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, aDevice, monday, openDesk } from '../_testing.ts'
import type { Store } from '../store.ts'
import { storePaths } from '../store-file.ts'

let desk: Desk
let kept: string
beforeEach(() => {
  desk = openDesk({ now: () => monday })
  kept = mkdtempSync(join(tmpdir(), 'yichuang-kept-'))
})
afterEach(() => {
  desk.remove()
  rmSync(kept, { recursive: true, force: true })
})

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const
const take = (count: number): string[] => Array.from({ length: count }, () => desk.open(accept).caseNo)
const database = () => storePaths(desk.dir).database
const missingOf = (store: Store, said: readonly string[]): readonly string[] =>
  said.filter((caseNo) => store.read.cases.findIdByNo(caseNo) === null)
const confirm = (seqs: readonly number[]): void =>
  desk.store.transact(({ sync }) => {
    sync.markSent(seqs.length)
    const verdict = { verdict: 'applied', reason: null, ref: null, committedAt: monday } as const
    sync.recordPush({ safe: 0, verdicts: seqs.map((seq) => ({ ...verdict, seq, cseq: seq })) })
  })

it('[JRN-20] an old database beside a journal of a later incarnation becomes the device of today', () => {
  const said = take(2)
  desk.store.close()
  cpSync(database(), join(kept, 'desk.db'))
  rmSync(database())
  const later = desk.reopen().incarnation
  said.push(...take(2))
  desk.store.close()
  cpSync(join(kept, 'desk.db'), database())
  const store = desk.reopen()
  expect(store.opening).toMatchObject({ rebuilt: null, reconciled: { redone: 2, damage: [] } })
  expect(store.incarnation).not.toBe(later)
  expect([missingOf(store, said), store.verify().problems]).toEqual([[], []])
  expect([store.read.sync.position(), store.read.sync.countEarlierWaiting()]).toEqual([{ ack: 0, last: 4 }, 0])
  expect(store.read.meta.findDevice()).toEqual(aDevice())
  said.push(...take(1))
  expect(new Set(said).size).toBe(said.length)
  const { incarnation } = store
  expect(desk.reopen().opening).toEqual({ rebuilt: null, reconciled: { redone: 0, rewritten: 0, damage: [] } })
  expect(desk.store.incarnation).toBe(incarnation)
})

it('[JRN-20] a database made again after a fork continues the chain that the server knows, not the one before it', () => {
  const said = take(3)
  confirm([1, 2])
  const forked = desk.newId()
  const before = desk.store.incarnation
  desk.store.transact(({ sync }) => sync.beginIncarnation(forked, 'own_ack'))
  expect(desk.store.read.sync.base()).toMatchObject({ inc: before, seq: 2 })
  said.push(...take(2))
  desk.store.close()
  rmSync(database())
  const store = desk.reopen()
  expect(store.read.sync.base()).toMatchObject({ inc: forked, seq: 1 })
  expect(store.read.sync.base(forked)).toMatchObject({ inc: before, seq: 2 })
  expect([missingOf(store, said), store.verify().problems]).toEqual([[], []])
  expect(store.read.sync.countEarlierWaiting()).toBe(0)
})
