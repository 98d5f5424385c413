import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, failureOf, openDesk } from '../_testing.ts'
import { openStore } from '../open.ts'
import type { Store } from '../store.ts'
import { storePaths } from '../store-file.ts'
import { flipBit, seqsOf } from './_testing.ts'
import { realDisk } from './files.ts'
import { openJournal } from './journal.ts'

let desk: Desk
let aside: string
beforeEach(() => {
  desk = openDesk()
  aside = mkdtempSync(join(tmpdir(), 'yichuang-aside-'))
})
afterEach(() => {
  desk.remove()
  rmSync(aside, { recursive: true, force: true })
})

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const
const take = (count: number): string[] => Array.from({ length: count }, () => desk.open(accept).caseNo)

/** The files as a power cut would leave them now: nothing is closed or moved into the file. */
const cut = (): string => {
  const dir = mkdtempSync(join(aside, 'cut-'))
  cpSync(desk.dir, dir, { recursive: true })
  rmSync(storePaths(dir).lock, { force: true })
  return dir
}

const openAt = <T>(dir: string, look: (store: Store) => T): T => {
  const opened = openStore({ dir, key: desk.key, nativeBinding: null })
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail}`)
  try {
    return look(opened.value)
  } finally {
    opened.value.close()
  }
}

const listOf = (dir: string): readonly string[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.seg'))
    .sort()

const journalSeqs = (dir: string): readonly number[] => {
  const journal = openJournal({ dir: storePaths(dir).journal, key: desk.key })
  const seqs = seqsOf(journal.entries())
  journal.close()
  return seqs
}

const missingOf = (store: Store, said: readonly string[]): readonly string[] =>
  said.filter((caseNo) => store.read.cases.findIdByNo(caseNo) === null)

describe('an act', () => {
  it('[JRN-1] is in the journal, on the disk, before its transaction is committed', () => {
    const seen: [string, number, number][] = []
    desk.reopen({
      reach: (step) => {
        const dir = cut()
        const inJournal = journalSeqs(dir).length
        rmSync(storePaths(dir).journal, { recursive: true, force: true })
        seen.push([step, inJournal, openAt(dir, ({ read }) => read.log.count())])
      },
    })
    seen.length = 0
    desk.open(accept)
    expect(seen).toEqual([
      ['before', 0, 0],
      ['begun', 0, 0],
      ['journal_written', 1, 0],
      ['committed', 1, 1],
    ])
  })

  it('[JRN-1] of many in one transaction is written with the others at once', () => {
    let syncs = 0
    desk.reopen({
      journalDisk: {
        write: realDisk.write,
        sync: () => {
          syncs += 1
        },
      },
    })
    desk.open(accept)
    syncs = 0
    desk.store.transact((writer) => {
      for (const n of [1, 2, 3]) writer.meta.set('server', `https://${String(n)}.example`)
    })
    expect(syncs).toBe(1)
  })

  it(
    '[JRN-4] that fails at whatever statement is in neither, and the next one takes its place',
    { timeout: 60_000 },
    () => {
      const said = take(3)
      desk.store.close()
      const pages = readFileSync(storePaths(desk.dir).database).length / 4096
      let failed = 0
      for (let more = 0; failed < 3 || more < 14; more++) {
        const store = desk.reopen({ maxPages: pages + more })
        try {
          said.push(desk.open(accept).caseNo)
        } catch (error) {
          expect(
            failureOf(() => {
              throw error
            }),
          ).toBe('disk_full')
          failed += 1
        }
        expect([more, store.read.log.count()]).toEqual([more, said.length])
        store.close()
        expect([more, journalSeqs(desk.dir)]).toEqual([more, said.map((_, at) => at + 1)])
      }
      const store = desk.reopen({ maxPages: 100_000 })
      expect([missingOf(store, said), store.verify().problems]).toEqual([[], []])
      expect(new Set(said).size).toBe(said.length)
    },
  )
})

