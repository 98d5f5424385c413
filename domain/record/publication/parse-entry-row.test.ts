import { describe, expect, it } from 'vitest'
import { day } from '../../register/_testing.ts'
import { type EntryColumn, entryColumnOf } from './entry-columns.ts'
import { parseEntryRow } from './parse-entry-row.ts'

const today = day('2026-11-23')
const row = (more: Partial<Record<EntryColumn, unknown>> = {}) =>
  new Map<EntryColumn, unknown>(
    Object.entries({
      category: '20-07',
      title: '2026年部门预算',
      summary: '收支安排',
      organ: '青岚县财政局',
      madeOn: '2026年11月2日',
      ...more,
    }) as [EntryColumn, unknown][],
  )
const problemsOf = (more: Partial<Record<EntryColumn, unknown>>) => {
  const read = parseEntryRow(row(more), today)
  return read.ok ? [] : read.error.map(({ code, header }) => `${header ?? '-'} ${code}`)
}

describe('a row of a list of entries', () => {
  it('[PUB-28] is read by the headers that offices use, the column by its code or its name', () => {
    expect(['栏 目*', '信息名称', '成文日期', 'documentNo', '备注'].map(entryColumnOf)).toEqual([
      'category',
      'title',
      'madeOn',
      'documentNo',
      null,
    ])
    expect(
      parseEntryRow(row({ category: '财政预算、决算信息', keywords: '预算；决算', needsInterpretation: '是' }), today),
    ).toMatchObject({
      ok: true,
      value: {
        indexNo: null,
        content: { category: '20-07', madeOn: '2026-11-02', keywords: ['预算', '决算'], needsInterpretation: true },
      },
    })
  })

  it('[PUB-28] names everything that is wrong with it, each with its column', () => {
    expect(problemsOf({ category: '20-01', title: '', madeOn: '2026-02-30' })).toEqual([
      '栏目 category_unknown',
      '名称 missing',
      '生成日期 date_invalid',
    ])
    expect(problemsOf({ madeOn: '2026-11-24' })).toEqual(['生成日期 date_ahead'])
    expect(problemsOf({ needsInterpretation: '也许' })).toEqual(['需解读 yes_no_invalid'])
    expect(problemsOf({ documentNo: '字'.repeat(81) })).toEqual(['文号 text_too_long'])
    expect(problemsOf({ summary: '当事人 11010519491231002X' })).toEqual(['- personal_data'])
    // 土地征收 is a column of counties and one of townships: the name alone does not tell which.
    expect(problemsOf({ category: '土地征收' })).toEqual(['栏目 category_unknown'])
  })
})
