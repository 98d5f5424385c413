import type { ColumnStandingRow } from '../../../../contract/queries/catalogue.ts'
import type { PublicationState } from '../../../../domain/record/publication/publication-record.ts'

/** Where a person is in the catalogue; kept while he is on another page. */
export interface CatalogueView {
  /** Code of the column in view; null = the whole catalogue. */
  readonly category: string | null
  /** Columns whose parts are shown. */
  readonly open: readonly string[]
  readonly text: string
  readonly statuses: readonly PublicationState[]
  readonly owedOnly: boolean
  readonly selected: string | null
}

export const initialCatalogueView: CatalogueView = {
  category: null,
  open: ['20'],
  text: '',
  statuses: [],
  owedOnly: false,
  selected: null,
}

export const parentOf = (code: string): string | null => {
  const cut = code.lastIndexOf('-')
  return cut === -1 ? null : code.slice(0, cut)
}

/** Columns in sight: those whose every column above is open. */
export const visibleColumns = (
  columns: readonly ColumnStandingRow[],
  open: readonly string[],
): readonly ColumnStandingRow[] =>
  columns.filter(({ code }) => {
    for (let above = parentOf(code); above !== null; above = parentOf(above)) if (!open.includes(above)) return false
    return true
  })

export const hasFilter = ({ text, statuses, owedOnly }: CatalogueView): boolean =>
  text.trim() !== '' || statuses.length > 0 || owedOnly
