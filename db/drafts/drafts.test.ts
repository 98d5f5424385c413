import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, openDesk } from '../_testing.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => {
  desk.remove()
})

const draft = (id: string, form = '{"a":1}') => ({ id, kind: 'service' as const, title: '卫生许可', form })
const save = (id: string, staffId = 'S01', at = 1, form?: string): boolean =>
  desk.store.transact(({ drafts }) => drafts.save(draft(id, form), staffId, at))

describe('drafts', () => {
  it('are overwritten by their later versions, and survive a restart', () => {
    const id = desk.newId()
    save(id, 'S01', 1)
    save(id, 'S01', 2, '{"a":2}')
    desk.reopen()
    expect(desk.store.read.drafts.find(id, 'S01')).toEqual({ ...draft(id, '{"a":2}'), savedAt: 2 })
    expect(desk.store.read.drafts.list('S01')).toEqual([{ id, kind: 'service', title: '卫生许可', savedAt: 2 }])
  })

  it('are listed newest first, each person his own', () => {
    const [a, b, c] = [desk.newId(), desk.newId(), desk.newId()]
    save(a, 'S01', 5)
    save(b, 'S01', 9)
    save(c, 'S02', 7)
    expect(desk.store.read.drafts.list('S01').map(({ id }) => id)).toEqual([b, a])
    expect(desk.store.read.drafts.find(c, 'S01')).toBeNull()
  })

  it('of somebody else are neither overwritten nor discarded', () => {
    const id = desk.newId()
    save(id, 'S01', 1)
    expect(save(id, 'S02', 2, '{"a":3}')).toBe(false)
    expect(desk.store.transact(({ drafts }) => drafts.discard(id, 'S02'))).toBe(false)
    expect(desk.store.read.drafts.find(id, 'S01')?.form).toBe('{"a":1}')
    expect(desk.store.transact(({ drafts }) => drafts.discard(id, 'S01'))).toBe(true)
    expect(desk.store.read.drafts.list('S01')).toEqual([])
  })

  const scan = (blob: string, name = '身份证.jpg') =>
    ({ blob: blob.repeat(32), size: 9, type: 'jpeg', name, role: 'material', material: '身份证明' }) as const

  it('[INT-14] hold papers, each once and in the order they came, and nobody else sees them', () => {
    const [id, other] = [desk.newId(), desk.newId()]
    save(id)
    save(other, 'S02')
    desk.store.transact(({ drafts }) => {
      drafts.addFile(id, scan('bb'))
      drafts.addFile(id, scan('aa'))
      drafts.addFile(id, scan('bb', '正面.jpg'))
      drafts.addFile(other, scan('bb'))
    })
    const { drafts } = desk.store.read
    expect(drafts.files(id, 'S01')).toEqual([scan('bb', '正面.jpg'), scan('aa')])
    expect(drafts.files(id, 'S02')).toEqual([])
    expect([...drafts.named()].sort()).toEqual(['aa'.repeat(32), 'bb'.repeat(32)])
    desk.store.transact((writer) => writer.drafts.removeFile(id, 'aa'.repeat(32)))
    expect(desk.store.transact((writer) => writer.drafts.discard(id, 'S02'))).toBe(false)
    expect(drafts.files(id, 'S01')).toHaveLength(1)
    desk.store.transact((writer) => writer.drafts.discard(id, 'S01'))
    expect([...drafts.named()]).toEqual(['bb'.repeat(32)])
  })

  it('end with the case that is made of them', () => {
    const id = desk.newId()
    save(id)
    const other = desk.newId()
    save(other)
    desk.act(id, { kind: 'service.accept', intake: aServiceIntake() })
    expect(desk.store.read.drafts.list('S01').map((kept) => kept.id)).toEqual([other])
  })
})
