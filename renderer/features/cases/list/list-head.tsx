import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { caseStatuses } from '../../../../contract/queries/cases.ts'
import { caseKinds } from '../../../../domain/case/case-state.ts'
import { Button } from '../../../ui/button.tsx'
import { DateRangeChip } from '../../../ui/date-range-chip.tsx'
import { FilterChip, ToggleChip } from '../../../ui/filter-chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { AmongChips } from './among-chips.tsx'
import { type CaseListState, activeFilters, liftFilters, limitChoices } from './list-state.ts'

export interface ListHeadProps {
  readonly state: CaseListState
  readonly onChange: (state: CaseListState) => void
  /** How many were found, in words; empty while nothing is known. */
  readonly found: string
  readonly onEnter: () => void
  readonly onDown: () => void
  readonly searchRef: Ref<HTMLInputElement>
}

/** Search box and filters. */
export function ListHead({ state, onChange, found, onEnter, onDown, searchRef }: ListHeadProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') onDown()
    else if (event.key === 'Enter') onEnter()
    else if (event.key === 'Escape' && state.text !== '') onChange({ ...state, text: '' })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="lib-head">
      <label className="lib-search">
        <Icon name="search" />
        <span className="vh">{t('list.search')}</span>
        <input
          ref={searchRef}
          type="search"
          value={state.text}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('list.searchPlaceholder')}
          aria-keyshortcuts="/ F3 Control+K"
          onChange={(event) => onChange({ ...state, text: event.target.value, selectedId: null })}
          onKeyDown={onKeyDown}
        />
        <span className="small muted num" role="status">
          {found}
        </span>
        <KeyHint keys={state.text === '' ? '/' : 'Esc'} />
      </label>
      <div className="lib-filters" role="group" aria-label={t('list.filters')}>
        <FilterChip
          label={t('list.kind')}
          values={state.kinds}
          onChange={(kinds) => onChange({ ...state, kinds })}
          options={caseKinds.map((value) => ({
            value,
            label: t(`terms:caseKind.${value}`),
          }))}
        />
        <FilterChip
          label={t('list.status')}
          values={state.statuses}
          onChange={(statuses) => onChange({ ...state, statuses })}
          options={caseStatuses.map((value) => ({ value, label: t(`terms:status.${value}`) }))}
        />
        <span className="lib-limits" role="group" aria-label={t('list.limitFilter')}>
          {limitChoices.map((choice) => (
            <ToggleChip
              key={choice}
              label={t(`list.limits.${choice}`)}
              on={state.limit === choice}
              onChange={(on) => onChange({ ...state, limit: on ? choice : null })}
            />
          ))}
        </span>
        <AmongChips among={state.among} onChange={(among) => onChange({ ...state, among })} />
        <DateRangeChip
          label={t('list.received')}
          {...state.received}
          onChange={(received) => onChange({ ...state, received })}
        />
        <ToggleChip
          label={t('list.openOnly')}
          on={state.openOnly}
          onChange={(openOnly) => onChange({ ...state, openOnly })}
        />
        <ToggleChip
          label={t('list.newestFirst')}
          on={state.order === 'newest'}
          onChange={(on) => onChange({ ...state, order: on ? 'newest' : 'due' })}
        />
        {activeFilters(state).some((filter) => filter !== 'text' && filter !== 'openOnly') ? (
          <Button size="sm" variant="quiet" keys="Alt X" onPress={() => onChange(liftFilters(state))}>
            {t('list.lift')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
