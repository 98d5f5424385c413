import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { MadeReport, ReportDocumentData } from '../../../contract/queries/statistics.ts'
import { grouped } from '../../i18n/counts.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Mark } from '../../ui/mark.tsx'
import { brokenAt, placeInTable3 } from './model/broken-cells.ts'

type Block = ReportDocumentData['blocks'][number]
type Table = Extract<Block, { readonly kind: 'table' }>

/** The report as it is printed. What does not add up has a thick border and says by how much; nothing is corrected by itself. */
export function ReportPreview({ made }: { readonly made: MadeReport }) {
  const { t } = useTranslation('statistics')
  const { document: report } = made
  const id = useId()
  const sections = report.blocks.flatMap((block, at) => (block.kind === 'heading' ? [{ at, text: block.text }] : []))
  const show = (at: number) => document.getElementById(`${id}-${String(at)}`)?.scrollIntoView({ block: 'start' })
  useKeys(
    sections.slice(0, 9).map(({ at }, n) => ({
      keys: String(n + 1),
      run: () => show(at),
      ...(n === 0 ? { label: t('keys.section'), shown: `1–${String(Math.min(9, sections.length))}` } : {}),
    })),
  )
  return (
    <div className="st-paper">
      {sections.length < 2 ? null : (
        <div className="st-sections" role="group" aria-label={t('reports.sections')}>
          {sections.map(({ at, text }, n) => (
            <button key={at} type="button" title={String(n + 1)} onClick={() => show(at)}>
              {text}
            </button>
          ))}
        </div>
      )}
      <article className="st-report" aria-label={report.title} tabIndex={0}>
        <h2>{report.title}</h2>
        {made.incomplete === 0 ? null : <p>{t('incomplete', { n: made.incomplete })}</p>}
        {report.blocks.map((block, at) => (
          // Blocks stand in the order of the report.
          <BlockView key={at} id={`${id}-${String(at)}`} block={block} made={made} />
        ))}
      </article>
    </div>
  )
}

function BlockView({ id, block, made }: { readonly id: string; readonly block: Block; readonly made: MadeReport }) {
  if (block.kind === 'heading') return <h3 id={id}>{block.text}</h3>
  if (block.kind === 'paragraph') return <p>{block.text}</p>
  return <TableView table={block} made={made} />
}

function TableView({ table, made }: { readonly table: Table; readonly made: MadeReport }) {
  const { t } = useTranslation('statistics')
  const balanced = isTable3(table) && made.balances.length > 0
  return (
    <div className="st-sheet" role="group" aria-label={table.name} tabIndex={0}>
      <table aria-label={table.name}>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) => {
                const spans = { colSpan: cell.across, rowSpan: cell.down }
                if (cell.head)
                  return (
                    <th key={place} {...spans}>
                      {cell.value}
                    </th>
                  )
                const nth = row.slice(0, place).filter(({ head }) => !head).length
                return <Cell key={place} value={cell.value} spans={spans} broken={brokenOf(table, made, at, nth)} />
              })}
            </tr>
          ))}
        </tbody>
        {balanced ? (
          <tfoot>
            <tr>
              <th colSpan={3}>{t('reports.balance')}</th>
              {made.balances.map(({ column, before, after }) => (
                <td key={column} className={before === after ? '' : 'bad'}>
                  {grouped(before)} {before === after ? t('reports.equal') : t('reports.unequal')} {grouped(after)}{' '}
                  <Mark name={before === after ? 'done' : 'cross'} />
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

interface CellProps {
  readonly value: string | number
  readonly spans: { readonly colSpan: number; readonly rowSpan: number }
  readonly broken: { readonly expected: number; readonly found: number } | null
}

function Cell({ value, spans, broken }: CellProps) {
  const { t } = useTranslation('statistics')
  const text = typeof value === 'number' && Number.isInteger(value) ? grouped(value) : value
  return (
    <td {...spans} className={broken === null ? (value === 0 ? 'zero' : '') : 'bad'}>
      {text}
      {broken === null ? null : (
        <small>
          {t('reports.difference', { expected: grouped(broken.expected), n: broken.found - broken.expected })}
        </small>
      )}
    </td>
  )
}

/** Only the table of requests has three columns of heads and seven of figures. */
const isTable3 = (table: Table): boolean => placeInTable3(table, 3, 6) !== null

const brokenOf = (table: Table, { invariants }: MadeReport, row: number, cell: number): CellProps['broken'] => {
  const place = invariants === null ? null : placeInTable3(table, row, cell)
  return place === null || invariants === null ? null : brokenAt(invariants, place)
}
