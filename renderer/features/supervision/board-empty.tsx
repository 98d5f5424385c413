import { useTranslation } from 'react-i18next'
import { levelWords } from '../../../contract/words/supervision-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { BoardView } from './model/board-state.ts'

/** Says that all is well, or names the filters that leave nothing and offers to lift them. */
export function BoardEmpty({ view, onLift }: { readonly view: BoardView; readonly onLift: () => void }) {
  const { t } = useTranslation('supervision')
  const filters = [
    view.key ?? '',
    view.text.trim(),
    ...(view.tab === 'signals' ? view.levels.map((level) => levelWords[level]) : []),
    view.openOnly ? t('filter.openOnly') : '',
  ].filter((name) => name !== '')
  if (filters.length === 0) return <EmptyState title={t(`empty.${view.tab}`)}>{t(`empty.${view.tab}Text`)}</EmptyState>
  return (
    <EmptyState
      title={t('empty.filtered')}
      actions={
        <Button keys="Alt X" onPress={onLift}>
          {t('filter.lift')}
        </Button>
      }
    >
      {t('empty.filteredText', { what: filters.join(t('detail.join')) })}
    </EmptyState>
  )
}
