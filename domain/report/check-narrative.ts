import { figureAt, resultRowsOf } from './check-table3.ts'
import { type OutcomeGroup, groupOf, outcomeGroups } from './outcome.ts'
import { percentOfChange } from './percent.ts'
import type { Narrative, PublishedReport } from './published-report.ts'
import { type RemedyColumn, type ReportRow, type ResultRow, remedyResults, reportColumns } from './table.ts'
import { type Checked, type Violation, checkEqual } from './violation.ts'
import type { Figure } from './weigh.ts'

/** The text against the tables, and the figures of the text among themselves. */
export const checkNarrative = (report: PublishedReport, previous: PublishedReport | null): readonly Checked[] => {
  const { narrative } = report
  if (narrative === null) return []
  const tabled = report.table3?.total !== undefined
  return [
    ...againstTables(narrative, report),
    ...amongThemselves(narrative, tabled),
    ...change(narrative, report, previous),
  ]
}

/** Names under which the text may state a figure; `received_total` is with what was carried in. */
const names = {
  received: ['received', 'received_stated'],
  receivedTotal: ['received_total', 'received_total_stated'],
  carriedOut: ['carried_out', 'carried_out_implied', 'pending'],
} as const

const stated = (narrative: Narrative, ...keys: readonly string[]): number | undefined =>
  keys.map((key) => narrative[key]).find((value) => typeof value === 'number')

const groupKeys: readonly OutcomeGroup[] = outcomeGroups

type Statement = readonly [key: string, figures: readonly Figure[], inTable: readonly Figure[]]

const againstTables = (narrative: Narrative, { table3, table4 }: PublishedReport): readonly Checked[] => {
  const row = (key: ReportRow): Figure => (table3 === null ? undefined : rowTotal(table3, key))
  const group = (key: OutcomeGroup): readonly Figure[] =>
    table3 === null
      ? [undefined]
      : resultRowsOf(table3)
          .filter((result) => resultGroup(result) === key)
          .map(row)
  const received = stated(narrative, ...names.receivedTotal) === undefined ? (['new'] as const) : bothReceived
  const column = (at: number): readonly Figure[] =>
    received.map((key) => (table3 === null ? undefined : figureAt(table3, key, at)))
  const review = (result: RemedyColumn): readonly Figure[] => [table4?.review[result]]
  const litigation = (result: RemedyColumn): readonly Figure[] => [table4?.direct[result], table4?.after_review[result]]
  const remedies = [...remedyResults, 'total'] as const
  const withdrawn = stated(narrative, 'withdrawn')
  const statements: readonly Statement[] = [
    ...names.received.map((key): Statement => [key, [stated(narrative, key)], [row('new')]]),
    ...names.receivedTotal.map((key): Statement => [key, [stated(narrative, key)], bothReceived.map(row)]),
    ['carried_in', [stated(narrative, 'carried_in')], [row('carried_in')]],
    // Some count what was withdrawn beside what was replied to, as the form does not.
    ['replied', [stated(narrative, 'replied'), ...(withdrawn === undefined ? [] : [withdrawn])], [row('total')]],
    ...names.carriedOut.map((key): Statement => [key, [stated(narrative, key)], [row('carried_out')]]),
    ...groupKeys.map((key): Statement => [key, [stated(narrative, key)], group(key)]),
    ['granted_and_partial', [stated(narrative, 'granted_and_partial')], [...group('granted'), ...group('partial')]],
    ['natural', [stated(narrative, 'natural')], column(0)],
    ['legal', [stated(narrative, 'legal')], [1, 2, 3, 4, 5].flatMap(column)],
    ...remedies.flatMap((result): readonly Statement[] => {
      const end = result === 'total' ? '' : `_${result}`
      return [
        [`review${end}`, [stated(narrative, `review${end}`)], review(result)],
        [`litigation${end}`, [stated(narrative, `litigation${end}`)], litigation(result)],
      ]
    }),
  ]
  // What the source holds no table for is not a question left open: nothing was asked.
  return statements
    .filter(([, [figure], inTable]) => figure !== undefined && inTable.some((cell) => cell !== undefined))
    .map(([key, figures, inTable]) =>
      checkEqual('narrative_differs', { table: 'narrative', row: key, column: null }, inTable, figures),
    )
}

