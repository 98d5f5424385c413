import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake, aSnapshot, anApplicant } from '../../domain/case/_testing.ts'
import { aNotice } from '../../domain/record/calendar/_testing.ts'
import { decideRecord } from '../../domain/record/decide.ts'
import { searchRules } from '../../domain/text/search-tokens.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { type Desk, openDesk } from '../_testing.ts'
import { inBatches } from '../bulk/in-batches.ts'
import { connect } from '../connect.ts'
import { storePaths } from '../store-file.ts'
import type { ReindexProgress } from './rebuild-search.ts'

const cases = 450

let desk: Desk
beforeEach(() => {
  desk = openDesk()
  const item = aSnapshot({ name: '公共场所卫生许可（新办）' })
  desk.open({ kind: 'service.accept', intake: aServiceIntake({ item, applicant: anApplicant({ name: '欧阳·娜娜' }) }) })
  takeIn()
})
afterEach(() => {
  desk.remove()
})

/** A holiday notice, as the one record beside the cases. */
const takeIn = (): void => {
  desk.store.transact((writer) => {
    const entity = desk.newId()
    const context = {
      today: plainDateInShanghai(desk.clock.wall),
      role: 'administrator',
      calendar: desk.store.calendar,
      nextLetterNo: () => '1',
    } as const
    const notice = { ...aNotice, number: '国办发明电〔2026〕7号' }
    const decided = decideRecord(null, { kind: 'calendar.import', notice }, context)
    if (!decided.ok) throw new Error(JSON.stringify(decided.error))
    const stamp = { op: desk.newId(), entity, base: 0, actor: 'S01', session: null, wall: desk.clock.wall, mono: 0 }
    writer.records.record(decided.value, stamp)
  })
}

const wholeList = { statuses: [], openOnly: false, order: 'newest', cursor: null, limit: 9 } as const

const hits = (text: string): number => desk.store.read.search.cases(text, 1000).length

const recordHits = (text: string): number =>
  desk.store.read.records.list({ ...wholeList, statuses: [], kind: 'calendar', text }).rows.length

/** The index as other rules would have made it: nothing that anybody can ask for. */
const foreignIndex = `
  INSERT INTO case_fts (case_fts) VALUES ('delete-all');
  INSERT INTO record_fts (record_fts) VALUES ('delete-all');
  INSERT INTO case_fts (rowid, tokens) SELECT seq, 'foreign' FROM cases;
  INSERT INTO record_fts (rowid, tokens) SELECT seq, 'foreign' FROM record;
  UPDATE cases SET haystack = 'foreign'; UPDATE record SET haystack = 'foreign';`

/** Changes the closed file and leaves it closed. Answers its pages. */
const change = (sql: string): number => {
  desk.store.close()
  const { database } = connect(storePaths(desk.dir).database, { key: desk.key, nativeBinding: null, maxPages: null })
  database.exec(sql)
  const pages = Number(database.pragma('page_count', { simple: true }))
  database.close()
  return pages
}

const fill = (): void => {
  const others = Array.from({ length: cases - 1 }, (_, n) => n)
  inBatches(desk.store, others, (writer, n) => {
    const on = plainDateInShanghai(desk.clock.wall)
    const data = { on, caseNo: writer.cases.nextCaseNo('990123', on, 'W03'), intake: aServiceIntake() }
    const stamp = {
      op: desk.newId(),
      entity: desk.newId(),
      base: 0,
      actor: 'S01',
      session: null,
      wall: desk.clock.wall,
      mono: n,
    }
    writer.cases.record({ kind: 'service.accept', data }, stamp)
  })
}

describe('a search index made by other rules', () => {
  it.each([
    ['older', `UPDATE meta SET v = '${searchRules - 1}' WHERE k = 'search_rules'`],
    ['before there were numbers', `DELETE FROM meta WHERE k = 'search_rules'`],
    ['newer', `UPDATE meta SET v = '${searchRules + 1}' WHERE k = 'search_rules'`],
  ])('[TXT-10] is made anew when the store opens: %s', (_, mark) => {
    change(foreignIndex)
    desk.reopen()
    expect([hits('（新'), hits('欧阳娜娜'), recordHits('〔2')]).toEqual([0, 0, 0])
    expect(desk.store.verify().ok).toBe(false)
    change(mark)
    const told: ReindexProgress[] = []
    desk.reopen({ onReindex: (progress) => told.push(progress) })
    expect([hits('（新'), hits('新办'), hits('oynn'), hits('公共场所卫生许可'), hits('foreign')]).toEqual([
      1, 1, 1, 1, 0,
    ])
    expect([recordHits('〔2'), recordHits('明电'), recordHits('foreign')]).toEqual([1, 1, 0])
    expect(told.at(-1)).toEqual({ done: 2, total: 2 })
    expect(desk.store.verify()).toMatchObject({ ok: true, cases: 1 })
    told.length = 0
    desk.reopen({ onReindex: (progress) => told.push(progress) })
    expect(told).toEqual([])
  })

  it('[TXT-10] starts again when the desk was killed over it', { timeout: 30_000 }, () => {
    fill()
    change(`${foreignIndex} UPDATE meta SET v = '0' WHERE k = 'search_rules'`)
    const child = fileURLToPath(new URL('./_reindex-child.ts', import.meta.url))
    const killed = spawnSync(process.execPath, [child, desk.dir, Buffer.from(desk.key).toString('hex')])
    expect([killed.signal, String(killed.stderr)]).toEqual(['SIGKILL', ''])
    const { database } = connect(storePaths(desk.dir).database, { key: desk.key, nativeBinding: null, maxPages: null })
    const found = (token: string) =>
      database.prepare('SELECT count(*) AS n FROM case_fts WHERE case_fts MATCH ?').get(`"${token}"`)
    expect(database.prepare(`SELECT v FROM meta WHERE k = 'search_rules'`).get()).toEqual({ v: '0' })
    expect([found('foreign'), found('许可')]).toEqual([{ n: cases }, { n: 0 }])
    database.close()
    const told: ReindexProgress[] = []
    desk.reopen({ onReindex: (progress) => told.push(progress) })
    expect(hits('许可')).toBe(cases)
    expect(told[0]?.done).toBeLessThan(cases / 2)
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b))
    expect(told.at(-1)).toEqual({ done: cases + 1, total: cases + 1 })
    expect(desk.store.verify()).toMatchObject({ ok: true, cases })
  })

  it('is made once there is room, when the disk is full', () => {
    fill()
    const pages = change(`${foreignIndex} UPDATE meta SET v = '0' WHERE k = 'search_rules'; VACUUM`)
    expect(() => desk.reopen({ maxPages: pages + 2 })).toThrow('disk_full')
    desk.reopen()
    expect(hits('许可')).toBe(cases)
    expect(desk.store.verify().ok).toBe(true)
  })

  it('leaves out a case that cannot be read, opens, and verify names that case', () => {
    desk.open({ kind: 'service.accept', intake: aServiceIntake() })
    change(`UPDATE case_state SET state = '{' WHERE seq = 1; UPDATE meta SET v = '0' WHERE k = 'search_rules'`)
    desk.reopen()
    expect(hits('许可')).toBe(1)
    expect(desk.store.verify().problems).toContainEqual(
      expect.objectContaining({ code: 'search_broken', detail: 'not in the index', rows: 1 }),
    )
  })
})