describe('after a cut', () => {
  it('[JRN-5] an act that only the journal has is done, with its number, its words and without its draft', () => {
    take(2)
    const before = cut()
    desk.store.transact(({ drafts }) => drafts.save({ id: nextCase, kind: 'service', title: '', form: '{}' }, 'S01', 1))
    const withDraft = cut()
    const { caseNo } = desk.act(nextCase, accept)
    const after = cut()
    for (const [dir, redone] of [
      [before, 1],
      [withDraft, 1],
      [after, 0],
    ] as const) {
      if (dir !== after) cpSync(storePaths(after).journal, storePaths(dir).journal, { recursive: true, force: true })
      openAt(dir, (store) => {
        expect(store.opening).toMatchObject({ rebuilt: null, reconciled: { redone, rewritten: 0, damage: [] } })
        expect(store.read.cases.findIdByNo(caseNo)).toBe(nextCase)
        expect(store.read.drafts.list('S01')).toEqual([])
        expect(store.read.search.cases('周文静', 10).length).toBe(3)
        expect(store.read.log.find(store.read.log.ofEntity(nextCase)[0]?.op ?? '')?.hash).toBe(
          desk.store.read.log.ofEntity(nextCase)[0]?.hash,
        )
        expect(store.verify().problems).toEqual([])
      })
      // A second opening has nothing left to do.
      openAt(dir, (store) => expect(store.opening.reconciled).toMatchObject({ redone: 0, rewritten: 0 }))
    }
  })

  it('[JRN-5] what only the database has is written into the journal', () => {
    take(2)
    const old = cut()
    take(3)
    const now = cut()
    for (const journalOf of [old, null]) {
      const dir = mkdtempSync(join(aside, 'behind-'))
      cpSync(now, dir, { recursive: true })
      rmSync(storePaths(dir).journal, { recursive: true })
      if (journalOf !== null) cpSync(storePaths(journalOf).journal, storePaths(dir).journal, { recursive: true })
      openAt(dir, (store) => {
        expect(store.opening.reconciled).toMatchObject({ redone: 0, rewritten: journalOf === null ? 5 : 3, damage: [] })
        expect(store.verify().problems).toEqual([])
      })
      expect(journalSeqs(dir)).toEqual([1, 2, 3, 4, 5])
    }
  })

  it(
    '[JRN-5] both are brought together whatever each has lost, and nothing is done twice',
    { timeout: 120_000 },
    () => {
      const cuts = [cut()]
      const said: string[] = []
      for (let n = 0; n < 6; n++) {
        said.push(...take(1))
        cuts.push(cut())
      }
      const some = fc.nat({ max: cuts.length - 1 })
      fc.assert(
        fc.property(some, some, (inFile, inJournal) => {
          const dir = mkdtempSync(join(aside, 'mixed-'))
          cpSync(cuts[inFile] ?? '', dir, { recursive: true })
          rmSync(storePaths(dir).journal, { recursive: true, force: true })
          const from = storePaths(cuts[inJournal] ?? '').journal
          if (existsSync(from)) cpSync(from, storePaths(dir).journal, { recursive: true })
          const there = Math.max(inFile, inJournal)
          for (const time of [1, 2]) {
            openAt(dir, (store) => {
              expect(store.read.log.count()).toBe(there)
              expect(missingOf(store, said.slice(0, there))).toEqual([])
              expect([time, store.verify().problems]).toEqual([time, []])
            })
          }
          expect(journalSeqs(dir)).toEqual(Array.from({ length: there }, (_, at) => at + 1))
          rmSync(dir, { recursive: true })
        }),
        { numRuns: 25 },
      )
    },
  )

  it('[JRN-5] a database that was put back and went on without its journal keeps what both have', () => {
    const [first = ''] = take(1)
    const old = cut()
    const [lost = ''] = take(1)
    const { journal } = storePaths(cut())
    rmSync(storePaths(old).journal, { recursive: true })
    const opened = openStore({ dir: old, key: desk.key, nativeBinding: null })
    if (!opened.ok) throw new Error(opened.error.code)
    opened.value.close()
    const other = openDesk({ dir: old, key: desk.key })
    other.clock.wall += 86_400_000
    const { caseNo } = other.open(accept)
    other.store.close()
    rmSync(storePaths(old).journal, { recursive: true })
    cpSync(journal, storePaths(old).journal, { recursive: true })
    openAt(old, (store) => {
      expect(missingOf(store, [first, lost, caseNo])).toEqual([])
      expect(store.read.log.count()).toBe(3)
      expect(store.verify().problems).toEqual([])
    })
    openAt(old, (store) => expect(store.opening.reconciled).toEqual({ redone: 0, rewritten: 0, damage: [] }))
  })

  it('[JRN-5] a damaged journal is moved away and written anew from the database', () => {
    take(4)
    desk.store.close()
    const [segment = ''] = readdirSync(storePaths(desk.dir).journal)
    flipBit(join(storePaths(desk.dir).journal, segment), 2000)
    const store = desk.reopen()
    expect(store.opening).toMatchObject({ rebuilt: null, reconciled: { rewritten: 4 } })
    expect(store.opening.reconciled.damage).toHaveLength(1)
    expect(store.verify().problems).toEqual([])
    store.close()
    expect(journalSeqs(desk.dir)).toEqual([1, 2, 3, 4])
    const kept = readdirSync(storePaths(desk.dir).aside, { recursive: true }).map(String)
    expect(kept.some((name) => name.endsWith(segment))).toBe(true)
  })

  it('[JRN-5] a segment whose beginning cannot be read is damage, wherever it stands, and does not stay', () => {
    const said = take(2)
    desk.store.close()
    const dir = storePaths(desk.dir).journal
    const journal = openJournal({ dir, key: desk.key })
    const standing = { meta: {}, counters: [], tip: journal.tip() }
    // So much that it takes a segment of its own, and nothing in it but who the device is.
    for (let n = 0; listOf(dir).length < 2; n++) journal.append([{ type: 'standing', standing }], () => standing)
    journal.close()
    flipBit(join(dir, listOf(dir).at(-1) ?? ''), 30)
    const store = desk.reopen()
    expect(store.opening.reconciled.damage).toHaveLength(1)
    expect([missingOf(store, said), store.verify().problems]).toEqual([[], []])
    expect(desk.reopen().opening.reconciled).toEqual({ redone: 0, rewritten: 0, damage: [] })
  })

  it('[JRN-5] an append that was cut off anywhere is no damage, and the next act takes its place', () => {
    take(1)
    const before = cut()
    desk.open(accept)
    const name = readdirSync(storePaths(before).journal)[0] ?? ''
    const short = readFileSync(join(storePaths(before).journal, name))
    const long = readFileSync(join(desk.dir, 'desk.journal', name))
    const from = long.lastIndexOf('YJF1')
    for (const bytes of [1, 19, 21, 60, 900]) {
      const dir = mkdtempSync(join(aside, 'torn-'))
      cpSync(before, dir, { recursive: true })
      const torn = Buffer.from(short)
      long.copy(torn, from, from, from + bytes)
      writeFileSync(join(storePaths(dir).journal, name), torn)
      const again = openDesk({ dir, key: desk.key })
      expect([bytes, again.store.opening]).toEqual([
        bytes,
        { rebuilt: null, reconciled: { redone: 0, rewritten: 0, damage: [] } },
      ])
      again.open(accept)
      expect([bytes, again.store.verify().problems]).toEqual([bytes, []])
      again.store.close()
      expect([bytes, journalSeqs(dir)]).toEqual([bytes, [1, 2]])
    }
  })

  it('[JRN-5] a store from before there was a journal gets one, of what the server does not hold safely', () => {
    take(5)
    const verdicts = [1, 2, 3].map((seq) => ({
      seq,
      verdict: 'applied' as const,
      reason: null,
      ref: null,
      cseq: seq,
      committedAt: desk.clock.wall,
    }))
    desk.store.transact(({ sync }) => sync.recordPush({ safe: 3, verdicts }))
    desk.store.close()
    rmSync(storePaths(desk.dir).journal, { recursive: true })
    expect(desk.reopen().opening.reconciled).toEqual({ redone: 0, rewritten: 2, damage: [] })
    expect(desk.reopen().opening.reconciled).toEqual({ redone: 0, rewritten: 0, damage: [] })
    expect(desk.store.verify().problems).toEqual([])
    desk.store.close()
    expect(journalSeqs(desk.dir)).toEqual([4, 5])
  })

  it('[JRN-5] a disk too full for the journal does not hide the store; the next act is refused until there is room', () => {
    const said = take(3)
    desk.store.close()
    rmSync(storePaths(desk.dir).journal, { recursive: true })
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const store = desk.reopen({
      journalDisk: {
        write: () => {
          throw full
        },
        sync: realDisk.sync,
      },
    })
    expect([missingOf(store, said), failureOf(() => desk.open(accept))]).toEqual([[], 'disk_full'])
    expect(store.read.log.count()).toBe(3)
    desk.reopen()
    said.push(...take(1))
    expect([missingOf(desk.store, said), desk.store.verify().problems]).toEqual([[], []])
    expect(journalSeqs(desk.dir)).toEqual([1, 2, 3, 4])
  })

  it('[JRN-7] a write-ahead log that is gone, cut or flipped at any place costs nothing', { timeout: 120_000 }, () => {
    const said = take(50)
    const whole = cut()
    const wal = 'desk.db-wal'
    const length = readFileSync(join(whole, wal)).length
    const harms: ((path: string) => void)[] = [
      (path) => rmSync(path),
      ...Array.from({ length: 4 }, (_, n) => (path: string) => truncateSync(path, Math.floor((length * n) / 4) + 7)),
      ...Array.from({ length: 8 }, (_, n) => (path: string) => flipBit(path, Math.floor((length * n) / 8) + 1000)),
    ]
    const lost = { silently: 0, now: 0 }
    for (const harm of harms) {
      const dir = mkdtempSync(join(aside, 'wal-'))
      cpSync(whole, dir, { recursive: true })
      harm(join(dir, wal))
      const bare = mkdtempSync(join(aside, 'bare-'))
      cpSync(dir, bare, { recursive: true })
      rmSync(storePaths(bare).journal, { recursive: true })
      const without = openStore({ dir: bare, key: desk.key, nativeBinding: null })
      if (without.ok) {
        lost.silently += missingOf(without.value, said).length
        without.value.close()
      }
      openAt(dir, (store) => {
        lost.now += missingOf(store, said).length
        expect(store.verify().problems).toEqual([])
      })
      for (const each of [dir, bare]) rmSync(each, { recursive: true })
    }
    expect(lost.silently).toBeGreaterThan(200)
    expect(lost.now).toBe(0)
  })
})

const nextCase = '0199f000-0000-7000-8000-00000000cccc'
