import { describe, expect, it } from 'vitest'
import { findCaseNo } from './find-case-no.ts'
import { freshMemory, memoryOf, visited } from './session-memory.ts'

describe('session memory', () => {
  it('is kept for the same person and shows nothing of it to the next one', () => {
    const mine = { ...freshMemory('staff:1'), list: { ...freshMemory('staff:1').list, text: '周文静' } }
    expect(memoryOf(mine, 'staff:1')).toBe(mine)
    expect(memoryOf(mine, 'staff:2')).toEqual(freshMemory('staff:2'))
    expect(memoryOf(null, 'staff:1')).toEqual(freshMemory('staff:1'))
  })

  it('[INT-5] the next intake begins without what was searched for, a look at a case and back does not', () => {
    const fresh = freshMemory('staff:1')
    const searched = { ...fresh, list: { ...fresh.list, text: '周文静' } }
    expect(visited(searched, [{ page: 'case', id: 'x' }]).list.text).toBe('周文静')
    expect(visited(searched, [{ page: 'intake', draftId: null }]).list.text).toBe('')
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
