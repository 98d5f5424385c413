import { afterEach, describe, expect, it, vi } from 'vitest'
import { aServiceIntake, day } from '../domain/case/_testing.ts'
import { type Desk, failureOf, openDesk } from './_testing.ts'
import type { ChangeTopic, StoreWriter } from './store.ts'

let desk: Desk
afterEach(() => {
  vi.restoreAllMocks()
  desk.remove()
})

const draft = (id: string) => ({ id, kind: 'service', title: '卫生许可', form: '{}' }) as const
const accept = { kind: 'service.accept', intake: aServiceIntake() } as const

describe('transact', () => {
  it('writes nothing when the work throws, and throws what it threw', () => {
    desk = openDesk()
    const bug = new Error('a bug')
    const id = desk.newId()
    expect(() =>
      desk.store.transact((writer) => {
        writer.drafts.save(draft(id), 'S01', 1)
        throw bug
      }),
    ).toThrow(bug)
    expect(desk.store.read.drafts.list('S01')).toEqual([])
  })

  it('refuses a transaction inside a transaction, and the outer one is lost with it', () => {
    desk = openDesk()
    const id = desk.newId()
    expect(() =>
      desk.store.transact((writer) => {
        writer.drafts.save(draft(id), 'S01', 1)
        desk.store.transact(() => 1)
      }),
    ).toThrow('inside a transaction')
    expect(desk.store.read.drafts.list('S01')).toEqual([])
  })

  it('refuses work that waits', () => {
    desk = openDesk()
    const id = desk.newId()
    expect(() =>
      desk.store.transact(async (writer) => {
        writer.drafts.save(draft(id), 'S01', 1)
        await Promise.resolve()
      }),
    ).toThrow('synchronous')
    expect(desk.store.read.drafts.list('S01')).toEqual([])
  })

  it('gives out a writer that is dead afterwards, even within another transaction', () => {
    desk = openDesk()
    const kept = desk.store.transact((writer) => writer)
    const attempts: ((writer: StoreWriter) => unknown)[] = [
      ({ drafts }) => drafts.save(draft(desk.newId()), 'S01', 1),
      ({ drafts }) => drafts.discard(desk.newId(), 'S01'),
      ({ meta }) => {
        meta.set('server', 'https://center.example')
      },
      ({ meta }) => {
        meta.remove('server')
      },
      ({ signIns }) => signIns.countFailure('wang.fang', 1),
      ({ cases }) => cases.nextCaseNo('990123', day('2026-11-23'), 'W03'),
      ({ sync }) => {
        sync.markSent(1)
      },
      ({ sync }) => sync.applyPull({ center: '990123', ops: [] }),
      ({ onCommit }) => {
        onCommit(() => undefined)
      },
    ]
    for (const attempt of attempts) {
      expect(() => attempt(kept)).toThrow('after its transaction')
      expect(() => desk.store.transact(() => attempt(kept))).toThrow('after its transaction')
    }
    expect(desk.store.read.drafts.list('S01')).toEqual([])
  })

  it('runs hooks and tells listeners after the commit only', () => {
    desk = openDesk()
    const seen: string[] = []
    const told: ChangeTopic[][] = []
    const stop = desk.store.subscribe((topics) => {
      told.push([...topics])
      expect(desk.store.read.drafts.list('S01')).toHaveLength(1)
    })
    desk.store.transact((writer) => {
      writer.onCommit(() => seen.push('committed'))
      writer.drafts.save(draft(desk.newId()), 'S01', 1)
      seen.push('worked')
    })
    expect(seen).toEqual(['worked', 'committed'])
    expect(told).toEqual([['drafts']])
    expect(() =>
      desk.store.transact((writer) => {
        writer.onCommit(() => seen.push('never'))
        writer.drafts.save(draft(desk.newId()), 'S01', 1)
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    expect(seen).toEqual(['worked', 'committed'])
    stop()
    desk.store.transact((writer) => writer.drafts.save(draft(desk.newId()), 'S01', 2))
    expect(told).toHaveLength(1)
  })

  it('keeps a commit whose hook fails, and lets the failure be seen', () => {
    desk = openDesk()
    const late: (() => void)[] = []
    vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((work) => late.push(work))
    const id = desk.newId()
    desk.store.transact((writer) => {
      writer.onCommit(() => {
        throw new Error('a hook with a bug')
      })
      writer.drafts.save(draft(id), 'S01', 1)
    })
    expect(desk.store.read.drafts.find(id, 'S01')).not.toBeNull()
    expect(late).toHaveLength(1)
    expect(late[0]).toThrow('a hook with a bug')
  })

  it('leaves nothing half-written on a full disk, and works again when there is room', () => {
    desk = openDesk({ maxPages: 110 })
    let taken = 0
    const fill = () => {
      for (; taken < 1000; taken++) desk.open(accept)
    }
    expect(failureOf(fill)).toBe('disk_full')
    expect(taken).toBeGreaterThan(3)
    const before = desk.store.verify()
    expect(before).toMatchObject({ ok: true, cases: taken, operations: taken })
    desk.reopen({ maxPages: 4000 })
    const state = desk.open(accept)
    expect(state.caseNo).toBe(`990123-20261123-W03-${String(taken + 1).padStart(4, '0')}`)
    expect(desk.store.verify()).toMatchObject({ ok: true, cases: taken + 1 })
  })

  it('throws on a closed store instead of answering', () => {
    desk = openDesk()
    desk.store.close()
    expect(() => desk.store.transact(() => 1)).toThrow()
    expect(() => desk.store.read.cases.count()).toThrow()
    desk.store.close()
  })
})
