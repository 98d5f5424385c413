import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { caseStatuses } from '../../../../contract/queries/cases.ts'
import { caseKinds } from '../../../../domain/case/case-state.ts'
import { FilterChip, ToggleChip } from '../../../ui/filter-chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import type { CaseListState } from './list-state.ts'

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
        <ToggleChip
          label={t('list.openOnly')}
          on={state.openOnly}
          onChange={(openOnly) => onChange({ ...state, openOnly })}
        />
      </div>
    </div>
  )
}
