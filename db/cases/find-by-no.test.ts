import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, openDesk } from '../_testing.ts'

let desk: Desk
let id: string
beforeAll(() => {
  desk = openDesk()
  desk.open({ kind: 'service.accept', intake: aServiceIntake() })
  id = desk.open({ kind: 'service.accept', intake: aServiceIntake() }).id
})
afterAll(() => {
  desk.remove()
})

describe('a case by its number', () => {
  it.each([
    '990123-20261123-W03-0002',
    '990123-20261123-w03-0002',
    ' 990123-20261123-W03-0002\n',
    '９９０１２３－２０２６１１２３－Ｗ０３－０００２',
    '990123–20261123–W03–0002',
    '20261123-W03-0002',
    '20261123-w03-0002',
  ])('is found by %j', (text) => {
    expect(desk.store.read.cases.findIdByNo(text)).toBe(id)
  })

  it.each([
    '',
    'W03-0002',
    '990123-20261123-W03-0003',
    '990123-20261123-W03-2',
    "' OR 1=1 --",
    '990124-20261123-W03-0002',
  ])('is not found by %j', (text) => {
    expect(desk.store.read.cases.findIdByNo(text)).toBeNull()
  })

  it('is the whole page when the number is typed into the search box', () => {
    const input = { kinds: [], statuses: [], openOnly: false, order: 'due', cursor: null, limit: 20 } as const
    const page = desk.store.read.cases.list({ ...input, kinds: [], statuses: [], text: '20261123-w03-0002' })
    expect(page.rows.map((row) => row.id)).toEqual([id])
    expect(page).toMatchObject({ total: 1, more: false, next: null })
  })
})
