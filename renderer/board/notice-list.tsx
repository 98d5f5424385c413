import { useTranslation } from 'react-i18next'
import type { Hall } from '../../contract/queries/hall.ts'
import { asDate, longDate } from '../i18n/dates.ts'
import { TurningList } from './turning-list.tsx'

export interface NoticeListProps {
  readonly notices: Hall['notices']
  /** The host has answered. */
  readonly known: boolean
  readonly turn: number
}

/** What was published last; it is read at a terminal or at the desk. */
export function NoticeList({ notices, known, turn }: NoticeListProps) {
  const { t } = useTranslation('board')
  return (
    <TurningList
      title={t('notices.title')}
      className="notices"
      rows={notices}
      empty={known ? t('notices.empty') : null}
      turn={turn}
      render={({ title, organ, madeOn }) => {
        const date = asDate(madeOn)
        return (
          <>
            <b>{title}</b>
            <span className="num">{t('notices.line', { organ, date: date === null ? madeOn : longDate(date) })}</span>
          </>
        )
      }}
    />
  )
}
