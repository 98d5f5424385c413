import type { DocumentCounts, ProactiveFigures } from '../../report/table.ts'
import { type FigureCell, type FigureRecord, figureCells } from './figure-record.ts'

/** A figure as a report names it. */
export type StatedFigure = Pick<FigureRecord, 'cell' | 'organ' | 'counts' | 'basis'>

/** The figures stated for a year, by cell as the form has them and by organ. */
export const statedFor = (records: Iterable<FigureRecord>, year: number): readonly StatedFigure[] =>
  [...records]
    .filter((record) => record.status === 'stated' && record.year === year)
    .map(({ cell, organ, counts, basis }) => ({ cell, organ, counts, basis }))
    .sort((a, b) => figureCells.indexOf(a.cell) - figureCells.indexOf(b.cell) || (a.organ < b.organ ? -1 : 1))

/**
 * Section 二 with what was stated in the place of what was counted: a cell that somebody states is the sum of all who state it, and never mixed
 * with rows that happen to be here. Null = neither counted nor stated.
 */
export const withStated = (
  counted: ProactiveFigures | null,
  stated: readonly StatedFigure[],
): ProactiveFigures | null => {
  if (stated.length === 0) return counted
  const sums = (cell: FigureCell): readonly number[] | null => {
    const all = stated.filter((figure) => figure.cell === cell)
    const [first] = all
    if (first === undefined) return null
    return first.counts.map((_, at) => all.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0))
  }
  const documents = (cell: FigureCell): DocumentCounts | null => {
    const [made, repealed, inForce] = sums(cell) ?? []
    return made === undefined || repealed === undefined || inForce === undefined ? null : { made, repealed, inForce }
  }
  const single = (cell: FigureCell): number | null => sums(cell)?.[0] ?? null
  return {
    rules: documents('rules') ?? counted?.rules ?? null,
    normativeDocuments: documents('normative') ?? counted?.normativeDocuments ?? null,
    licences: single('licences') ?? counted?.licences ?? null,
    penalties: single('penalties') ?? counted?.penalties ?? null,
    compulsion: single('compulsion') ?? counted?.compulsion ?? null,
    chargesFen: single('charges') ?? counted?.chargesFen ?? null,
  }
}
