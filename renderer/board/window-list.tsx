import { useTranslation } from 'react-i18next'
import type { Hall } from '../../contract/queries/hall.ts'
import { inStretches } from './pages.ts'
import { TurningList } from './turning-list.tsx'

export interface WindowListProps {
  readonly windows: Hall['windows']
  /** The host has answered. */
  readonly known: boolean
  readonly turn: number
}

/** As many names of departments as two lines hold; a window that serves more stands in more rows. */
const organsARow = 3

export function WindowList({ windows, known, turn }: WindowListProps) {
  const { t } = useTranslation('board')
  return (
    <TurningList
      title={t('windows.title')}
      className="windows"
      rows={windows.flatMap(({ name, organs }) =>
        inStretches(organs, organsARow).map((some) => ({ name, organs: some })),
      )}
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
