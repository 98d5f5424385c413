import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { activeFilters, type CaseListState } from './list-state.ts'

export interface ListEmptyProps {
  readonly state: CaseListState
  readonly onLift: () => void
  readonly onNewIntake: () => void
}

/** Names the filters that leave nothing and offers to lift them; or says that there is nothing yet. */
export function ListEmpty({ state, onLift, onNewIntake }: ListEmptyProps) {
  const { t } = useTranslation(['cases', 'terms', 'ui'])
  const filters = activeFilters(state)
  const [first, ...others] = filters
  const newIntake = (
    <Button variant="primary" keys="F2" onPress={onNewIntake}>
      {t('list.empty.newIntake')}
    </Button>
  )
  const lift = (
    <Button keys="Alt X" onPress={onLift}>
      {t('list.lift')}
    </Button>
  )
  if (first === undefined) {
    return (
      <EmptyState title={t('list.empty.none')} actions={newIntake}>
        {t('list.empty.noneText')}
      </EmptyState>
    )
  }
  if (first === 'openOnly' && others.length === 0) {
    return (
      <EmptyState
        title={t('list.empty.noneOpen')}
        actions={
          <>
            {newIntake}
            {lift}
          </>
        }
      >
        {t('list.empty.noneOpenText')}
      </EmptyState>
    )
  }
  const named = filters.map((filter) => {
    switch (filter) {
      case 'text':
        return t('list.empty.text', { text: state.text.trim() })
      case 'kinds':
        return t('list.empty.kinds', {
          values: state.kinds.map((kind) => t(`terms:caseKind.${kind}`)).join(t('ui:chip.join')),
        })
      case 'statuses':
        return t('list.empty.statuses', {
          values: state.statuses.map((status) => t(`terms:status.${status}`)).join(t('ui:chip.join')),
        })
      case 'limit':
        return state.limit === null ? '' : t(`list.limits.${state.limit}`)
      case 'received':
        return t('list.received')
      case 'openOnly':
        return t('list.empty.openOnly')
      default:
        return t(`list.among.${filter}`)
    }
  })
  return (
    <EmptyState title={t('list.empty.filtered')} actions={lift}>
      {t('list.empty.because', { filters: named.join(t('list.empty.join')) })}
    </EmptyState>
  )
}
