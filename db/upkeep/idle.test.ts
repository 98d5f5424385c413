import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, openDesk } from '../_testing.ts'
import { connect } from '../connect.ts'
import { storePaths } from '../store-file.ts'

let desk: Desk
afterEach(() => {
  desk.remove()
})

const takeIn = (count: number): void => {
  for (let n = 0; n < count; n++) desk.open({ kind: 'service.accept', intake: aServiceIntake() })
}

describe('upkeep', () => {
  it('between customers moves the write-ahead log into the file, so that it starts again from its beginning', () => {
    desk = openDesk()
    const wal = () => statSync(join(desk.dir, 'desk.db-wal')).size
    takeIn(5)
    desk.store.idle()
    const size = wal()
    takeIn(2)
    expect(wal()).toBe(size)
    expect(desk.store.verify().ok).toBe(true)
  })

  it('at closing time leaves an empty log and counts without single samples, which would make SQLite plan every call anew', () => {
    desk = openDesk()
    takeIn(5)
    desk.store.optimize()
    expect(statSync(join(desk.dir, 'desk.db-wal')).size).toBe(0)
    desk.store.close()
    const { database } = connect(storePaths(desk.dir).database, { key: desk.key, nativeBinding: null, maxPages: null })
    expect(database.prepare('SELECT count(*) AS n FROM sqlite_stat4').get()).toEqual({ n: 0 })
    expect(database.prepare(`SELECT count(*) > 0 AS yes FROM sqlite_stat1 WHERE tbl = 'cases'`).get()).toEqual({
      yes: 1,
    })
    database.close()
    desk.reopen()
    takeIn(1)
    expect(desk.store.verify().ok).toBe(true)
  })

  it('on closing leaves nothing in the write-ahead log', () => {
    desk = openDesk()
    takeIn(3)
    desk.store.close()
    const { database } = connect(storePaths(desk.dir).database, { key: desk.key, nativeBinding: null, maxPages: null })
    expect(database.prepare('SELECT count(*) AS n FROM cases').get()).toEqual({ n: 3 })
    database.close()
  })
})
