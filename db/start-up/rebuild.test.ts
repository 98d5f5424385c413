import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake, day } from '../../domain/case/_testing.ts'
import { type Desk, failureOf, monday, openDesk } from '../_testing.ts'
import { checkCopy } from '../backup/copy.ts'
import { nightsIn } from '../backup/nightly.ts'
import { flipBit } from '../journal/_testing.ts'
import { openStore } from '../open.ts'
import type { Store } from '../store.ts'
import { storePaths } from '../store-file.ts'
import { counterGap } from './after-rebuild.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk({ now: () => monday })
})
afterEach(() => desk.remove())

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const
const take = (count: number): string[] => Array.from({ length: count }, () => desk.open(accept).caseNo)
const paths = () => storePaths(desk.dir)
const missingOf = (store: Store, said: readonly string[]): readonly string[] =>
  said.filter((caseNo) => store.read.cases.findIdByNo(caseNo) === null)
const inside = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []

describe('a damaged database', () => {
  it('[JRN-8] is made again from the journal, whichever of its pages is damaged', { timeout: 180_000 }, () => {
    const said = take(6)
    desk.act(desk.store.read.cases.findIdByNo(said[0] ?? '') ?? '', { kind: 'case.note', text: '已电话联系' })
    const before = desk.store.incarnation
    desk.store.close()
    const whole = mkdtempSync(join(tmpdir(), 'yichuang-whole-'))
    cpSync(desk.dir, whole, { recursive: true })
    const pages = readFileSync(paths().database).length / 4096
    for (let page = 0; page < pages; page += page < 4 ? 1 : 5) {
      rmSync(desk.dir, { recursive: true })
      cpSync(whole, desk.dir, { recursive: true })
      flipBit(paths().database, page * 4096 + 1500)
      const damaged = readFileSync(paths().database)
      const store = desk.reopen()
      expect([page, store.opening.rebuilt]).toMatchObject([page, { copy: null, redone: 7, gap: false }])
      expect([page, missingOf(store, said), store.verify().problems]).toEqual([page, [], []])
      const kept = join(paths().aside, store.opening.rebuilt?.aside ?? '', 'desk.db')
      expect([page, readFileSync(kept).equals(damaged)]).toEqual([page, true])
      expect([page, store.incarnation === before]).toEqual([page, false])
    }
    rmSync(whole, { recursive: true })
  })

  it('[JRN-8] whose text was changed under a right seal is found by its hash, and has the true text again', () => {
    const [first = ''] = take(3)
    const state = desk.store.read.cases.find(desk.store.read.cases.findIdByNo(first) ?? '')?.state
    desk.store.close()
    const broken = [
      `UPDATE operation SET canon = replace(canon, '卫生许可', '卫生许何') WHERE seq = 1`,
      `DELETE FROM operation WHERE seq = 2`,
      `UPDATE operation SET hash = zeroblob(32) WHERE seq = 3`,
    ]
    for (const sql of broken) {
      desk.tamper((exec) => exec(sql))
      const store = desk.reopen()
      expect([sql, store.opening.rebuilt?.reason]).toEqual([sql, expect.stringContaining('own operation')])
      const id = store.read.cases.findIdByNo(first) ?? ''
      expect([sql, store.read.cases.find(id)?.state]).toEqual([sql, state])
      expect([sql, store.read.cases.count(), store.verify().problems]).toEqual([sql, 3, []])
    }
  })

  it.each([
    ['gone', () => rmSync(paths().database)],
    ['empty', () => writeFileSync(paths().database, '')],
    ['cut', () => writeFileSync(paths().database, readFileSync(paths().database).subarray(0, 9000))],
    ['other bytes', () => writeFileSync(paths().database, 'x'.repeat(40_000))],
  ])('[JRN-8] that is %s is made again, with who the device is', (_how, harm) => {
    desk.store.transact(({ meta }) => meta.set('server', 'https://center.example'))
    const said = take(4)
    const device = desk.store.read.meta.findDevice()
    desk.store.close()
    harm()
    const told: number[] = []
    const store = desk.reopen({ onRebuild: ({ done }) => told.push(done) })
    expect(store.read.meta.findDevice()).toEqual(device)
    expect(store.read.meta.find('server')).toBe('https://center.example')
    expect([missingOf(store, said), store.verify().problems]).toEqual([[], []])
    expect([told[0], told.at(-1)]).toEqual([0, 4])
    // What is begun anew is whole: the next opening finds nothing to mend.
    expect(desk.reopen().opening).toEqual({ rebuilt: null, reconciled: { redone: 0, rewritten: 0, damage: [] } })
    expect(take(1)[0]).toBe('990123-20261123-W03-0005')
  })

  it('[JRN-8] begins with the newest copy that can be read, and keeps the forms that were begun', () => {
    const said = take(2)
    desk.store.nightly(day('2026-11-22'))
    said.push(...take(1))
    desk.store.nightly(day('2026-11-23'))
    said.push(...take(1))
    const id = desk.newId()
    const scan = { blob: 'ab'.repeat(32), size: 9, type: 'jpeg', name: '身份证.jpg', role: 'identity' } as const
    desk.store.transact(({ drafts }) => {
      drafts.save({ id, kind: 'service', title: '半张表', form: '{}' }, 'S01', 1)
      drafts.addFile(id, scan)
    })
    desk.store.close()
    flipBit(join(paths().copies, 'night-2026-11-23.db'), 5000)
    flipBit(paths().database, readFileSync(paths().database).length - 3000)
    const store = desk.reopen()
    expect(store.opening.rebuilt).toMatchObject({ copy: 'night-2026-11-22.db', redone: 2 })
    expect([missingOf(store, said), store.verify().problems]).toEqual([[], []])
    expect(store.read.drafts.list('S01')).toMatchObject([{ id, title: '半张表' }])
    expect(store.read.drafts.files(id, 'S01')).toEqual([scan])
  })

  it('[JRN-9] goes on in a chain of its own, with every act that the server has not confirmed and no number twice', () => {
    const said = take(5)
    const { store: old } = desk
    const before = old.incarnation
    const verdict = { verdict: 'applied', reason: null, ref: null } as const
    old.nightly(day('2026-11-23'))
    old.transact(({ sync }) => {
      sync.markSent(2)
      sync.recordPush({
        safe: 0,
        verdicts: [1, 2].map((seq) => ({ ...verdict, seq, cseq: seq, committedAt: monday })),
      })
    })
    desk.store.close()
    rmSync(paths().database)
    const store = desk.reopen()
    expect(store.incarnation).not.toBe(before)
    // The copy knows of no confirmation, so all are sent again under their ids; the server drops what it has.
    expect(store.read.sync.position()).toEqual({ ack: 0, last: 5 })
    expect(store.read.sync.batch(1, { ops: 10, bytes: 1e6 })?.ops).toHaveLength(5)
    const next = take(1)
    expect(said).not.toContain(next[0])
    expect(store.verify().problems).toEqual([])
  })

  it('[JRN-9] leaves a gap in the numbers when the journal is damaged too, for nobody knows which were printed', () => {
    const said = take(9)
    desk.store.nightly(day('2026-11-23'))
    const printed = take(3)
    desk.store.close()
    rmSync(paths().database)
    const [segment = ''] = readdirSync(paths().journal)
    const at = join(paths().journal, segment)
    const bytes = readFileSync(at)
    // The last act is in neither any more.
    const marks = [...bytes.toString('latin1').matchAll(/YJF1/g)].map(({ index }) => index)
    flipBit(at, (marks.at(-1) ?? 0) + 100)
    const store = desk.reopen()
    expect(store.opening.rebuilt).toMatchObject({ gap: true })
    expect(missingOf(store, [...said, ...printed])).toEqual(printed.slice(-1))
    const [next = ''] = take(1)
    expect(printed).not.toContain(next)
    expect(next).toBe(`990123-20261123-W03-${String(11 + counterGap + 1)}`)
    expect(store.verify().problems).toEqual([])
  })

  it('[JRN-6] [JRN-9] knows the numbers that were given, also of acts that the journal has let go of', () => {
    const said = take(45)
    const segments = readdirSync(paths().journal).sort()
    expect(segments.length).toBeGreaterThan(1)
    desk.store.idle()
    expect(readdirSync(paths().journal).sort()).toEqual(segments)
    const verdicts = said.map((_, at) => ({
      seq: at + 1,
      verdict: 'applied' as const,
      reason: null,
      ref: null,
      cseq: at + 1,
      committedAt: monday,
    }))
    desk.store.transact(({ sync }) => sync.recordPush({ safe: 44, verdicts }))
    desk.store.idle()
    expect(readdirSync(paths().journal).sort()).toEqual(segments.slice(1))
    expect(desk.store.verify().problems).toEqual([])
    desk.store.close()
    rmSync(paths().database)
    const store = desk.reopen()
    // The server has the others, and the next pull brings them.
    expect(store.opening.rebuilt).toMatchObject({ copy: null, gap: false })
    expect(missingOf(store, said).length).toBeGreaterThan(20)
    expect(missingOf(store, said.slice(-1))).toEqual([])
    expect(take(1)).toEqual(['990123-20261123-W03-0046'])
  })

  it('[JRN-10] with neither copy nor journal is left as it is and refused', () => {
    take(2)
    desk.store.close()
    rmSync(paths().journal, { recursive: true })
    flipBit(paths().database, 200)
    const before = readFileSync(paths().database)
    const opened = openStore({ dir: desk.dir, key: desk.key, nativeBinding: null })
    expect(opened).toMatchObject({ ok: false, error: { code: 'damaged' } })
    expect(readFileSync(paths().database).equals(before)).toBe(true)
    expect(inside(paths().aside)).toEqual([])
  })

  it('[JRN-16] that is met at work is read through at the next opening, and trusted again when it is whole', () => {
    const said = take(2)
    desk.store.suspect()
    expect(desk.reopen().opening.rebuilt).toBeNull()
    expect(existsSync(paths().suspect)).toBe(false)
    desk.store.close()
    flipBit(paths().database, readFileSync(paths().database).length - 2000)
    appendFileSync(paths().suspect, '')
    const store = desk.reopen()
    expect(store.opening.rebuilt).not.toBeNull()
    expect([existsSync(paths().suspect), missingOf(store, said)]).toEqual([false, []])
  })
})

