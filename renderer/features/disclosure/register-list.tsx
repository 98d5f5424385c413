import type { Ref, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { disclosureStates } from '../../../domain/disclosure/disclosure-state.ts'
import { grouped } from '../../i18n/counts.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type DataTableHandle } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChip, ToggleChip } from '../../ui/filter-chip.tsx'
import { ListFilter } from '../../ui/list-filter.tsx'
import type { DisclosureView } from './model/disclosure-view.ts'
import { useRegisterColumns } from './register-columns.tsx'
import type { useRegister } from './use-register.ts'

export interface RegisterListProps {
  readonly register: ReturnType<typeof useRegister>
  readonly view: DisclosureView
  readonly onView: (view: DisclosureView) => void
  readonly center: string
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly tableRef: RefObject<DataTableHandle | null>
  readonly filterRef: Ref<HTMLInputElement>
  readonly onLift: () => void
}

/** 登记台账: every request of the store, a page at a time. */
export function RegisterList({ register, view, onView, center, selected, ...rest }: RegisterListProps) {
  const { t } = useTranslation(['disclosure', 'terms'])
  const { onSelect, onOpen, tableRef, filterRef, onLift } = rest
  const { rows, total, more, loadMore } = register
  const columns = useRegisterColumns(center)
  const filtered = view.text.trim() !== '' || view.statuses.length > 0 || view.openOnly
  return (
    <section className="panel bd-list" aria-label={t('tabs.register')}>
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
          options={disclosureStates.map((value) => ({ value, label: t(`terms:status.${value}`) }))}
        />
        <ToggleChip
          label={t('filter.openOnly')}
          on={view.openOnly}
          onChange={(openOnly) => onView({ ...view, openOnly })}
        />
        <span className="grow" />
        <span className="small muted num" role="status">
          {t(more ? 'totalMore' : 'total', { n: grouped(total) })}
        </span>
      </div>
      <DataTable
        ref={tableRef}
        label={t('tabs.register')}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowCount={more ? -1 : total}
        rowHeight={40}
        selectedId={selected}
        onSelect={({ id }) => onSelect(id)}
        onOpen={({ id }) => onOpen(id)}
        onNearEnd={loadMore}
        empty={
          filtered ? (
            <EmptyState
              title={t('empty.filtered')}
              actions={
                <Button keys="Alt X" onPress={onLift}>
                  {t('filter.lift')}
                </Button>
              }
            >
              {t('empty.registerFilteredText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('empty.register')}>{t('empty.registerText')}</EmptyState>
          )
        }
      />
    </section>
  )
}
