import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport, findPrevious } from './check.ts'
import reports from './fixtures/annual-reports.json' with { type: 'json' }
import huaian from './fixtures/huaian-2024.json' with { type: 'json' }
import { parseReport } from './parse-report.ts'
import type { PublishedReport } from './published-report.ts'
import { reportRows } from './table.ts'

const parse = (value: unknown): PublishedReport => {
  const parsed = parseReport(value)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}
const published = reports.map(parse)
const byId = (id: string) => {
  const found = published.find((report) => report.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const places = (report: PublishedReport, previous: PublishedReport | null = null) =>
  checkReport(report, previous).violations.map(({ code, place, expected, found }) => [
    code,
    [place.table, place.row, place.column].join('.'),
    expected,
    found,
  ])

describe('published reports', () => {
  for (const row of reports) {
    const report = parse(row)
    const verdict = row.adds_up === null ? 'cannot be told' : row.adds_up ? 'adds up' : 'does not add up'
    it(`[RPT-6] ${row.id} of ${String(row.year)}: ${verdict}`, () => {
      expect(checkReport(report, findPrevious(report, published)).addsUp).toBe(row.adds_up)
    })
  }

  it('[RPT-6] Huai’an 2024 adds up, text and tables, with nothing left open', () => {
    expect(checkReport(parse(huaian))).toMatchObject({ addsUp: true, violations: [], notCheckable: [] })
  })

  it('[RPT-6] that do not add up are named place by place', () => {
    expect(places(byId('AR004'))).toEqual([
      ['table4_sum', 'table4.review.total', 11, 0],
      ['table4_sum', 'table4.after_review.total', 5, 0],
    ])
    expect(places(byId('AR028'))).toEqual([
      ['balance', 'table3..natural', 60, 61],
      ['balance', 'table3..total', 62, 63],
    ])
    expect(places(byId('AR007'))).toEqual([
      ['narrative_differs', 'narrative.unable.', 337, 265],
      ['narrative_differs', 'narrative.granted_and_partial.', 275, 258],
    ])
  })

  it('[RPT-5] with blank totals leave these open and say so', () => {
    const { notCheckable, violations } = checkReport(byId('AR007'))
    expect(violations.some(({ code }) => code === 'row_sum')).toBe(false)
    const open = notCheckable.filter(({ code }) => code === 'row_sum').map(({ place }) => place.row)
    expect(open).toContain('granted')
    expect(open).toHaveLength(11)
  })

  it('[RPT-9] of one organ for two years agree about what was carried over and what is in force', () => {
    const [then, now] = [byId('AR004'), byId('AR005')]
    expect(findPrevious(now, published)).toBe(then)
    expect(findPrevious(then, published)).toBeNull()
    expect(checkReport(now, then).addsUp).toBe(true)
  })
})

const filled = (): Record<string, number[]> =>
  Object.fromEntries(
    reportRows('2021').map((row) => [
      row,
      ['new', 'total', 'granted'].includes(row) ? [3, 2, 0, 0, 0, 0, 5] : [0, 0, 0, 0, 0, 0, 0],
    ]),
  )
const zero = { maintain: 0, correct: 0, other: 0, pending: 0, total: 0 }
const sound = { year: 2025, table3: filled(), table4: { review: zero, direct: zero, after_review: zero } }
const changed = (row: string, column: number, value: number | null) =>
  parse({ ...sound, table3: { ...filled(), [row]: filled()[row]?.map((cell, at) => (at === column ? value : cell)) } })

describe('an invariant that does not hold', () => {
  it('[RPT-4] is none in a sound report', () => {
    expect(checkReport(parse(sound))).toMatchObject({ addsUp: true, violations: [], notCheckable: [] })
  })

  it('[RPT-4] is named for the row, the column and the balance that a wrong cell upsets', () => {
    expect(places(changed('granted', 0, 4))).toEqual([
      ['row_sum', 'table3.granted.total', 6, 5],
      ['column_sum', 'table3.total.natural', 4, 3],
    ])
    expect(places(changed('carried_out', 6, 1))).toEqual([
      ['row_sum', 'table3.carried_out.total', 0, 1],
      ['balance', 'table3..total', 5, 6],
    ])
    expect(places(changed('total', 6, 4))).toEqual([
      ['row_sum', 'table3.total.total', 5, 4],
      ['column_sum', 'table3.total.total', 5, 4],
      ['balance', 'table3..total', 5, 4],
    ])
  })

  it('[RPT-4] is found wherever one cell of a sound report is changed', () => {
    const rows = reportRows('2021')
    fc.assert(
      fc.property(
        fc.constantFrom(...rows),
        fc.nat({ max: 6 }),
        fc.integer({ min: 1, max: 99 }),
        (row, column, more) => {
          const before = filled()[row]?.[column] ?? 0
          expect(checkReport(changed(row, column, before + more)).addsUp).toBe(false)
        },
      ),
    )
  })

  it('[RPT-4] is a cell that is no count', () => {
    expect(places(changed('partial', 0, -1))).toContainEqual(['cell_not_count', 'table3.partial.natural', 0, -1])
    expect(places(changed('partial', 0, 0.5))).toContainEqual(['cell_not_count', 'table3.partial.natural', 0, 0.5])
  })

  it('[RPT-4] is （六） given in one row and in three', () => {
    const report = parse({ ...sound, table3: { ...filled(), other_all: [0, 0, 0, 0, 0, 0, 0] } })
    expect(places(report)).toEqual([['other_rows_mixed', 'table3.other_all.', 0, 0]])
  })

  it('[RPT-5] is not a blank cell, unless what is printed is too much already', () => {
    expect(checkReport(changed('partial', 6, null)).violations).toEqual([])
    expect(checkReport(changed('granted', 6, null))).toMatchObject({ violations: [], addsUp: true })
    expect(places(changed('granted', 5, null))).toEqual([])
    const report = parse({ table3: { new: [3, null, null, null, null, null, 2] } })
    expect(places(report)).toEqual([['row_sum', 'table3.new.total', 3, 2]])
    expect(checkReport(parse({ table3: { new: [1, null, null, null, null, null, 2] } })).addsUp).toBeNull()
  })
})

describe('table 4', () => {
  it('[RPT-7] sums each group', () => {
    const table4 = { ...sound.table4, direct: { ...zero, pending: 2, total: 3 } }
    expect(places(parse({ table4 }))).toEqual([['table4_sum', 'table4.direct.total', 2, 3]])
  })

  it('[RPT-7] has counts in its cells', () => {
    const table4 = { ...sound.table4, review: { ...zero, maintain: -1, other: 1 } }
    expect(places(parse({ table4 }))).toEqual([['cell_not_count', 'table4.review.maintain', 0, -1]])
  })
})

describe('the text', () => {
  const withText = (narrative: object, more: object = {}) => parse({ ...sound, ...more, narrative })

  it.each([
    [{ received: 5, replied: 5, carried_in: 0, carried_out: 0, granted: 5, natural: 3, legal: 2 }, []],
    [{ received: 6 }, [['narrative_differs', 'narrative.received.', 5, 6]]],
    [{ received_total: 4 }, [['narrative_differs', 'narrative.received_total.', 5, 4]]],
    [{ granted: 4 }, [['narrative_differs', 'narrative.granted.', 5, 4]]],
    [{ denied: 1 }, [['narrative_differs', 'narrative.denied.', 0, 1]]],
    [{ carried_out: 2 }, [['narrative_differs', 'narrative.carried_out.', 0, 2]]],
    [{ natural: 4 }, [['narrative_differs', 'narrative.natural.', 3, 4]]],
    [{ legal: 3 }, [['narrative_differs', 'narrative.legal.', 2, 3]]],
    [{ review: 1 }, [['narrative_differs', 'narrative.review.', 0, 1]]],
    [{ review_maintain: 1 }, [['narrative_differs', 'narrative.review_maintain.', 0, 1]]],
    [{ litigation_pending: 1 }, [['narrative_differs', 'narrative.litigation_pending.', 0, 1]]],
    [{ info_fee_yuan: 380, anything: 7 }, []],
  ])('[RPT-8] %j is held against the tables', (narrative, expected) => {
    expect(places(withText(narrative))).toEqual(expected)
  })

  it.each([
    [{ received: 14, replied: 12, carried_out: 2 }, true, []],
    [{ received: 14, replied: 12, carried_out: 3 }, null, []],
    [{ received: 14, replied: 12, carried_out: 1 }, false, [['narrative_sum', 'narrative.replied.', 14, 13]]],
    [{ received: 14, carried_in: 2, replied: 12 }, null, []],
    [
      { received: 14, carried_in: 2, replied: 12, carried_out: 2 },
      false,
      [['narrative_sum', 'narrative.replied.', 16, 14]],
    ],
    [{ received: 31, replied: 26, withdrawn: 4, pending: 1 }, true, []],
    [{ received: 14, by_channel: { 信件: 10, 网络: 5 } }, false, [['narrative_sum', 'narrative.by_channel.', 15, 14]]],
    [{ received: 14, natural: 10, legal: 3 }, false, [['narrative_sum', 'narrative.natural.', 13, 14]]],
    [{ review: 2, review_pending: 3 }, false, [['narrative_sum', 'narrative.review.', 3, 2]]],
    [{ review: 3, review_pending: 3 }, null, []],
    [{ received: 17, replied: 17 }, null, []],
  ])('[RPT-8] %j among itself', (narrative, addsUp, expected) => {
    const report = parse({ narrative })
    expect(places(report)).toEqual(expected)
    expect(checkReport(report).addsUp).toBe(addsUp)
  })

  it('[RPT-8] states a change that some number of last year gives, or the one that is known', () => {
    expect(checkReport(parse({ narrative: { received: 19, yoy_percent: 58.33 } })).addsUp).toBeNull()
    expect(places(parse({ narrative: { received: 102, yoy_percent: -0.06 } }))).toEqual([
      ['change_impossible', 'narrative.yoy_percent.', 0, -0.06],
    ])
    const now = parse({ organ: 'A', year: 2026, narrative: { received: 6, yoy_percent: 20 } })
    expect(places(now, parse(sound))).toEqual([])
    const wrong = parse({ organ: 'A', year: 2026, narrative: { received: 6, yoy_percent: 50 } })
    expect(places(wrong, parse(sound))).toEqual([['change_differs', 'narrative.yoy_percent.', 20, 50]])
  })
})

describe('two years', () => {
  it('[RPT-9] carry over in every column what the year before carried forward', () => {
    const previous = parse({ ...sound, year: 2024, table3: { ...filled(), carried_out: [2, 0, 0, 0, 0, 0, 2] } })
    expect(places(parse(sound), previous)).toEqual([
      ['carry_over', 'table3.carried_in.natural', 2, 0],
      ['carry_over', 'table3.carried_in.total', 2, 0],
    ])
  })

  it('[RPT-9] keep count of the documents in force, as a question only', () => {
    const figures = (...counts: readonly number[]) => ({ 行政规范性文件: counts })
    const previous = parse({ ...sound, active_disclosure: figures(0, 0, 60) })
    const now = parse({ ...sound, active_disclosure: figures(8, 2, 65) })
    const { addsUp, violations } = checkReport(now, previous)
    expect(addsUp).toBe(true)
    expect(violations).toEqual([
      {
        code: 'in_force',
        severity: 'soft',
        place: { table: 'active_disclosure', row: 'normativeDocuments', column: 'inForce' },
        expected: 66,
        found: 65,
      },
    ])
  })
})
