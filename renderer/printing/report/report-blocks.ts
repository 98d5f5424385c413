import type { ReportDocumentData } from '../../../contract/queries/statistics.ts'
import { columnWidths, type TableSection, tableSections } from './table-sections.ts'

/** A piece of a report as it is laid out: `text` breaks between lines, `rows` between rows, a heading stays with what follows. */
export type ReportBlock =
  | { readonly kind: 'solid'; readonly withNext: true; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'rows'
      readonly name: string
      readonly section: TableSection
      /** Of the columns, beside each other; the same for all sections of a table. */
      readonly widths: readonly number[]
      /** Stands right above or below another section of its table. */
      readonly joined: { readonly above: boolean; readonly below: boolean }
    }

export const reportBlocks = ({ blocks }: ReportDocumentData): readonly ReportBlock[] =>
  blocks.flatMap((block): readonly ReportBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'solid', withNext: true, text: block.text }]
      case 'paragraph':
        return [{ kind: 'text', text: block.text }]
      case 'table': {
        const widths = columnWidths(block.rows)
        return tableSections(block.rows).map((section, at, all) => ({
          kind: 'rows',
          name: block.name,
          section,
          widths,
          joined: { above: at < all.length - 1, below: at > 0 },
        }))
      }
    }
  })
