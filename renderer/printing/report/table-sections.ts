import type { ReportDocumentData } from '../../../contract/queries/statistics.ts'

type Table = Extract<ReportDocumentData['blocks'][number], { readonly kind: 'table' }>
export type Row = readonly Cell[]
export type Cell = Table['rows'][number][number]

/** Rows under the heads that are repeated where a page ends among them. Forms like 主动公开 have several, one below the other. */
export interface TableSection {
  readonly head: readonly Row[]
  readonly body: readonly Row[]
}

interface PlacedCell extends Cell {
  readonly row: number
  readonly column: number
}

/** Where every cell stands, from 0: it takes the next free place of its row, as in HTML. */
const placeCells = (rows: readonly Row[]): readonly PlacedCell[] => {
  const taken = rows.map(() => new Set<number>())
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while (taken[row]?.has(column) === true) column += 1
      const placed = { ...cell, row, column }
      for (const line of taken.slice(row, row + cell.down))
        for (let across = 0; across < cell.across; across += 1) line.add(column + across)
      return placed
    })
  })
}

const isHead = (row: Row | undefined): boolean => row !== undefined && row.length > 0 && row.every(({ head }) => head)

/** A table by its sections, in order. No cell reaches from one into the next, nor from heads into rows. */
export const tableSections = (rows: readonly Row[]): readonly TableSection[] => {
  const cells = placeCells(rows)
  const isCrossed = (before: number) => cells.some(({ row, down }) => row < before && row + down > before)
  const starts = rows.flatMap((row, at) =>
    at === 0 || (isHead(row) && !isHead(rows[at - 1]) && !isCrossed(at)) ? [at] : [],
  )
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? rows.length
    const firstOfBody = rows.findIndex((row, n) => n >= from && n < to && !isHead(row))
    // Heads of nothing stand as rows: they are printed once.
    const split = firstOfBody === -1 || isCrossed(firstOfBody) ? from : firstOfBody
    return { head: rows.slice(from, split), body: rows.slice(split, to) }
  })
}

/**
 * Rows [from, to) as a table of its own. A head that reaches over either end is cut there and said again, so that every row
 * keeps its labels; a figure is never said twice.
 */
export const rowsBetween = (rows: readonly Row[], from: number, to: number): readonly Row[] => {
  const lines: PlacedCell[][] = Array.from({ length: to - from }, () => [])
  for (const cell of placeCells(rows)) {
    const [first, end] = [Math.max(cell.row, from), Math.min(cell.row + cell.down, to)]
    if (first >= end) continue
    const value = cell.head || cell.row >= from ? cell.value : ''
    lines[first - from]?.push({ ...cell, value, down: end - first })
  }
  return lines.map((line) =>
    line.sort((a, b) => a.column - b.column).map(({ value, across, down, head }) => ({ value, across, down, head })),
  )
}

/** Characters that a column has room for at the least, and at the most: longer words break. */
const [narrowest, widest] = [4, 18]

/** How wide each column is beside the others, in characters: by its longest figure, or words spread over the rows they have. */
export const columnWidths = (rows: readonly Row[]): readonly number[] => {
  const widths: number[] = []
  for (const { column, across, down, value, head } of placeCells(rows)) {
    for (let at = column; at < column + across; at += 1) widths[at] ??= narrowest
    const length = head ? Math.ceil(String(value).length / down) : String(value).length
    if (across === 1) widths[column] = Math.min(widest, Math.max(widths[column] ?? narrowest, length))
  }
  return widths
}
