import { describe, expect, it } from 'vitest'
import { columnMeaning } from './columns.ts'
import { createDuplicateFinder } from './duplicates.ts'
import { findItemKind, itemKinds } from './item-kinds.ts'
import { parseRow } from './parse-row.ts'

describe('a column header', () => {
  it.each([
    ['事项名称', 'name', null],
    ['* 事项名称：', 'name', null],
    ['实施编码', 'code', null],
    ['法定办结时限', 'statutoryDays', null],
    ['承诺办结时限（工作日）', 'promisedDays', 'workday'],
    ['承诺办结时限(自然日)', 'promisedDays', 'day'],
    ['法定时限（天）', 'statutoryDays', 'bare'],
    ['申请材料（份数）', 'materials', null],
    ['LEGAL_BASIS', 'legalBasis', null],
    ['original name', null, null],
    ['phone', null, null],
    ['', null, null],
  ])('%j means %j', (header, field, dayUnit) => {
    expect(columnMeaning(header)).toEqual(field === null ? null : { field, dayUnit })
  })
})

describe('an item kind', () => {
  it.each([...itemKinds])('%s is known', (kind) => {
    expect(findItemKind(kind)).toBe(kind)
  })

  it.each([
    ['公共服务事项', '公共服务'],
    ['行政许可类', '行政许可'],
    ['其他', '其他行政权力'],
    ['01', '行政许可'],
    ['20', '公共服务'],
    ['00', undefined],
    ['审批', undefined],
    ['', undefined],
  ])('%j is %j', (words, kind) => {
    expect(findItemKind(words)).toBe(kind)
  })
})

describe('duplicates in one file', () => {
  const entry = (row: Record<string, unknown>) => {
    const parsed = parseRow(row)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    return parsed.value
  }
  const item = { name: '结婚登记', organ: '民政局', kind: '行政确认' }

  it('are found by code without case and width, and name the first row', () => {
    const finder = createDuplicateFinder()
    expect(finder.find(2, entry({ ...item, code: '5116-1Ｕ' }))).toBeNull()
    expect(finder.find(3, entry({ ...item, code: '5116-2' }))).toBeNull()
    expect(finder.find(4, entry({ ...item, code: '5116-1u' }))).toEqual({
      code: 'duplicate_code',
      field: 'code',
      params: { row: 2, value: '5116-1u' },
    })
  })

  it('are found by id, and by name and organ where nothing else tells items apart', () => {
    const finder = createDuplicateFinder()
    expect(finder.find(1, entry({ ...item, id: 'A' }))).toBeNull()
    expect(finder.find(2, entry({ ...item, id: 'A' }))).toMatchObject({ code: 'duplicate_id', params: { row: 1 } })
    expect(finder.find(3, entry(item))).toBeNull()
    expect(finder.find(4, entry({ ...item, organ: '另一局' }))).toBeNull()
    expect(finder.find(5, entry(item))).toMatchObject({ code: 'duplicate_name', params: { row: 3 } })
  })

  it('does not hold the place of a row that was refused', () => {
    const finder = createDuplicateFinder()
    finder.find(1, entry({ ...item, id: 'A', code: 'X' }))
    expect(finder.find(2, entry({ ...item, id: 'B', code: 'X' }))).toMatchObject({ code: 'duplicate_code' })
    expect(finder.find(3, entry({ ...item, id: 'B', code: 'Y' }))).toBeNull()
  })
})
