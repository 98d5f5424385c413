import type { ReactNode } from 'react'

export interface DataColumn<T> {
  readonly id: string
  readonly header: string
  readonly cell: (row: T) => ReactNode
  /** Pixels, or how the rest is shared: `grow` takes what is left. */
  readonly width: number | 'grow'
  readonly align?: 'left' | 'right' | 'center'
  /** The table must be at least this wide, in pixels, for the column to be shown; absent = always shown. */
  readonly from?: number
  readonly sorted?: 'ascending' | 'descending'
}

/** Visibility by column id for a table of this width. Width 0 = not measured yet: everything. */
export const visibleAt = <T>(columns: readonly DataColumn<T>[], width: number): Record<string, boolean> =>
  Object.fromEntries(columns.map((column) => [column.id, width === 0 || (column.from ?? 0) <= width]))

/** `grid-template-columns` for these columns. */
export const gridTemplate = <T>(columns: readonly DataColumn<T>[]): string =>
  columns.map((column) => (column.width === 'grow' ? 'minmax(120px, 1fr)' : `${column.width}px`)).join(' ')

export const cellClass = <T>(column: DataColumn<T> | undefined): string =>
  `dt-cell ${column?.align === 'right' ? 'r' : column?.align === 'center' ? 'c' : ''}`
