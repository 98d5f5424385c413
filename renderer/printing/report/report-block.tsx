import { textPiece } from '../../letters/layout/text-lines.ts'
import type { ReportBlock } from './report-blocks.ts'
import { type Row, rowsBetween } from './table-sections.ts'

export interface ReportBlockProps {
  readonly block: ReportBlock
  /** Rows or lines [from, to) of the block; the whole of it when no part is named. */
  readonly part?: { readonly from: number; readonly to: number; readonly lineStarts: readonly number[] }
}

export function ReportBlockView({ block, part }: ReportBlockProps) {
  switch (block.kind) {
    case 'solid':
      return <h2 className="report-heading">{block.text}</h2>
    case 'text': {
      const { text, continued, continues } =
        part === undefined
          ? { text: block.text, continued: false, continues: false }
          : textPiece(block.text, part.lineStarts, part.from, part.to)
      const look = ['letter-text', continued ? 'continued' : '', continues ? 'continues' : ''].join(' ')
      return <p className={look}>{text}</p>
    }
    case 'rows': {
      const { name, section, widths, joined } = block
      const { head, body } = section
      const look = `letter-table report-table ${joined.above ? 'above' : ''} ${joined.below ? 'below' : ''}`
      const whole = widths.reduce((sum, width) => sum + width, 0)
      return (
        <table className={look} aria-label={name}>
          <colgroup>
            {widths.map((width, column) => (
              <col key={column} style={{ width: `${(100 * width) / whole}%` }} />
            ))}
          </colgroup>
          {head.length === 0 ? null : (
            <thead>
              <Rows rows={head} />
            </thead>
          )}
          <tbody>
            <Rows rows={part === undefined ? body : rowsBetween(body, part.from, part.to)} />
          </tbody>
        </table>
      )
    }
  }
}

/** A printed table never changes its order: the place is the identity. */
function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return rows.map((row, at) => (
    <tr key={at}>
      {row.map(({ value, across, down, head }, place) => {
        const Tag = head ? 'th' : 'td'
        return (
          <Tag key={place} colSpan={across} rowSpan={down}>
            {value}
          </Tag>
        )
      })}
    </tr>
  ))
}
