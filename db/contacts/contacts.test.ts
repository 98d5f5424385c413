import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, openDesk } from '../_testing.ts'
import { contactsKept } from './writer.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => {
  desk.remove()
})

const hour = 3_600_000
const note = (at: number, sent: number, got: number, code: string | null = null) =>
  desk.store.transact(({ contacts }) => contacts.note({ beganAt: at, endedAt: at + 50, sent, got, code }))
const lines = () => desk.store.read.contacts.list().map(({ times, sent, got, code }) => [times, sent, got, code])

describe('the record of contacts', () => {
  it('[SYN-117] has one line for those of an hour that went alike, newest first, and survives a restart', () => {
    note(1, 2, 3)
    note(1000, 1, 0)
    note(2000, 0, 0, 'unreachable')
    note(3000, 0, 0, 'unreachable')
    note(hour, 0, 0, 'unreachable')
    desk.reopen()
    expect(lines()).toEqual([
      [1, 0, 0, 'unreachable'],
      [2, 0, 0, 'unreachable'],
      [2, 3, 3, null],
    ])
    const [, , oldest] = desk.store.read.contacts.list()
    expect(oldest).toMatchObject({ beganAt: 1, endedAt: 1050 })
  })

  it('[SYN-117] says nothing of those that found nothing to do, but when the first of them goes well again', () => {
    note(1, 0, 0)
    expect(lines()).toEqual([])
    note(2, 0, 0, 'unreachable')
    note(3, 0, 0)
    note(4, 0, 0)
    expect(lines()).toEqual([
      [1, 0, 0, null],
      [1, 0, 0, 'unreachable'],
    ])
  })

  it('[SYN-117] keeps so many lines and no more', () => {
    for (let at = 0; at < contactsKept + 5; at += 1) note(at * hour, at, 0)
    const kept = lines()
    expect(kept).toHaveLength(contactsKept)
    expect([kept[0]?.[1], kept.at(-1)?.[1]]).toEqual([contactsKept + 4, 5])
  })
})
