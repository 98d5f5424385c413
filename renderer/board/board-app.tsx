import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHost } from '../ipc/clients.ts'
import { useChanges } from '../ipc/use-changes.ts'
import { BoardFrame } from './board-frame.tsx'
import { DayFigures } from './day-figures.tsx'
import { NoticeList } from './notice-list.tsx'
import { OrganList } from './organ-list.tsx'
import { PromiseList } from './promise-list.tsx'
import { WindowList } from './window-list.tsx'

const secondMs = 1000
/** Long enough to read a page aloud. */
const secondsAPage = 15

/** The screen of a hall. What it was told last stays on it, whatever happens behind it (BRD-3). */
export function BoardApp() {
  const { t } = useTranslation('board')
  const host = useHost()
  useChanges()
  const hall = useQuery({ queryKey: ['sync', 'hall'], queryFn: () => host.hall.show(), refetchInterval: 60_000 })
  const now = useNow()
  // One clock for all parts, so that the screen moves once and then stands still.
  const turn = Math.floor(now / (secondsAPage * secondMs))
  if (hall.data?.ready === false) {
    return (
      <main className="brd-off">
        <h1>{t('off.title')}</h1>
        <p>{t('off.text')}</p>
      </main>
    )
  }
  const { counted = null, windows = [], promises = [], notices = [] } = hall.data ?? {}
  const known = hall.data !== undefined
  return (
    <BoardFrame hall={hall.data ?? null} now={now}>
      <DayFigures counted={counted} now={now} />
      <OrganList organs={counted?.figures.organs ?? null} turn={turn} />
      <WindowList windows={windows} known={known} turn={turn} />
      <NoticeList notices={notices} known={known} turn={turn} />
      <PromiseList promises={promises} known={known} turn={turn} />
    </BoardFrame>
  )
}

const useNow = (): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), secondMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
