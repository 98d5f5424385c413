import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeriodFigures } from '../../../contract/queries/statistics.ts'
import type { ItemFigures } from '../../../domain/report/item-figures.ts'
import { grouped } from '../../i18n/counts.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import type { DataColumn } from '../../ui/data-column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Chart } from './chart.tsx'

/** As many as a chart can show and still be read. */
const charted = 8

/** Item by item: promised, statutory and used days of the same closed cases, and who kept his time. */
export function ItemsTab({ period }: { readonly period: PeriodFigures }) {
  const { t } = useTranslation('statistics')
  const { items } = period
  const { find } = useNavigation()
  const [selected, setSelected] = useState<string | null>(null)
  const columns = useItemColumns()
  const chosen = items.find((item) => idOf(item) === selected) ?? items[0]
  useKeys([
    { keys: 'Enter', label: t('items.open'), run: () => (chosen === undefined ? undefined : find(chosen.name)) },
  ])
  const compared = useMemo(() => items.filter((item) => item.compared > 0).slice(0, charted), [items])
  const data = useMemo(() => {
    const mean = (days: number, of: number) => Math.round((10 * days) / of) / 10
    return {
      kind: 'lying_bars' as const,
      categories: compared.map(({ name }) => name),
      series: [
        { name: t('center.statutory'), values: compared.map((item) => mean(item.statutoryDays, item.compared)) },
        { name: t('center.promised'), values: compared.map((item) => mean(item.promisedDays, item.compared)) },
        { name: t('center.actual'), values: compared.map((item) => mean(item.actualDays, item.compared)) },
      ],
    }
  }, [compared, t])
  return (
    <div className={`st-items ${compared.length === 0 ? 'alone' : ''}`}>
      <section className="panel st-list" aria-label={t('items.title')}>
        <DataTable
          label={t('items.title')}
          columns={columns}
          rows={items}
          rowId={idOf}
          rowCount={items.length}
          selectedId={chosen === undefined ? null : idOf(chosen)}
          onSelect={(item) => setSelected(idOf(item))}
          onOpen={(item) => find(item.name)}
          empty={<EmptyState title={t('items.empty')}>{t('items.emptyText')}</EmptyState>}
        />
      </section>
      {compared.length === 0 ? null : (
        <Panel title={t('items.chart')} note={t('items.chartNote', { n: compared.length })} className="st-items-chart">
          <Chart label={t('items.chartLabel')} data={data} height={54 + 62 * compared.length} />
        </Panel>
      )}
    </div>
  )
}

const idOf = ({ code, organ }: ItemFigures): string => `${code} ${organ}`

const useItemColumns = (): readonly DataColumn<ItemFigures>[] => {
  const { t } = useTranslation('statistics')
  return useMemo(() => {
    const percent = (rate: string | null) =>
      rate === null ? <span className="faint">{t('none')}</span> : <span className="num">{rate}%</span>
    const mean = (days: number, { compared }: ItemFigures) =>
      compared === 0 ? (
        <span className="faint">{t('none')}</span>
      ) : (
        <span className="num">{(Math.round((10 * days) / compared) / 10).toFixed(1)}</span>
      )
    const figure = (
      id:
        | 'received'
        | 'closed'
        | 'statutory'
        | 'promised'
        | 'actual'
        | 'promisedCompression'
        | 'actualCompression'
        | 'onTime',
      width: number,
      cell: DataColumn<ItemFigures>['cell'],
      from = 0,
    ): DataColumn<ItemFigures> => ({ id, header: t(`items.columns.${id}`), width, align: 'right', from, cell })
    return [
      { id: 'name', header: t('items.columns.name'), width: 'grow', cell: ({ name }) => name },
      { id: 'organ', header: t('items.columns.organ'), width: 130, from: 900, cell: ({ organ }) => organ },
      figure('received', 52, ({ received }) => grouped(received)),
      figure('closed', 52, ({ closed }) => grouped(closed)),
      figure('statutory', 72, (item) => mean(item.statutoryDays, item)),
      figure('promised', 72, (item) => mean(item.promisedDays, item)),
      figure('actual', 72, (item) => mean(item.actualDays, item)),
      figure('promisedCompression', 84, (item) => percent(item.promisedCompression), 640),
      figure('actualCompression', 84, (item) => percent(item.actualCompression), 560),
      figure('onTime', 78, (item) => percent(item.onTimeRate)),
    ]
  }, [t])
}
