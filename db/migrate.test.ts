import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../domain/case/_testing.ts'
import { type Desk, failureOf, openDesk } from './_testing.ts'
import { connect } from './connect.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'
import { type OldStore, storeBefore } from './migrations/_testing.ts'

let remove: () => void = () => undefined
afterEach(() => {
  remove()
})

const keep = <T extends OldStore | Desk>(thing: T): T => {
  remove = thing.remove
  return thing
}

/** The newest step of the program. */
const before = migrations.at(-1)?.id ?? 0

const later: Migration = {
  id: 9000,
  name: 'later',
  sql: 'CREATE TABLE later (a INTEGER) STRICT; INSERT INTO later VALUES (1)',
}

/** Fills pages: a row of 4,000 bytes in each. */
const hungry: Migration = {
  id: 9010,
  name: 'hungry',
  sql: `CREATE TABLE hungry (a BLOB) STRICT;
    INSERT INTO hungry WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT zeroblob(4000) FROM n`,
}

describe('migrate', () => {
  it('has steps in ascending tens with names of their own', () => {
    const ids = migrations.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort((a, b) => a - b))
    expect(ids.every((id) => id % 10 === 0)).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(ids.length)
  })

  it('copies a store that holds data before it changes it, encrypted with the same key', () => {
    const desk = keep(openDesk())
    const { caseNo } = desk.open({ kind: 'service.accept', intake: aServiceIntake() })
    desk.reopen({ migrations: [...migrations, later] })
    const copy = join(desk.dir, 'copies', `desk-schema-${String(before).padStart(4, '0')}.db`)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(readFileSync(copy).includes('CREATE TABLE')).toBe(false)
    const { database } = connect(copy, { key: desk.key, nativeBinding: null, maxPages: null })
    expect(database.prepare('SELECT case_no FROM cases').get()).toEqual({ case_no: caseNo })
    expect(database.pragma('user_version', { simple: true })).toBe(before)
    database.close()
    expect(desk.store.read.cases.count()).toBe(1)
  })

  it('keeps every act that waits to be sent, all 500 of them (peers.md 2.11 row 6)', () => {
    const desk = keep(openDesk())
    const id = desk.newId()
    desk.act(id, { kind: 'service.accept', intake: aServiceIntake() })
    for (let n = 1; n < 500; n++) desk.act(id, { kind: 'case.note', text: `备注 ${n}` })
    expect(desk.store.read.sync.countWaiting()).toBe(500)
    const hashes = desk.store.read.log.ofEntity(id).map(({ hash }) => hash)
    desk.reopen({ migrations: [...migrations, later] })
    expect(desk.store.read.sync.countWaiting()).toBe(500)
    expect(desk.store.read.log.ofEntity(id).map(({ hash }) => hash)).toEqual(hashes)
    expect(desk.store.verify().problems).toEqual([])
  })

  it('copies neither a new file nor one that is up to date', () => {
    const desk = keep(openDesk())
    desk.reopen()
    expect(existsSync(join(desk.dir, 'copies'))).toBe(false)
  })

  it('stops at a step when the disk is full, and goes on when there is room', () => {
    const store = keep(storeBefore(9000))
    const copies = join(store.dir, 'copies')
    const steps = [...migrations, later, hungry]
    const { database } = store.connection
    store.exec(`PRAGMA max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 20}`)
    expect(failureOf(() => migrate(store.connection, steps, copies))).toBe('disk_full')
    expect(database.inTransaction).toBe(false)
    expect(database.pragma('user_version', { simple: true })).toBe(9000)
    expect(store.rows('SELECT a FROM later')).toEqual([{ a: 1 }])
    expect(store.rows(`SELECT name FROM sqlite_schema WHERE name = 'hungry'`)).toEqual([])
    store.exec('PRAGMA max_page_count = 100000')
    expect(migrate(store.connection, steps, copies)).toMatchObject({ from: 9000, to: 9010 })
    expect(store.rows('SELECT count(*) AS n FROM hungry')).toEqual([{ n: 500 }])
    expect(store.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  it('changes nothing when it cannot make the copy', () => {
    const store = keep(storeBefore(9000))
    const notFolder = join(store.dir, 'desk.db', 'copies')
    expect(failureOf(() => migrate(store.connection, [...migrations, later], notFolder))).toBe('unexpected')
    expect(store.rows('PRAGMA user_version')).toEqual([{ user_version: before }])
  })

  it('refuses a file of another program and a newer one', () => {
    const store = keep(storeBefore(10))
    store.exec('CREATE TABLE theirs (a INTEGER)')
    expect(failureOf(() => migrate(store.connection, migrations, store.dir))).toBe('not_a_store')
    store.exec('DROP TABLE theirs')
    migrate(store.connection, [...migrations, later], store.dir)
    expect(failureOf(() => migrate(store.connection, migrations, store.dir))).toBe('newer_schema')
  })
})
