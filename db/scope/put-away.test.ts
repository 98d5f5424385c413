import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import { type Desk, aDevice, openDesk } from '../_testing.ts'
import { connect } from '../connect.ts'
import { storePaths } from '../store-file.ts'
import { type History, aHistory } from '../sync/_testing.ts'

const dayMs = 86_400_000
const idNumber = '990000199001010017'
const name = '慕容惜文'
/** By which the number is found, as the index keeps it: without what it shares with the word before. */
const endInIndex = '6010017'

let desk: Desk
let other: Desk
let history: History
let later: number
beforeEach(() => {
  history = aHistory()
  later = 0
  desk = openDesk()
  other = openDesk({ device: aDevice({ deviceNo: 'W09', device: '0199f000-0000-7000-8000-000000000009' }) })
})
afterEach(() => {
  desk.remove()
  other.remove()
})

const window = JSON.stringify({ kind: 'window', closedDays: 30 })
const accept = (over = {}) =>
  ({
    kind: 'service.accept',
    intake: aServiceIntake({ applicant: anApplicant({ name, idNumber, ...over }) }),
  }) as const
const withdraw = { kind: 'service.withdraw', reason: '申请人撤回' } as const

/** The server has it all, a second machine too, and so many days have gone by since. */
const settle = (days: number, ...all: readonly Desk[]) => {
  for (const { store } of all) {
    history.push(store)
    history.pull(store)
  }
  for (const { store } of all) {
    history.pull(store)
    store.transact(({ sync }) => sync.recordHello({ safe: store.read.sync.position().ack }))
  }
  pass(days)
}
/** Something happens so many days later, and every desk hears of it. */
const pass = (days: number) => {
  later += days
  const made = other.open({ ...accept({ name: '别人', idNumber: '99000019800101016X' }) })
  history.push(other.store)
  const last = history.ops.at(-1)
  if (last === undefined) throw new Error('no history')
  history.ops[history.ops.length - 1] = { ...last, committedAt: last.committedAt + later * dayMs }
  for (const { store } of [desk, other]) history.pull(store)
  return made
}
const give = ({ store }: Desk, scope = window) => store.transact(({ meta }) => meta.set('scope', scope))
const closed = (of: Desk = desk) => {
  const { id } = of.open(accept())
  of.act(id, withdraw)
  return id
}
/** Another act of this desk, so that the end of its chain is not in question. */
const goOn = () => desk.open(accept({ name: '别人', idNumber: '99000019800101016X' }))
const isHere = (id: string) => desk.store.read.cases.find(id) !== null

/** Every byte of the file as SQLite sees it, free pages and all. */
const plainBytes = (): Buffer => {
  desk.store.close()
  const paths = storePaths(desk.dir)
  const { database } = connect(paths.database, { key: desk.key, nativeBinding: null, maxPages: null })
  // The driver has it; the part of it that the store stands on has not.
  const { serialize } = database as unknown as { serialize: () => Buffer }
  const bytes = serialize.call(database)
  database.close()
  expect(statSync(join(desk.dir, 'desk.db')).size).toBeGreaterThanOrEqual(bytes.length)
  desk.reopen()
  return bytes
}

