import { useTranslation } from 'react-i18next'
import type { Hall } from '../../contract/queries/hall.ts'
import { TurningList } from './turning-list.tsx'

export interface PromiseListProps {
  readonly promises: Hall['promises']
  /** The host has answered. */
  readonly known: boolean
  readonly turn: number
}

/** What the law gives, and what this center promises. */
export function PromiseList({ promises, known, turn }: PromiseListProps) {
  const { t } = useTranslation('board')
  const limitText = (limit: Hall['promises'][number]['limit']): string =>
    limit.of === 'instant'
      ? t('promises.instant')
      : t(`promises.${limit.of}`, { days: t(`promises.days.${limit.unit}`, { n: limit.days }) })
  return (
    <TurningList
      title={t('promises.title')}
      className="promises"
      rows={promises}
      empty={known ? t('promises.empty') : null}
      turn={turn}
      render={({ name, organ, limit }) => (
        <>
          <b>{name}</b>
          <span>{organ}</span>
          <em className="num">{limitText(limit)}</em>
        </>
      )}
    />
  )
}
