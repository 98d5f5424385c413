import type { Ref, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { recordWords } from '../../../contract/words/record-words.ts'
import { publicationStates } from '../../../domain/record/publication/publication-record.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type DataTableHandle } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChip, ToggleChip } from '../../ui/filter-chip.tsx'
import { ListFilter } from '../../ui/list-filter.tsx'
import { useEntryColumns } from './entry-columns.tsx'
import { type CatalogueView, hasFilter } from './model/catalogue-view.ts'
import type { useEntries } from './use-catalogue.ts'

export interface EntryListProps {
  readonly entries: ReturnType<typeof useEntries>
  readonly view: CatalogueView
  readonly onView: (view: CatalogueView) => void
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly tableRef: RefObject<DataTableHandle | null>
  readonly filterRef: Ref<HTMLInputElement>
  readonly onLift: () => void
  /** Null = this person prepares no entries. */
  readonly onNew: (() => void) | null
}

/** The entries of the column in view, newest first. */
export function EntryList({ entries, view, onView, selected, ...rest }: EntryListProps) {
  const { t } = useTranslation('catalogue')
  const { onSelect, tableRef, filterRef, onLift, onNew } = rest
  const { rows, complete, loadMore } = entries
  const columns = useEntryColumns()
  return (
    <section className="panel bd-list" aria-label={t('listLabel')}>
      <div className="bd-bar">
        <ListFilter
          label={t('filter.text')}
          placeholder={t('filter.placeholder')}
          value={view.text}
          onChange={(text) => onView({ ...view, text })}
          onDown={() => tableRef.current?.focus()}
          inputRef={filterRef}
        />
        <FilterChip
          label={t('filter.status')}
          values={view.statuses}
          onChange={(statuses) => onView({ ...view, statuses })}
          options={publicationStates.map((value) => ({ value, label: recordWords.status.publication[value] }))}
        />
        <ToggleChip
          label={t('filter.owedOnly')}
          on={view.owedOnly}
          onChange={(owedOnly) => onView({ ...view, owedOnly })}
        />
      </div>
      <DataTable
        ref={tableRef}
        label={t('listLabel')}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowCount={complete ? rows.length : -1}
        rowHeight={40}
        selectedId={selected}
        onSelect={({ id }) => onSelect(id)}
        onOpen={() => undefined}
        onNearEnd={loadMore}
        empty={
          hasFilter(view) ? (
            <EmptyState
              title={t('empty.filtered')}
              actions={
                <Button keys="Alt X" onPress={onLift}>
                  {t('filter.lift')}
                </Button>
              }
            >
              {t('empty.filteredText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('empty.title')}
              {...(onNew === null
                ? {}
                : {
                    actions: (
                      <Button keys="N" onPress={onNew}>
                        {t('new')}
                      </Button>
                    ),
                  })}
            >
              {onNew === null ? null : t('empty.text')}
            </EmptyState>
          )
        }
      />
    </section>
  )
}