const bothReceived = ['new', 'carried_in'] as const

const resultGroup = (row: ResultRow): OutcomeGroup => (row === 'other_all' ? 'other' : groupOf(row))

/** 总计 of a row; where it is blank, the sum of the other cells when all are printed. */
const rowTotal = (table3: NonNullable<PublishedReport['table3']>, row: ReportRow): Figure => {
  const total = figureAt(table3, row, reportColumns.length - 1)
  if (typeof total === 'number') return total
  const parts = reportColumns.slice(0, -1).map((_, at) => figureAt(table3, row, at))
  return parts.every((part) => typeof part === 'number')
    ? parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
    : total
}

/** `tabled`: what came in and went out is held against table 3 already, which also states what the text leaves out. */
const amongThemselves = (narrative: Narrative, tabled: boolean): readonly Checked[] => {
  const of = (...keys: readonly string[]) => stated(narrative, ...keys)
  const [received, receivedTotal] = [of(...names.received), of(...names.receivedTotal)]
  const [replied, withdrawn, carriedOut] = [of('replied'), of('withdrawn'), of(...names.carriedOut)]
  // A text leaves out what is nothing, so an unstated carry-over is a blank; replies nobody would leave out.
  const before = receivedTotal === undefined ? [received, of('carried_in') ?? null] : [receivedTotal]
  const after = [replied, ...(withdrawn === undefined ? [] : [withdrawn]), carriedOut ?? null]
  const opened = of('granted_and_partial')
  const groups = [
    ...(opened === undefined ? [of('granted'), of('partial')] : [opened]),
    ...groupKeys.slice(2).map((key) => of(key)),
  ]
  const channels = narrative['by_channel']
  const sums: readonly Statement[] = [
    ...(tabled
      ? []
      : ([
          ['replied', before, after],
          ['granted', groups, [replied]],
        ] as const)),
    ['natural', [of('natural'), of('legal')], [receivedTotal ?? received]],
    ...(typeof channels === 'object'
      ? ([['by_channel', Object.values(channels), [received ?? receivedTotal]]] as const)
      : []),
    ...(['review', 'litigation'] as const).map((key): Statement => [
      key,
      remedyResults.map((result) => of(`${key}_${result}`)),
      [of(key)],
    ]),
  ]
  return sums
    .filter(([, left, right]) => [left, right].every((side) => side.some((figure) => typeof figure === 'number')))
    .map(([key, left, right]) =>
      checkEqual('narrative_sum', { table: 'narrative', row: key, column: null }, left, right),
    )
}

/** 同比: a stated change must come from the number of last year, or at least from some whole number. */
const change = (
  narrative: Narrative,
  { table3 }: PublishedReport,
  previous: PublishedReport | null,
): readonly Checked[] => {
  const percent = stated(narrative, 'yoy_percent')
  const now = stated(narrative, ...names.received) ?? (table3 === null ? undefined : rowTotal(table3, 'new'))
  if (percent === undefined || typeof now !== 'number' || percent <= -100) return []
  const place = { table: 'narrative', row: 'yoy_percent', column: null } as const
  const before = previous === null ? null : previous.table3
  const known = before === null ? undefined : rowTotal(before, 'new')
  const then = typeof known === 'number' ? known : Math.round(now / (1 + percent / 100))
  const decimals = (String(percent).split('.')[1] ?? '').length
  const expected = percentOfChange(then, now, decimals)
  if (expected === null) return []
  const code = typeof known === 'number' ? 'change_differs' : 'change_impossible'
  const violation: Violation = { code, severity: 'hard', place, expected: Number(expected), found: percent }
  if (Number(expected) !== percent) return [{ code, place, weight: 'violated', violation }]
  // That some number fits does not prove that it was last year's.
  return [{ code, place, weight: typeof known === 'number' ? 'holds' : 'cannot_tell', violation: null }]
}
