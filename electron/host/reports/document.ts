/** A report as it is read: told once, written as a page or as a workbook. */
export interface ReportDocument {
  readonly title: string
  readonly blocks: readonly ReportBlock[]
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | ReportTable

export interface ReportTable {
  readonly kind: 'table'
  /** Name of its sheet in a workbook. */
  readonly name: string
  readonly rows: readonly (readonly TableCell[])[]
}

/** As in HTML: a cell takes the next free place of its row, and covers `across` columns and `down` rows. */
export interface TableCell {
  readonly value: string | number
  readonly across: number
  readonly down: number
  readonly head: boolean
}

export const cell = (value: string | number): TableCell => ({ value, across: 1, down: 1, head: false })

export const head = (value: string, across = 1, down = 1): TableCell => ({ value, across, down, head: true })

export interface PlacedCell extends TableCell {
  /** From 1. */
  readonly row: number
  readonly column: number
}

/** Where every cell of a table stands. Throws for a table that is no rectangle: cells overlap, or rows differ in width. */
export const placeCells = ({ rows }: ReportTable): readonly PlacedCell[] => {
  const taken = rows.map(() => new Set<number>())
  const placed: PlacedCell[] = []
  for (const [at, row] of rows.entries()) {
    let column = 1
    for (const one of row) {
      while (taken[at]?.has(column) === true) column += 1
      placed.push({ ...one, row: at + 1, column })
      for (let down = 0; down < one.down; down += 1) {
        const line = taken[at + down]
        if (line === undefined) throw new RangeError(`A cell of row ${String(at + 1)} reaches below the table`)
        for (let across = 0; across < one.across; across += 1) {
          if (line.has(column + across)) throw new RangeError(`Cells of row ${String(at + 1)} overlap`)
          line.add(column + across)
        }
      }
    }
  }
  const widths = new Set(taken.map((line) => line.size))
  if (widths.size > 1 || taken.some((line) => line.size > 0 && Math.max(...line) !== line.size))
    throw new RangeError('The rows of a table differ in width')
  return placed
}
