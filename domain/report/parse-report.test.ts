import { describe, expect, it } from 'vitest'
import reports from './fixtures/annual-reports.json' with { type: 'json' }
import { parseReport } from './parse-report.ts'

const row = [0, 0, 0, 0, 0, 0, 0]
const zero = { maintain: 0, correct: 0, other: 0, pending: 0, total: 0 }
const problemsOf = (value: unknown) => {
  const parsed = parseReport(value)
  return parsed.ok ? [] : parsed.error.map(({ code, path }) => [code, path])
}

describe('a report in a file', () => {
  it('[RPT-23] keeps rows that are missing and cells that are blank as they are', () => {
    const parsed = parseReport({ table3: { new: [null, 1, 0, 0, 0, 0, null] } })
    expect(parsed.ok && parsed.value).toEqual({
      id: null,
      organ: null,
      year: null,
      format: null,
      proactive: null,
      table3: { new: [null, 1, 0, 0, 0, 0, null] },
      table4: null,
      narrative: null,
    })
  })

  it('[RPT-23] reads charges of 万元 as whole fen', () => {
    const parsed = parseReport(reports[0])
    expect(parsed.ok && parsed.value.proactive).toEqual({
      rules: { made: 2, repealed: 0, inForce: 11 },
      normativeDocuments: { made: 109, repealed: 489, inForce: 597 },
      licences: 1_808_595,
      penalties: 2_822_652,
      compulsion: 20_163,
      chargesFen: 59_237_244_900,
    })
  })

  it.each([
    [null, 'not_a_record', ''],
    [[], 'not_a_record', ''],
    ['{}', 'not_a_record', ''],
    [{}, 'nothing_to_check', ''],
    [{ year: 2024 }, 'nothing_to_check', ''],
    [{ table3: [] }, 'wrong_type', 'table3'],
    [{ table3: { newReceived: row } }, 'row_unknown', 'table3.newReceived'],
    [{ table3: { new: [1, 1] } }, 'cells_count', 'table3.new'],
    [{ table3: { new: 7 } }, 'wrong_type', 'table3.new'],
    [{ table3: { new: [0, 0, '1', 0, 0, 0, 0] } }, 'wrong_type', 'table3.new[2]'],
    [{ table4: { review: zero, direct: zero } }, 'wrong_type', 'table4.after_review'],
    [
      { table4: { review: zero, direct: zero, after_review: { ...zero, total: '1' } } },
      'wrong_type',
      'table4.after_review.total',
    ],
    [
      { table4: { review: zero, direct: { maintain: 0, correct: 0, other: 0, total: 0 }, after_review: zero } },
      'column_missing',
      'table4.direct.pending',
    ],
    [{ table3: { new: row }, year: '2024' }, 'wrong_type', 'year'],
    [{ table3: { new: row }, year: 1999 }, 'wrong_type', 'year'],
    [{ table3: { new: row }, organ: 7 }, 'wrong_type', 'organ'],
    [{ table3: { new: row }, format: '2014' }, 'format_unknown', 'format'],
    [{ table3: { new: row }, columns: ['自然人', '总计'] }, 'columns_differ', 'columns'],
    [{ table3: { new: row }, narrative: [] }, 'wrong_type', 'narrative'],
    [{ table3: { new: row }, narrative: { received: '3' } }, 'wrong_type', 'narrative.received'],
    [{ table3: { new: row }, narrative: { by_channel: { 网络: 'x' } } }, 'wrong_type', 'narrative.by_channel.网络'],
    [{ table3: { new: row }, active_disclosure: 5 }, 'wrong_type', 'active_disclosure'],
    [{ table3: { new: row }, active_disclosure: { 规章: [1, 2] } }, 'wrong_type', 'active_disclosure.规章'],
    [{ table3: { new: row }, active_disclosure: { 行政许可: 'x' } }, 'wrong_type', 'active_disclosure.行政许可'],
  ])('[RPT-23] %j: %s at %s', (value, code, path) => {
    expect(problemsOf(value)).toEqual([[code, path]])
  })

  it('[RPT-23] names every problem at once', () => {
    expect(problemsOf({ year: 'x', table3: { a: row, new: [0] } })).toEqual([
      ['wrong_type', 'year'],
      ['row_unknown', 'table3.a'],
      ['cells_count', 'table3.new'],
    ])
  })
})
