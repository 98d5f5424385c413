import { RunsText } from './blocks/runs.tsx'
import type { LetterBlock } from './letter-content.ts'
import { textPiece } from './layout/text-lines.ts'

/** Rows or lines [from, to) of a block; the whole of it when no part is named. */
export function LetterBlockView(props: {
  readonly block: LetterBlock
  readonly part?: { readonly from: number; readonly to: number; readonly lineStarts: readonly number[] }
}) {
  const { block, part } = props
  switch (block.kind) {
    case 'solid':
      return block.node
    case 'text': {
      const piece =
        part === undefined
          ? { text: block.text, continued: false, continues: false }
          : textPiece(block.text, part.lineStarts, part.from, part.to)
      const look = ['letter-text', piece.continued ? 'continued' : '', piece.continues ? 'continues' : ''].join(' ')
      return <p className={look}>{piece.text}</p>
    }
    case 'rows': {
      const from = part?.from ?? 0
      return (
        <table className="letter-table letter-rows">
          <colgroup>
            {block.columns.map((column) => (
              <col key={column.title} style={column.width === null ? {} : { width: `${column.width}mm` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {block.columns.map((column) => (
                <th key={column.title} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.slice(from, part?.to).map((row, at) => (
              // A printed table never changes its order: the place is the identity.
              <tr key={from + at}>
                {row.map((cell, column) => (
                  <td
                    key={block.columns[column]?.title}
                    className={block.columns[column]?.centered === true ? 'center' : ''}
                  >
                    <RunsText runs={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    }
  }
}
