// A transaction whose last step fails, made to fail in earnest: a reference that points nowhere is only found by COMMIT.
import { afterEach, describe, expect, it } from 'vitest'
import type { ReferenceOperation } from '../../contract/operation.ts'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, failureOf, openDesk } from '../_testing.ts'
import { calendarInUse } from '../calendar/calendar-in-use.ts'
import { connect } from '../connect.ts'
import { expectRoom } from '../free-space.ts'
import { logReader } from '../log/reader.ts'
import { storePaths } from '../store-file.ts'
import { transactor } from '../transact.ts'
import { seqsOf } from './_testing.ts'
import { type JournalDisk, realDisk } from './files.ts'
import { openJournal } from './journal.ts'
import { journalKeeper } from './keeper.ts'

let desk: Desk
afterEach(() => desk.remove())

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const

/** The files of a closed desk under a transactor of the test's own. */
const openBare = (disk: JournalDisk = realDisk) => {
  desk.store.close()
  const paths = storePaths(desk.dir)
  const connection = connect(paths.database, { key: desk.key, nativeBinding: null, maxPages: null })
  const journal = openJournal({ dir: paths.journal, key: desk.key, disk })
  const keeper = journalKeeper(connection, journal, () => undefined)
  const { transact } = transactor(connection, () => calendarInUse(connection), keeper)
  const window: ReferenceOperation = {
    kind: 'window.set',
    data: { deviceNo: 'W03', name: '窗口', phone: null, organs: [] },
  }
  /** Adds an own operation; `broken` = and a row whose case does not exist. */
  const add = (broken: boolean): void => {
    transact(({ reference }) => {
      reference.record(window, { op: desk.newId(), actor: 'S01', session: null, wall: desk.clock.wall, mono: 0 })
      if (!broken) return
      connection.database.exec(
        `PRAGMA defer_foreign_keys = 1; INSERT INTO case_state (seq, state) VALUES (99999, '{}')`,
      )
    })
  }
  return {
    add,
    seqs: () => seqsOf(journal.entries()),
    count: () => logReader(connection).count(),
    close: () => {
      journal.close()
      connection.database.close()
    },
  }
}

describe('a commit that fails', () => {
  it('[JRN-4] takes its frame back, so that the act does not come back and its number is free', () => {
    desk = openDesk()
    desk.open(accept)
    const bare = openBare()
    for (const n of [2, 3, 4]) {
      expect(() => bare.add(true)).toThrow('FOREIGN KEY')
      expect([bare.seqs(), bare.count()]).toEqual([Array.from({ length: n - 1 }, (_, at) => at + 1), n - 1])
      bare.add(false)
      expect([bare.seqs(), bare.count()]).toEqual([Array.from({ length: n }, (_, at) => at + 1), n])
    }
    expect(() => bare.add(true)).toThrow('FOREIGN KEY')
    bare.close()
    const store = desk.reopen()
    expect(store.opening).toEqual({ rebuilt: null, reconciled: { redone: 0, rewritten: 0, damage: [] } })
    expect([store.read.log.count(), store.verify().problems]).toEqual([4, []])
  })

  it('[JRN-4] whose frame cannot be taken back makes the store read-only; it opens again with what the journal says', () => {
    desk = openDesk()
    desk.open(accept)
    let syncs = 0
    const bare = openBare({
      write: realDisk.write,
      sync: (file) => {
        // The frame goes down, its removal does not.
        if (++syncs > 1) throw Object.assign(new Error('i/o'), { code: 'EIO' })
        realDisk.sync(file)
      },
    })
    expect(failureOf(() => bare.add(true))).toBe('read_only')
    expect(failureOf(() => bare.add(false))).toBe('read_only')
    expect(bare.count()).toBe(1)
    bare.close()
    const store = desk.reopen()
    expect([store.read.log.count(), store.verify().problems]).toEqual([1 + store.opening.reconciled.redone, []])
    desk.open(accept)
    expect(store.verify().problems).toEqual([])
  })
})

describe('a disk that is nearly full', () => {
  it('[JRN-12] takes no further act and says why; what is not an act goes on', () => {
    desk = openDesk()
    const state = desk.open(accept)
    desk.reopen({ reserve: Number.MAX_SAFE_INTEGER })
    expect(failureOf(() => desk.open(accept))).toBe('disk_low')
    expect(desk.store.read.log.count()).toBe(1)
    desk.store.transact(({ sync, drafts }) => {
      sync.markSent(1)
      drafts.save({ id: desk.newId(), kind: 'service', title: '', form: '{}' }, 'S01', 1)
    })
    expect(desk.store.read.drafts.list('S01')).toHaveLength(1)
    desk.reopen()
    expect(desk.open(accept).caseNo > state.caseNo).toBe(true)
    expect(desk.store.verify().problems).toEqual([])
  })

  it('[JRN-12] asks the disk itself', () => {
    desk = openDesk()
    expect(() => expectRoom([desk.dir], 1)).not.toThrow()
    expect(failureOf(() => expectRoom([desk.dir], 2 ** 60))).toBe('disk_low')
  })
})
