import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnMeaning } from '../../../domain/catalogue/columns.ts'
import { catalogueRows } from './catalogue-rows.ts'
import type { RawTable } from './raw-table.ts'
import { readTable } from './read-table.ts'

const table = (headers: readonly string[], ...lines: readonly (readonly unknown[])[]): RawTable => ({
  headers,
  rows: lines.map((line, index) => ({
    row: index + 2,
    cells: new Map(headers.map((header, column) => [header, line[column]])),
    problem: null,
  })),
})
const rowsOf = (raw: RawTable) => {
  const rows = catalogueRows(raw)
  if (!rows.ok) throw new Error(JSON.stringify(rows.error))
  return rows.value
}

describe('the published lists', () => {
  it.each([
    ['catalogue-names.json', 1117],
    ['catalogue.json', 105],
  ])('%s gives %i items and rejects none', async (name, count) => {
    const path = join(import.meta.dirname, 'fixtures', name)
    const read = await readTable(path, (header) => columnMeaning(header) !== null)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const { good, bad } = rowsOf(read.value)
    expect(bad).toEqual([])
    expect(good).toHaveLength(count)
  })
})

describe('rows of a catalogue', () => {
  it('are told apart into good and bad, and a bad row does not hold the place of a good one', () => {
    const raw = table(
      ['事项名称', '实施主体', '事项类型', '实施编码', '办公地址'],
      ['甲', '局', '行政许可', 'A-1', '某街'],
      ['乙', '局', '审批', 'A-2', ''],
      ['丙', '局', '行政许可', 'a-1', ''],
      ['丁', '局', '行政许可', 'A-2', ''],
    )
    const { good, bad, unused } = rowsOf(raw)
    expect(good.map(({ row, entry }) => [row, entry.name])).toEqual([
      [2, '甲'],
      [5, '丁'],
    ])
    expect(bad).toEqual([
      { row: 3, problems: [{ code: 'kind_unknown', field: 'kind', params: { value: '审批' } }] },
      { row: 4, problems: [{ code: 'duplicate_code', field: 'code', params: { row: 2, value: 'a-1' } }] },
    ])
    expect(unused).toEqual(['办公地址'])
  })

  it('take the unit of a limit from the header, from a column of its own, or from two that agree', () => {
    const limits = (headers: readonly string[], line: readonly unknown[]) => {
      const { good, bad } = rowsOf(table(['事项名称', ...headers], ['甲', ...line]))
      return good[0]?.entry.dayUnit ?? bad[0]?.problems[0]?.code
    }
    expect(limits(['承诺办结时限（自然日）'], [5])).toBe('day')
    expect(limits(['承诺办结时限（工作日）'], ['5'])).toBe('workday')
    expect(limits(['承诺办结时限', '时限单位'], [5, '自然日'])).toBe('day')
    expect(limits(['法定办结时限单位', '承诺办结时限单位'], ['工作日', '工作日'])).toBe('workday')
    expect(limits(['法定办结时限单位', '承诺办结时限单位'], ['', '自然日'])).toBe('day')
    expect(limits(['法定办结时限单位', '承诺办结时限单位'], ['工作日', '自然日'])).toBe('day_unit_unknown')
  })

  it('are not read at all when two columns mean the same', () => {
    expect(catalogueRows(table(['事项名称', '名称', '实施主体'], ['甲', '乙', '局']))).toEqual({
      ok: false,
      error: { code: 'duplicate_column', params: { columns: '事项名称、名称' } },
    })
  })

  it('carry over what was wrong with a cell', () => {
    const problem = { code: 'formula_without_value', header: '承诺办结时限', params: { value: 'C3' } } as const
    const raw = { headers: ['事项名称', '承诺办结时限'], rows: [{ row: 3, cells: new Map(), problem }] }
    expect(rowsOf(raw).bad).toEqual([
      { row: 3, problems: [{ code: 'formula_without_value', field: 'promisedDays', params: { value: 'C3' } }] },
    ])
  })
})