describe('putting away', () => {
  it('[RET-1] lets go of cases that are over for longer than the scope keeps them, and of nothing else', () => {
    const old = closed()
    const foreign = closed(other)
    const open = goOn().id
    settle(31, desk, other)
    expect(desk.store.putAway()).toBe(0)
    give(desk)
    const late = closed()
    settle(0, desk, other)
    expect(desk.store.putAway()).toBe(2)
    expect([old, foreign, open, late].map(isHere)).toEqual([false, false, true, true])
    expect(desk.store.read.log.ofEntity(old)).toEqual([])
    expect(desk.store.putAway()).toBe(0)
    expect(desk.store.verify().problems).toEqual([])
    desk.reopen()
    expect(desk.store.verify().problems).toEqual([])
  })

  it.each(['center', 'kiosk'])('[RET-1] has nothing to do where age does not matter: %s', (kind) => {
    closed()
    goOn()
    settle(3000, desk, other)
    give(desk, JSON.stringify({ kind }))
    expect(desk.store.putAway()).toBe(0)
  })

  it('[RET-1] keeps what is not safe, what waits, what was refused, and what something open is about', () => {
    give(desk)
    const unsafe = closed()
    goOn()
    for (const { store } of [desk, other]) history.push(store)
    pass(31)
    expect(desk.store.putAway()).toBe(0)
    settle(0, desk, other)
    expect(desk.store.read.sync.position().ack).toBeGreaterThan(0)
    // Both withdraw; this desk comes second.
    const refused = desk.open(accept()).id
    settle(0, desk, other)
    other.act(refused, withdraw)
    history.push(other.store)
    desk.act(refused, withdraw)
    settle(31, desk, other)
    expect(desk.store.read.sync.countAttention()).toBe(1)
    const drafted = closed()
    goOn()
    settle(31, desk, other)
    desk.store.transact(({ drafts }) =>
      drafts.save({ id: drafted, kind: 'service', title: '草稿', form: '{}' }, 'S01', 1),
    )
    const waiting = closed()
    goOn()
    settle(31, desk, other)
    desk.act(waiting, { kind: 'case.note', text: '还没送出' })
    expect(desk.store.putAway()).toBe(1)
    expect([unsafe, refused, drafted, waiting].map(isHere)).toEqual([false, true, true, true])
    expect(desk.store.verify().problems).toEqual([])
  })

  it('[RET-2] keeps the links: the chain goes on, is sent from any place, and is proved, and the journal brings nothing back', () => {
    give(desk)
    const first = closed()
    const kept = goOn().id
    settle(31, desk, other)
    const tip = desk.store.read.sync.tip()
    const sent = desk.store.read.sync.batch(3, { ops: 10, bytes: 1_000_000 })
    expect(desk.store.putAway()).toBe(1)
    expect(desk.store.read.sync.tip()).toEqual(tip)
    // What stands before it was put away, and is still what the server is told.
    expect(desk.store.read.sync.batch(3, { ops: 10, bytes: 1_000_000 })).toEqual(sent)
    const heads = desk.store.read.sync.heads('990123')
    expect(heads.at(heads.last)).toBe(history.ops[heads.last - 1]?.head)
    desk.act(kept, { kind: 'case.note', text: '继续' })
    settle(0, desk, other)
    expect(desk.store.verify().problems).toEqual([])
    // A journal that is ahead is read from its beginning.
    desk.tamper((exec) =>
      exec('DELETE FROM operation WHERE n = (SELECT max(n) FROM operation WHERE status IS NOT NULL)'),
    )
    desk.reopen()
    expect(isHere(first)).toBe(false)
    expect(desk.store.read.log.ofEntity(first)).toEqual([])
  })

  it('[RET-2] comes back whole when it comes alive', () => {
    give(desk)
    const foreign = closed(other)
    goOn()
    settle(31, desk, other)
    expect(desk.store.putAway()).toBe(1)
    const { cseq } = desk.store.read.sync.cursor('990123')
    const brought = history.ops.slice(0, cseq).filter(({ canon }) => canon.includes(foreign))
    other.act(foreign, { kind: 'case.note', text: '又来了' })
    history.push(other.store)
    const applied = desk.store.transact(({ sync }) =>
      sync.applyPull({ center: '990123', ops: history.ops.slice(cseq), runs: [], brought }),
    )
    expect(applied.ok).toBe(true)
    expect(desk.store.read.cases.find(foreign)?.state).toEqual(other.store.read.cases.find(foreign)?.state)
    expect(desk.store.verify().problems).toEqual([])
  })

  it('[RET-3] leaves nothing of it in any page of the file, nor in the write-ahead log', () => {
    give(desk)
    for (let n = 0; n < 30; n++) {
      const id = closed()
      desk.act(id, { kind: 'case.note', text: `${name}来电 ${idNumber}`.repeat(20 + n) })
    }
    goOn()
    settle(31, desk, other)
    // A form that was given up fills pages that come free, with what was in it.
    const form = JSON.stringify({ note: `${name} ${idNumber}`.repeat(4000) })
    const id = desk.newId()
    desk.store.transact(({ drafts }) => drafts.save({ id, kind: 'service', title: '草稿', form }, 'S01', 1))
    desk.store.transact(({ drafts }) => drafts.discard(id, 'S01'))
    desk.store.optimize()
    const before = plainBytes()
    for (const trace of [idNumber, name, endInIndex]) expect(before.includes(trace)).toBe(true)
    expect(desk.store.putAway()).toBe(30)
    const bytes = plainBytes()
    for (const trace of [idNumber, name, endInIndex]) expect(bytes.includes(trace), trace).toBe(false)
    expect(desk.store.verify().problems).toEqual([])
  })
})
