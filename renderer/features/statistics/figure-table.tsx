import type { ReactNode } from 'react'

export interface FigureTableProps {
  readonly label: string
  readonly columns: readonly string[]
  /** The first cell of a line is its head, the others are figures. */
  readonly lines: readonly (readonly [ReactNode, ...ReactNode[]])[]
  readonly empty: string
}

/** Figures beside a chart: the same numbers, exact. */
export function FigureTable({ label, columns, lines, empty }: FigureTableProps) {
  return (
    <table className="st-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={column} scope="col" className={at === 0 ? '' : 'r'}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, ...values], at) => (
          // Lines stand in the order of the report.
          <tr key={at}>
            <th scope="row">{name}</th>
            {values.map((value, column) => (
              <td key={column} className="r num">
                {value}
              </td>
            ))}
          </tr>
        ))}
        {lines.length === 0 ? (
          <tr>
            <td colSpan={columns.length} className="muted">
              {empty}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}
