import { describe, expect, it } from 'vitest'
import type { Invariant } from '../../../../contract/queries/statistics.ts'
import { reportRows } from '../../../../domain/report/table.ts'
import { brokenAt, placeInTable3 } from './broken-cells.ts'
import { type ChartLook, chartOption } from './chart-option.ts'
import { trendLines } from './trend-table.ts'

describe('the trend of subjects', () => {
  it('has twelve months a subject, the most frequent first', () => {
    const lines = trendLines([
      { month: '2026-01', topic: 'fee', received: 1, answered: 1 },
      { month: '2026-03', topic: 'delay', received: 3, answered: 2 },
      { month: '2026-12', topic: 'fee', received: 1, answered: 0 },
    ])
    expect(lines.map(({ topic, received, answered }) => [topic, received, answered])).toEqual([
      ['delay', 3, 2],
      ['fee', 2, 1],
    ])
    expect(lines[1]?.months).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })
})

describe('a chart', () => {
  const look: ChartLook = {
    ink: '#000',
    muted: '#444',
    line: '#ccc',
    fills: ['#111', '#ddd'],
    strokes: ['#222'],
    font: 'x',
  }
  const series = [
    { name: '收件', values: [1, 2] },
    { name: '办结', values: [0, 2] },
  ]

  it('stands still, and tells series apart by pattern or stroke as well as by colour', () => {
    const bars = chartOption({ kind: 'bars', categories: ['1 月', '2 月'], series }, look)
    expect(bars).toMatchObject({ animation: false, color: ['#111', '#ddd'], aria: { decal: { show: true } } })
    const lines = chartOption({ kind: 'lines', categories: ['1 月', '2 月'], series }, look)
    expect(lines).toMatchObject({
      color: ['#222'],
      series: [
        { type: 'line', symbol: 'circle', lineStyle: { type: 'solid' } },
        { type: 'line', symbol: 'rect', lineStyle: { type: 'dashed' } },
      ],
    })
  })

  it('lying, begins at the top and says its figures where there is one series', () => {
    const option = chartOption({ kind: 'lying_bars', categories: ['窗口'], series: series.slice(0, 1) }, look)
    expect(option).toMatchObject({
      yAxis: { inverse: true },
      legend: { show: false },
      series: [{ label: { show: true } }],
    })
  })
})

describe('cells that do not add up', () => {
  const sheet = (format: '2021' | '2019') => ({
    kind: 'table' as const,
    name: '依申请公开',
    rows: Array.from({ length: 3 + reportRows(format).length }, () => []),
  })
  const wrong: Invariant = {
    code: 'row_sum',
    table: 'table3',
    holds: 24,
    open: 0,
    broken: [{ soft: false, row: 'new', column: 'total', expected: 7, found: 8 }],
  }

  it('[RPT-4] are found in the sheet in either form', () => {
    expect(placeInTable3(sheet('2021'), 3, 6)).toEqual({ row: 'new', column: 'total' })
    expect(placeInTable3(sheet('2019'), 3 + reportRows('2019').length - 1, 0)).toEqual({
      row: 'carried_out',
      column: 'natural',
    })
    expect(placeInTable3(sheet('2021'), 1, 0)).toBeNull()
    expect(brokenAt([wrong], { row: 'new', column: 'total' })).toMatchObject({ expected: 7, found: 8 })
    expect(brokenAt([wrong], { row: 'carried_in', column: 'total' })).toBeNull()
  })
})
