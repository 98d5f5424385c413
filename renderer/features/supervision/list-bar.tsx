import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board } from '../../../contract/queries/supervision.ts'
import { levelWords } from '../../../contract/words/supervision-words.ts'
import { grouped } from '../../i18n/counts.ts'
import { Button } from '../../ui/button.tsx'
import { FilterChip, ToggleChip } from '../../ui/filter-chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ListFilter } from '../../ui/list-filter.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { type BoardView, boardTabs, waitingIn } from './model/board-state.ts'

const levels = ['red', 'yellow', 'warning', 'notice'] as const

export interface ListBarProps {
  readonly board: Board
  readonly view: BoardView
  readonly onView: (view: BoardView) => void
  readonly filterRef: Ref<HTMLInputElement>
  readonly onDown: () => void
  /** Signals in the list that can be given a card. */
  readonly cards: number
  readonly onAll: () => void
}

/** Which list, and what of it. */
export function ListBar({ board, view, onView, filterRef, onDown, cards, onAll }: ListBarProps) {
  const { t } = useTranslation('supervision')
  return (
    <div className="bd-bar">
      <SegmentedRadio
        label={t('tabsLabel')}
        hideLabel
        size="sm"
        value={view.tab}
        onChange={(tab) => onView({ ...view, tab })}
        options={boardTabs.map((value) => {
          const waiting = waitingIn(board, value)
          return { value, label: waiting === 0 ? t(`tabs.${value}`) : `${t(`tabs.${value}`)} ${grouped(waiting)}` }
        })}
      />
      <ListFilter
        label={t('filter.text')}
        placeholder={t('filter.placeholder')}
        value={view.text}
        onChange={(text) => onView({ ...view, text })}
        onDown={onDown}
        inputRef={filterRef}
      />
      {view.tab === 'signals' ? (
        <FilterChip
          label={t('filter.level')}
          values={view.levels}
          onChange={(chosen) => onView({ ...view, levels: chosen })}
          options={levels.map((value) => ({ value, label: levelWords[value] }))}
        />
      ) : null}
      <ToggleChip
        label={t('filter.openOnly')}
        on={view.openOnly}
        onChange={(openOnly) => onView({ ...view, openOnly })}
      />
      {view.key === null ? null : (
        <button type="button" className="chip on" onClick={() => onView({ ...view, key: null })}>
          {view.key === '' ? t('board.unnamed') : view.key}
          <Icon name="close" />
          <span className="vh">{t('filter.lift')}</span>
        </button>
      )}
      <span className="grow" />
      {cards < 2 ? null : (
        <Button size="sm" onPress={onAll}>
          {t('acts.all')} {grouped(cards)}
        </Button>
      )}
    </div>
  )
}
