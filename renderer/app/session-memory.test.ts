import { describe, expect, it } from 'vitest'
import { findCaseNo } from './find-case-no.ts'
import { freshMemory, memoryOf } from './session-memory.ts'

describe('session memory', () => {
  it('is kept for the same person and shows nothing of it to the next one', () => {
    const mine = { ...freshMemory('staff:1'), list: { ...freshMemory('staff:1').list, text: '周文静' } }
    expect(memoryOf(mine, 'staff:1')).toBe(mine)
    expect(memoryOf(mine, 'staff:2')).toEqual(freshMemory('staff:2'))
    expect(memoryOf(null, 'staff:1')).toEqual(freshMemory('staff:1'))
  })
})

describe('findCaseNo', () => {
  it.each([
    ['990123-20261014-W03-0012', '990123-20261014-W03-0012'],
    ['990123-20261014-w03-0012', '990123-20261014-W03-0012'],
    ['https://zwfw.example.gov.cn/p?n=990123-20261014-A12-00012', '990123-20261014-A12-00012'],
    ['990123199003070011', null],
    ['1990123-20261014-W03-0012', null],
    ['公共场所卫生许可', null],
  ])('reads %s', (scanned, caseNo) => {
    expect(findCaseNo(scanned)).toBe(caseNo)
  })
})
