import type { Ref, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskLine } from '../../../contract/queries/disclosure.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type DataTableHandle } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListFilter } from '../../ui/list-filter.tsx'
import { useDeskColumns } from './desk-columns.tsx'
import type { DisclosureTab, DisclosureView } from './model/disclosure-view.ts'

export interface DeskListProps {
  readonly tab: Exclude<DisclosureTab, 'register'>
  readonly rows: readonly DeskLine[]
  readonly view: DisclosureView
  readonly onView: (view: DisclosureView) => void
  readonly center: string
  readonly today: PlainDate
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly tableRef: RefObject<DataTableHandle | null>
  readonly filterRef: Ref<HTMLInputElement>
  readonly onLift: () => void
}

/** What is owed, what was charged, or what may be gone against. */
export function DeskList({ tab, rows, view, onView, center, today, selected, ...rest }: DeskListProps) {
  const { t } = useTranslation('disclosure')
  const { onSelect, onOpen, tableRef, filterRef, onLift } = rest
  const columns = useDeskColumns(tab, center, today)
  const filters = [tab === 'work' && view.place !== null ? t(`places.${view.place}`) : '', view.text.trim()].filter(
    (name) => name !== '',
  )
  return (
    <section className="panel bd-list" aria-label={t(`tabs.${tab}`)}>
      <div className="bd-bar">
        <ListFilter
          label={t('filter.text')}
          placeholder={t('filter.placeholder')}
          value={view.text}
          onChange={(text) => onView({ ...view, text })}
          onDown={() => tableRef.current?.focus()}
          inputRef={filterRef}
        />
      </div>
      <DataTable
        ref={tableRef}
        label={t(`tabs.${tab}`)}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowCount={rows.length}
        rowHeight={40}
        selectedId={selected}
        onSelect={({ id }) => onSelect(id)}
        onOpen={({ id }) => onOpen(id)}
        empty={
          filters.length === 0 ? (
            <EmptyState title={t(`empty.${tab}`)}>{t(`empty.${tab}Text`)}</EmptyState>
          ) : (
            <EmptyState
              title={t('empty.filtered')}
              actions={
                <Button keys="Alt X" onPress={onLift}>
                  {t('filter.lift')}
                </Button>
              }
            >
              {t('empty.filteredText', { what: filters.join(t('join')) })}
            </EmptyState>
          )
        }
      />
    </section>
  )
}