describe('the copy of a night', () => {
  it('[JRN-11] is made once a day, can be opened, and seven are kept', () => {
    take(2)
    const days = [16, 17, 18, 19, 20, 21, 22, 23, 24].map((n) => day(`2026-11-${String(n)}`))
    for (const night of days) {
      expect(desk.store.nightly(night)).toMatchObject({ operations: 2 })
      expect(desk.store.nightly(night)).toBeNull()
    }
    expect(nightsIn(paths().copies)).toEqual(days.slice(-7))
    const path = join(paths().copies, 'night-2026-11-24.db')
    expect(checkCopy(path, { key: desk.key, nativeBinding: null })).toMatchObject({ operations: 2 })
    expect(readFileSync(path).includes('周文静')).toBe(false)
    expect(readdirSync(paths().copies).filter((name) => !name.endsWith('.db'))).toEqual([])
  })

  it('[JRN-11] is not made of a damaged file, and takes no good copy away', { timeout: 60_000 }, () => {
    take(8)
    desk.store.nightly(day('2026-11-23'))
    desk.store.close()
    const sound = readFileSync(paths().database)
    const outcomes = new Set<string>()
    for (let page = 2; page < sound.length / 4096; page += 3) {
      writeFileSync(paths().database, sound)
      flipBit(paths().database, page * 4096 + 100)
      const opened = openStore({ dir: desk.dir, key: desk.key, nativeBinding: null, repair: false })
      if (!opened.ok) continue
      outcomes.add(failureOf(() => opened.value.nightly(day('2026-11-24'))))
      opened.value.close()
    }
    expect([...outcomes]).toEqual(['damaged'])
    expect(nightsIn(paths().copies)).toEqual(['2026-11-23'])
    writeFileSync(paths().database, sound)
    desk.reopen()
  })

  it('[JRN-11] that was damaged later is told from a good one', () => {
    take(2)
    const copy = desk.store.copyTo(join(desk.dir, 'elsewhere', 'desk.db'))
    flipBit(copy.path, copy.bytes - 2000)
    expect(failureOf(() => checkCopy(copy.path, { key: desk.key, nativeBinding: null }))).toBe('damaged')
  })
})
