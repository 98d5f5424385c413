import type { ReactNode } from 'react'

/** One line of a table of facts: one pair across the whole width, or two side by side. */
export type FactRow = readonly [string, ReactNode] | readonly [string, ReactNode, string, ReactNode]

export function Facts({ rows }: { readonly rows: readonly FactRow[] }) {
  return (
    <table className="letter-table letter-facts">
      <colgroup>
        <col className="letter-name" />
        <col />
        <col className="letter-name" />
        <col />
      </colgroup>
      <tbody>
        {rows.map(([name, value, secondName, secondValue]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {secondName === undefined ? (
              <td colSpan={3}>{value}</td>
            ) : (
              <>
                <td>{value}</td>
                <th scope="row">{secondName}</th>
                <td>{secondValue}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Paragraph({ children }: { readonly children: ReactNode }) {
  return <p className="letter-p">{children}</p>
}

/** Dates and decisions stand out by their face, as in printed official letters. */
export function Strong({ children }: { readonly children: ReactNode }) {
  return <b className="letter-strong">{children}</b>
}
