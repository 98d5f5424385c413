import { useTranslation } from 'react-i18next'
import type { Hall } from '../../contract/queries/hall.ts'
import { TurningList } from './turning-list.tsx'

export interface WindowListProps {
  readonly windows: Hall['windows']
  /** The host has answered. */
  readonly known: boolean
  readonly turn: number
}

export function WindowList({ windows, known, turn }: WindowListProps) {
  const { t } = useTranslation('board')
  return (
    <TurningList
      title={t('windows.title')}
      className="windows"
      rows={windows}
      empty={known ? t('windows.empty') : null}
      turn={turn}
      render={({ name, organs }) => (
        <>
          <b>{name}</b>
          <span>{organs.length === 0 ? t('windows.any') : organs.join(t('listMark'))}</span>
        </>
      )}
    />
  )
}
