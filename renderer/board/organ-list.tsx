import { useTranslation } from 'react-i18next'
import type { PublicFigures } from '../../domain/kiosk/public-figures.ts'
import { TurningList } from './turning-list.tsx'

export interface OrganListProps {
  /** Null = never told. */
  readonly organs: PublicFigures['organs'] | null
  readonly turn: number
}

/** How much is open at each department, and how much of it is late: yellow over its promise, red over the law. */
export function OrganList({ organs, turn }: OrganListProps) {
  const { t } = useTranslation('board')
  const light = (level: 'yellow' | 'red', n: number) => (
    <span className={n === 0 ? 'num' : `num ${level}`}>
      {n === 0 ? null : <Shape level={level} />}
      {n}
    </span>
  )
  return (
    <TurningList
      title={t('organs.title')}
      className="organs"
      rows={organs ?? []}
      empty={organs === null ? null : t('organs.empty')}
      turn={turn}
      head={
        <p className="brd-columns" aria-hidden="true">
          <span>{t('organs.organ')}</span>
          <span>{t('organs.open')}</span>
          <span>{t('organs.yellow')}</span>
          <span>{t('organs.red')}</span>
        </p>
      }
      render={({ organ, open, yellow, red }) => (
        <>
          <b>{organ}</b>
          <span className="num" aria-label={t('organs.openOf', { n: open })} role="img">
            {open}
          </span>
          <span aria-label={t('organs.yellowOf', { n: yellow })} role="img">
            {light('yellow', yellow)}
          </span>
          <span aria-label={t('organs.redOf', { n: red })} role="img">
            {light('red', red)}
          </span>
        </>
      )}
    />
  )
}

/** Told apart without colours too. */
function Shape({ level }: { readonly level: 'yellow' | 'red' }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {level === 'yellow' ? <path d="M6 1 11.5 11H0.5Z" /> : <path d="M1 1H11V11H1Z" />}
    </svg>
  )
}
