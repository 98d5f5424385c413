import { afterEach, expect, it } from 'vitest'
import type { ApplicationRow } from '../../contract/sync-applications.ts'
import { day } from '../../domain/case/_testing.ts'
import { type TestStore, openTestStore } from '../_testing.ts'

let test: TestStore
afterEach(() => {
  test.remove()
})

const row = (preNo: string, remark: string | null = null): ApplicationRow => ({
  id: Buffer.from(preNo.padEnd(32, '.')).toString('hex'),
  application: {
    preNo,
    itemId: 'T0001',
    applicant: {
      kind: 'person',
      name: '周文静',
      idType: 'resident_id',
      idNumber: '990000199001010017',
      phone: null,
      address: null,
      contactName: null,
    },
    submittedOn: day('2026-09-25'),
    remark,
  },
  receivedAt: 1,
})

it('[OPN-14] what waits is found however its number is typed, the newest of it, and is written over once it left', () => {
  test = openTestStore()
  const { store } = test
  const { read } = store
  store.transact(({ applications }) => {
    applications.put(row('YSL-1'))
    applications.put(row('YSL-2'))
    applications.put(row('YSL-1', '下午来'))
  })
  expect(read.applications.count()).toBe(2)
  expect(read.applications.find('ｙｓｌ 1')).toEqual(row('YSL-1', '下午来').application)
  expect(read.applications.find('YSL-11')).toBeNull()
  expect(read.meta.find('to_overwrite')).toBeNull()

  store.transact(({ applications }) => applications.remove(row('YSL-9').id))
  expect(read.meta.find('to_overwrite')).toBeNull()
  store.transact(({ applications }) => applications.remove(row('YSL-1').id))
  expect(read.applications.find('YSL-1')).toBeNull()
  expect(read.meta.find('to_overwrite')).toBe('1')
  store.transact(({ applications }) => applications.clear())
  expect(read.applications.count()).toBe(0)
})
