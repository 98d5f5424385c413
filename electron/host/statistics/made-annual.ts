import type { Invariant, MadeReport } from '../../../contract/queries/statistics.ts'
import { statedFor, withStated } from '../../../domain/record/figure/stated-figures.ts'
import { proactiveFigures } from '../../../domain/record/publication/proactive-facts.ts'
import { yearOf } from '../../../domain/plain-date.ts'
import { annualReport } from '../../../domain/report/annual.ts'
import { invariantsOf, verdictOn } from '../../../domain/report/check.ts'
import { requestStatistics } from '../../../domain/report/statistics.ts'
import { type Table3, reportColumns } from '../../../domain/report/table.ts'
import { toPublished } from '../../../domain/report/to-published.ts'
import type { Checked } from '../../../domain/report/violation.ts'
import { annualDocument } from '../reports/annual-document.ts'
import type { AnnualSource } from '../reports/report-sources.ts'
import { statisticsDocument } from '../reports/statistics-document.ts'
import { toMutable } from '../mutable.ts'

/** Up to then the statistics form of its time was used (RPT-22). */
const lastStatisticsYear = 2018

/** The report of a year with every invariant it is held to, whether it keeps them or not: nothing is corrected by itself. */
export const madeAnnual = (
  { organ, facts: all, proactive, stated: records, incomplete }: AnnualSource,
  year: number,
  written: { readonly problems: string; readonly other: string } | null = null,
): MadeReport => {
  const facts = [...all]
  if (year <= lastStatisticsYear)
    return {
      document: toMutable(statisticsDocument(requestStatistics(facts, year), organ)),
      invariants: null,
      balances: [],
      withYearBefore: false,
      addsUp: null,
      incomplete,
    }
  const reportOf = (of: number) => {
    const counted = proactive === null ? null : proactiveFigures(proactive, of)
    return annualReport(facts, of, withStated(counted, statedFor(records, of)))
  }
  const report = reportOf(year)
  // A store that knows nothing of the year before has no report of it to be compared with.
  const withYearBefore = year - 1 > lastStatisticsYear && facts.some(({ receivedOn }) => yearOf(receivedOn) < year)
  const previous = withYearBefore ? toPublished(reportOf(year - 1), organ) : null
  const checked = invariantsOf(toPublished(report, organ), previous)
  const texts = { problems: wordsOf(written?.problems), other: wordsOf(written?.other) }
  return {
    document: toMutable(annualDocument(report, organ, texts, statedFor(records, year))),
    invariants: invariantsByKind(checked),
    balances: balancesOf(report.table3),
    withYearBefore,
    addsUp: verdictOn(checked).addsUp,
    incomplete,
  }
}

const wordsOf = (text = ''): string | null => (text.trim() === '' ? null : text.trim())

/** One line a kind and table, in the order of the form. */
const invariantsByKind = (checked: readonly Checked[]): Invariant[] => {
  const kinds = new Map<string, Invariant>()
  for (const { code, place, weight, violation } of checked) {
    const key = `${place.table} ${code}`
    const one = kinds.get(key) ?? { code, table: place.table, holds: 0, open: 0, broken: [] }
    kinds.set(key, one)
    if (weight === 'holds') one.holds += 1
    if (weight === 'cannot_tell') one.open += 1
    if (violation !== null)
      one.broken.push({
        soft: violation.severity === 'soft',
        row: place.row,
        column: place.column,
        expected: violation.expected,
        found: violation.found,
      })
  }
  return [...kinds.values()]
}

const balancesOf = (table: Table3): MadeReport['balances'] =>
  reportColumns.map((column, at) => {
    const figure = (row: 'new' | 'carried_in' | 'total' | 'carried_out') => table[row]?.[at] ?? 0
    return { column, before: figure('new') + figure('carried_in'), after: figure('total') + figure('carried_out') }
  })
