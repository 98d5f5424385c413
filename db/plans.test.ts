import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDisclosureIntake, aServiceIntake, anApplicant, day } from '../domain/case/_testing.ts'
import { type Desk, openDesk } from './_testing.ts'
import { inBatches } from './bulk/in-batches.ts'
import { byNo } from './cases/find-by-no.ts'
import { hintStatements } from './cases/hints.ts'
import { countStatements } from './cases/list-counts.ts'
import { queueStatements } from './cases/queue.ts'
import { listStatements } from './cases/list-keys.ts'
import { choiceStatements } from './cases/choices.ts'
import { withinStatements } from './cases/list-within-keys.ts'
import { rowsBySeq } from './cases/list-rows.ts'
import { connect } from './connect.ts'
import { activeCalendars } from './calendar/calendar-in-use.ts'
import { listExportStatements } from './list-exports/reader.ts'
import { listViewStatements } from './list-views/reader.ts'
import { journalStatements } from './journal/keeper.ts'
import { recordStatements } from './records/list.ts'
import { recordLookups } from './records/reader.ts'
import { peopleStatements } from './cases/people.ts'
import { ofStaff } from './drafts/reader.ts'
import { staffByLogin } from './reference/reader.ts'
import { type HitShape, hitStatements } from './search/statements.ts'
import type { SqliteDatabase } from './sqlite.ts'
import type { SqlParams, Statement } from './statement.ts'
import { storePaths } from './store-file.ts'
import { syncStatements } from './sync/reader.ts'

/** Enough rows for the planner to have an opinion. */
const cases = 3000
let desk: Desk
let database: SqliteDatabase

beforeAll(() => {
  desk = openDesk()
  const numbers = Array.from({ length: cases }, (_, n) => n)
  inBatches(desk.store, numbers, ({ cases: writer }, n) => {
    const caseNo = writer.nextCaseNo('990123', day('2026-11-23'), 'W03')
    const applicant = anApplicant({ name: `王${String.fromCodePoint(0x4e00 + (n % 900))}`, reportCategory: 'natural' })
    const stamp = {
      op: desk.newId(),
      entity: desk.newId(),
      base: 0,
      actor: 'S01',
      session: null,
      wall: desk.clock.wall,
      mono: n,
    }
    const opening = { caseNo, on: day('2026-11-23') }
    if (n % 3 === 0)
      writer.record(
        { kind: 'disclosure.register', data: { ...opening, intake: aDisclosureIntake({ applicant }) } },
        stamp,
      )
    else if (n % 10 === 1) {
      const refusal = { ground: 'not_eligible', explanation: '不符合条件' } as const
      writer.record(
        { kind: 'service.refuse', data: { ...opening, intake: aServiceIntake({ applicant }), ...refusal } },
        stamp,
      )
    } else writer.record({ kind: 'service.accept', data: { ...opening, intake: aServiceIntake({ applicant }) } }, stamp)
  })
  desk.store.close()
  database = connect(storePaths(desk.dir).database, { key: desk.key, nativeBinding: null, maxPages: null }).database
}, 120_000)
afterAll(() => {
  database.close()
  desk.remove()
})

/** FTS5's own word for "I match, bound below a rowid, and hand out rowids descending". */
const newestFirst = 0x40 + 0x80
const oldestFirst = 0

const plan = <P extends SqlParams>(statement: Statement<P, unknown>): string => {
  const { sql, slots } = statement.compiled()
  return database
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...slots.map(() => null))
    .map((row) => (typeof row === 'object' && row !== null && 'detail' in row ? String(row.detail) : ''))
    .join('\n')
}

/** With the planner's counts and without: a fresh store has none. */
const inBoth = (check: () => void): void => {
  check()
  database.exec('SAVEPOINT plain; DELETE FROM sqlite_stat1; ANALYZE sqlite_schema')
  check()
  database.exec('ROLLBACK TO plain; RELEASE plain; ANALYZE sqlite_schema')
}

