import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHost } from '../ipc/clients.ts'
import { useChanges } from '../ipc/use-changes.ts'
import { BilingualContext } from './bilingual.ts'
import { CurrentScreen } from './current-screen.tsx'
import { healing, isUnanswered } from './heals.ts'
import { KioskFrame } from './kiosk-frame.tsx'
import { home, type Screen } from './screens.ts'
import { useIdle } from './use-idle.ts'

/** The public terminal: one question a screen, and nothing left of whoever went away. */
export function KioskApp() {
  const { t } = useTranslation('kiosk')
  const host = useHost()
  const queries = useQueryClient()
  useChanges()
  const terminal = useQuery({
    queryKey: ['sync', 'terminal'],
    queryFn: () => host.kiosk.terminal(),
    refetchInterval: healing(60_000),
  })
  const [screen, setScreen] = useState<Screen>(home)
  const [large, setLarge] = useState(false)
  const [bilingual, setBilingual] = useState(false)
  /** Another number is another person: whatever a screen holds is thrown away with it. */
  const [person, setPerson] = useState(0)
  const begin = () => {
    setScreen(home)
    setLarge(false)
    setBilingual(false)
    setPerson((before) => before + 1)
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'typed' })
    window.getSelection()?.removeAllRanges()
  }
  const idle = useIdle(true, begin)
  useLayoutEffect(() => {
    document.documentElement.dataset['size'] = large ? 'large' : 'usual'
  }, [large])

  if (isUnanswered(terminal)) {
    return (
      <main className="ksk-off" role="alert">
        <h1>{t('unanswered.title')}</h1>
        <p>{t('unanswered.text')}</p>
      </main>
    )
  }
  if (terminal.data === undefined) return null
  if (!terminal.data.ready) {
    return (
      <main className="ksk-off">
        <h1>{t('off.title')}</h1>
        <p>{t('off.text')}</p>
      </main>
    )
  }
  return (
    <BilingualContext value={bilingual}>
      <KioskFrame
        terminal={terminal.data}
        screen={screen}
        onGo={setScreen}
        onBegin={begin}
        large={large}
        onLarge={setLarge}
        onBilingual={setBilingual}
        // On the first screen there is nothing to lose but what was typed to search.
        idle={screen.at === 'home' ? { ...idle, left: null } : idle}
      >
        <CurrentScreen key={`${person} ${screen.at}`} terminal={terminal.data} screen={screen} onGo={setScreen} />
      </KioskFrame>
    </BilingualContext>
  )
}
