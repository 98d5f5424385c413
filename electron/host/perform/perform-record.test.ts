import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import { aNotice } from '../../../domain/record/calendar/_testing.ts'
import { draft, putInForce, test, withdraw } from '../../../domain/record/template/_testing.ts'
import type { Role } from '../../../domain/case/role.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
})
afterEach(() => host.remove())

const perform = (recordId: string, base: number, act: object, role: Role = 'administrator') =>
  host.services.performRecord({ recordId, base, act: toMutable(act) } as PerformRecordInput, {
    staffId: 'system',
    role,
    session: null,
  })
const open = { kind: 'calendar.import', notice: aNotice }
const refusedWith = (code: string) => ({ ok: false, error: { code } })

describe('an act on a record', () => {
  it('[REC-2] opens one record when the button is pressed twice, and refuses another of the same key', () => {
    const id = host.stamps.newId()
    expect(perform(id, 0, open)).toEqual({ ok: true, value: { recordId: id, version: 1 } })
    expect(perform(id, 0, open)).toEqual({ ok: true, value: { recordId: id, version: 1 } })
    expect(perform(id, 0, { ...open, notice: { ...aNotice, id: '2027-2' } })).toMatchObject(
      refusedWith('record_exists'),
    )
    expect(perform(host.stamps.newId(), 0, open)).toMatchObject(refusedWith('record_key_taken'))
    expect(host.services.store.read.records.count('calendar')).toBe(1)
  })

  it('[REC-3] is refused, with nothing changed, for a foreign role, an unknown record, an old version and a state without it', () => {
    const id = host.stamps.newId()
    const log = () => host.services.store.read.log.count()
    const before = log()
    expect(perform(id, 0, open, 'clerk')).toMatchObject(refusedWith('role_not_permitted'))
    expect(perform(id, 0, { kind: 'calendar.activate', moved: 0 })).toMatchObject(refusedWith('record_unknown'))
    expect(perform(id, 0, { ...open, notice: { ...aNotice, days: [] } })).toMatchObject(
      refusedWith('calendar_implausible'),
    )
    expect(log()).toBe(before)
    perform(id, 0, open)
    expect(perform(id, 0, { kind: 'calendar.withdraw', reason: '误' })).toMatchObject(refusedWith('stale'))
    expect(perform(id, 1, { kind: 'calendar.withdraw', reason: ' ' })).toMatchObject(refusedWith('invalid_fields'))
    expect(perform(id, 1, { kind: 'calendar.supersede', by: '2027-2' })).toMatchObject(
      refusedWith('not_allowed_in_state'),
    )
    expect(log()).toBe(before + 1)
  })

  it('[TPL-6] puts no second wording of a letter in force on a day that another holds', () => {
    const [first, second] = [host.stamps.newId(), host.stamps.newId()]
    for (const [n, id] of [first, second].entries()) {
      expect(perform(id, 0, draft(`c${n + 1}`))).toMatchObject({ ok: true })
      expect(perform(id, 1, test)).toMatchObject({ ok: true })
    }
    expect(perform(host.stamps.newId(), 0, draft('c1'))).toMatchObject(refusedWith('record_key_taken'))
    expect(perform(first, 2, putInForce('2026-12-01'))).toMatchObject({ ok: true })
    expect(perform(second, 2, putInForce('2027-01-01'))).toMatchObject(refusedWith('record_key_taken'))
    expect(perform(first, 3, withdraw('2027-01-01'))).toMatchObject({ ok: true })
    expect(perform(second, 2, putInForce('2027-01-01'))).toMatchObject({ ok: true })
  })

  it('is told to the pages, listed and read by what a page may ask', async () => {
    await host.client.desk.signIn({ login: 'wang.fang', password: 'Qingshan-2026' })
    perform(host.stamps.newId(), 0, open)
    const list = await host.client.records.list({
      kind: 'calendar',
      text: '国办发明电',
      statuses: [],
      openOnly: true,
      order: 'newest',
      cursor: null,
      limit: 10,
    })
    expect(list).toMatchObject({ next: null, rows: [{ key: 'calendar:2027-1', status: 'imported', sync: 'pending' }] })
    const detail = await host.client.records.get({ id: list.rows[0]?.id ?? '' })
    expect(detail?.state).toMatchObject({ kind: 'calendar', notice: { id: '2027-1' } })
    await expect(host.client.records.list({ ...asked, statuses: [], cursor: 'x' })).rejects.toThrow('cursor')
  })
})

const asked = { kind: 'calendar', text: '', openOnly: false, order: 'newest', limit: 10 } as const