const byIndex: readonly (readonly [string, Statement<never, unknown>, RegExp])[] = [
  [
    'newest',
    listStatements.newest,
    /SEARCH cases USING (?:COVERING )?(?:INTEGER PRIMARY KEY|INDEX \w+) \((?:rowid|seq)<\?\)/,
  ],
  ['newest of a state', listStatements.newestOfStatus, /COVERING INDEX cases_status \(status=\? AND seq<\?\)/],
  ['newest open of a state', listStatements.newestOpenOfStatus, /COVERING INDEX cases_status \(status=\? AND seq<\?\)/],
  ['closed of a state', listStatements.closedOfStatus, /COVERING INDEX cases_closed \(status=\? AND seq<\?\)/],
  ['open by urgency', listStatements.openByUrgency, /COVERING INDEX cases_open \(\(?urgent/],
  ['open by urgency of some states', listStatements.openByUrgencyOfStatuses, /COVERING INDEX cases_open \(\(?urgent/],
  ['rows of a page', rowsBySeq, /SEARCH cases USING INTEGER PRIMARY KEY \(rowid=\?\)/],
  ['count of open', countStatements.countOpen, /COVERING INDEX cases_open/],
  ['count of a state', countStatements.countOfStatus, /COVERING INDEX cases_status \(status=\?\)/],
  ['count of open of a state', countStatements.countOpenOfStatus, /COVERING INDEX cases_(?:status \(status=\?\)|open)/],
  ['queue by limit', queueStatements.dueBy, /INDEX cases_open \(urgent<\?\)/],
  ['queue of a state', queueStatements.inState, /INDEX cases_status \(status=\?\)/],
  ['limits by day', queueStatements.countByDay, /INDEX cases_open \(urgent>\? AND urgent<\?\)/],
  ['own operations of the day', queueStatements.lastOwn, /INDEX sqlite_autoindex_operation_1 \(origin=\?\)/],
  ['by number', byNo, /INDEX sqlite_autoindex_cases_2 \(case_no=\?\)/],
  [
    'known applicants',
    hintStatements.personCases,
    /SCAN case_fts VIRTUAL TABLE INDEX 192:M1\nSEARCH cases USING INTEGER PRIMARY KEY/,
  ],
  [
    'known agents',
    hintStatements.agentCases,
    /SCAN case_fts VIRTUAL TABLE INDEX 192:M1\nSEARCH cases USING INTEGER PRIMARY KEY/,
  ],
  [
    'cases of a person',
    peopleStatements.ofApplicant,
    /SCAN case_fts VIRTUAL TABLE INDEX 192:M1\nSEARCH cases USING INTEGER PRIMARY KEY/,
  ],
  [
    'others with a number',
    hintStatements.othersWithNumber,
    /SCAN case_fts VIRTUAL TABLE INDEX 192:M1\nSEARCH cases USING INTEGER PRIMARY KEY/,
  ],
  ['records, newest first', recordStatements.newest, /INDEX record_newest \(kind=\? AND seq<\?\)/],
  ['records by what is owed', recordStatements.byDue, /INDEX record_due \(kind=\? AND \(?due/],
  [
    'records of a search',
    recordStatements.found,
    /SCAN record_fts VIRTUAL TABLE INDEX .*\nSEARCH record USING INTEGER PRIMARY KEY/,
  ],
  ['record by key', recordLookups.byKey, /INDEX record_own_key \(kind=\? AND rec_key=\?\)/],
  ['records of a case', recordLookups.ofCase, /INDEX record_case \(case_id=\? AND kind=\?\)/],
  ['calendars in use', activeCalendars, /INDEX record_newest \(kind=\?\)/],
  [
    'similar cases',
    hintStatements.similar,
    /SCAN case_fts VIRTUAL TABLE INDEX 192:M1\nSEARCH cases USING INTEGER PRIMARY KEY/,
  ],
  ['exports of a list', listExportStatements.newest, /SCAN list_export USING INDEX list_export_newest/],
  ['exports of a person', listExportStatements.newestOfStaff, /INDEX list_export_staff \(staff_id=\?\)/],
  ['views of a person', listViewStatements.ofStaff, /INDEX sqlite_autoindex_list_view_2 \(staff_id=\?\)/],
  ['drafts of a person', ofStaff, /INDEX draft_staff \(staff_id=\?\)/],
  ['person by login', staffByLogin, /INDEX staff_login \(login=\?\)/],
  ['newest own operation', syncStatements.lastSeq, /INDEX sqlite_autoindex_operation_1 \(origin=\?\)/],
  ['own operations of a batch', syncStatements.ownFrom, /INDEX sqlite_autoindex_operation_1 \(origin=\? AND seq>\?\)/],
  ['waiting operations', syncStatements.ownAfter, /INDEX sqlite_autoindex_operation_1 \(origin=\? AND seq>\?\)/],
  [
    'operations sent without an answer',
    syncStatements.countSent,
    /INDEX sqlite_autoindex_operation_1 \(origin=\? AND seq>\?\)/,
  ],
  [
    'own operations for the journal',
    journalStatements.ownAfter,
    /INDEX sqlite_autoindex_operation_1 \(origin=\? AND seq>\?\)/,
  ],
  ['operations for attention', syncStatements.attention, /INDEX operation_attention/],
  ['count for attention', syncStatements.countAttention, /INDEX operation_attention/],
  ['operations of closed accounts', syncStatements.ofClosedAccounts, /INDEX operation_disabled/],
]

describe('query plans', () => {
  it.each(byIndex)('%s: by an index, in its order', (_name, statement, expected) => {
    inBoth(() => {
      const text = plan(statement)
      expect(text).toMatch(expected)
      expect(text).not.toContain('TEMP B-TREE')
    })
  })

  it.each(withinStatements)('[LIB-1] filtered, %s: by an index, in its order', (_name, statement, expected) => {
    inBoth(() => {
      const text = plan(statement)
      expect(text).toMatch(expected)
      expect(text).not.toContain('TEMP B-TREE')
      expect(text).not.toMatch(/SCAN cases/)
    })
  })

  it.each(Object.entries(choiceStatements))(
    '[LIB-1] what can be filtered by, %s: from value to value',
    (_name, statement) => {
      inBoth(() => {
        const text = plan<never>(statement)
        expect(text).toMatch(/SEARCH cases USING (?:COVERING )?INDEX cases_/)
        expect(text).not.toContain('TEMP B-TREE')
        expect(text).not.toMatch(/SCAN cases/)
      })
    },
  )

  const unproven: readonly HitShape['unproven'][] = [[], ['word'], ['word_or_match', 'word']]
  const shapes = unproven.flatMap((terms) =>
    [false, true].flatMap((statuses) =>
      [false, true].flatMap((openOnly) =>
        [false, true].map((within) => ({ unproven: terms, statuses, openOnly, within })),
      ),
    ),
  )

  it.each(shapes)('search %o: the index hands out the newest first, rows by key', (shape) => {
    inBoth(() => {
      const { page, count } = hitStatements(shape)
      const inOrder = [
        [page, newestFirst],
        [count, oldestFirst],
      ] as const
      for (const [statement, order] of inOrder) {
        const text = plan(statement)
        expect(text).toContain(`SCAN case_fts VIRTUAL TABLE INDEX ${order}:M1<`)
        expect(text).not.toContain('TEMP B-TREE')
        expect(text).not.toMatch(/SCAN cases/)
        if (shape.unproven.length > 0 || shape.statuses || shape.openOnly || shape.within)
          expect(text).toContain('SEARCH cases USING INTEGER PRIMARY KEY')
      }
    })
  })
})
