import { memo } from 'react'
import { type DataColumn, cellClass } from './data-column.ts'

export interface DataRowProps<T> {
  readonly row: T
  /** Those that are shown, in order. */
  readonly columns: readonly DataColumn<T>[]
  /** `grid-template-columns`. */
  readonly template: string
  readonly id: string
  /** In the whole list, 0 first. */
  readonly index: number
  /** Pixels from the top of the list. */
  readonly start: number
  readonly height: number
  readonly selected: boolean
  readonly onSelect: (row: T) => void
  readonly onOpen: (row: T) => void
}

const Row = <T,>({ row, columns, selected, onSelect, onOpen, ...place }: DataRowProps<T>) => (
  // Keys are handled by the grid, which has the focus.
  <div
    id={place.id}
    role="row"
    className="dt-row virtual"
    aria-rowindex={place.index + 2}
    aria-selected={selected}
    style={{
      gridTemplateColumns: place.template,
      height: place.height,
      transform: `translateY(${place.start}px)`,
    }}
    onClick={() => onSelect(row)}
    onDoubleClick={() => onOpen(row)}
  >
    {columns.map((column) => (
      <div key={column.id} role="gridcell" className={cellClass(column)}>
        {column.cell(row)}
      </div>
    ))}
  </div>
)

/** Drawn again only when something of it changes: while a list scrolls, rows come and go and none of the others does. */
// `memo` forgets the type parameter.
export const DataRow = memo(Row) as typeof Row
