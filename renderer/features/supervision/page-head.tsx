import { useTranslation } from 'react-i18next'
import type { Board } from '../../../contract/queries/supervision.ts'
import { grouped } from '../../i18n/counts.ts'
import { clockTime } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { boardTotals } from './model/board-state.ts'

export interface PageHeadProps {
  readonly board: Board
  /** Signals that have come since and are not shown yet. */
  readonly added: number
  readonly busy: boolean
  readonly maySample: boolean
  readonly onJoin: () => void
  readonly onSample: () => void
  readonly onRefresh: () => void
}

/** Whose board it is, as of when, and the sums. */
export function PageHead({ board, added, busy, maySample, onJoin, onSample, onRefresh }: PageHeadProps) {
  const { t } = useTranslation('supervision')
  const { red, yellow, near, open } = boardTotals(board)
  return (
    <header className="bd-head">
      <h1>{t('title')}</h1>
      <span className="small muted">
        {t(`scope.${board.scope.of}`, { name: board.scope.name })} · {t('readAt', { time: clockTime(board.readAt) })}
      </span>
      <span className="grow" />
      {added === 0 ? null : (
        <Button size="sm" keys="N" onPress={onJoin}>
          {t('fresh', { n: added })}
        </Button>
      )}
      <span className="sv-totals" role="status">
        <b className={red === 0 ? 'muted' : 't-red'}>
          <Mark name="octagon" /> {t('board.red')} {grouped(red)}
        </b>
        <b className={yellow === 0 ? 'muted' : 't-amber'}>
          <Mark name="triangle" /> {t('board.yellow')} {grouped(yellow)}
        </b>
        <span className={near === 0 ? 'muted' : 't-amber'}>
          <Mark name="half" /> {t('near')} {grouped(near)}
        </span>
        <span className="muted">
          {t('open')} <b className="num">{grouped(open)}</b>
        </span>
      </span>
      {maySample ? (
        <Button size="sm" keys="X" onPress={onSample}>
          {t('keys.sample')}
        </Button>
      ) : null}
      <Button size="sm" icon="sync" keys="R" busy={busy} onPress={onRefresh}>
        {t('refresh')}
      </Button>
    </header>
  )
}
