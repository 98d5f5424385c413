import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHost } from '../ipc/clients.ts'
import { entryLine } from './entry-words.ts'
import { healing } from './heals.ts'
import { placeName } from './place-name.ts'
import { ScreenKeyboard } from './screen-keyboard.tsx'
import type { Screen } from './screens.ts'
import { SearchBox } from './search-box.tsx'
import { nothingTyped, wordsOf } from './typing.ts'
import { Unanswered } from './unanswered.tsx'

export interface PlaceScreenProps {
  readonly place: string
  readonly onGo: (screen: Screen) => void
}

const page = 20

/** What lies in one place, newest first, twenty at a time. */
export function PlaceScreen({ place, onGo }: PlaceScreenProps) {
  const { t } = useTranslation('kiosk')
  const host = useHost()
  const [typed, setTyped] = useState(nothingTyped)
  const [skip, setSkip] = useState(0)
  const text = useDeferredValue(wordsOf(typed).trim())
  const list = useQuery({
    queryKey: ['typed', 'published', place, text, skip],
    queryFn: ({ signal }) => host.kiosk.published({ place, text, skip }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    refetchInterval: healing(),
  })
  const { entries, more } = list.data ?? { entries: [], more: false }
  return (
    <>
      <h1 className="ksk-ask">{placeName(place)}</h1>
      <SearchBox
        label={t('search.entries')}
        hint={t('search.entries')}
        typed={typed}
        onTyped={(next) => {
          setSkip(0)
          setTyped(next)
        }}
      />
      <div className="ksk-scroll" tabIndex={0} role="region" aria-label={placeName(place)}>
        <Unanswered query={list} />
        {entries.length === 0 && list.isSuccess ? <p className="ksk-none">{t('information.none')}</p> : null}
        <ul className="ksk-lines">
          {entries.map((entry, at) => {
            const { title, note } = entryLine(entry)
            return (
              <li key={`${skip + at} ${title}`}>
                <button type="button" onClick={() => onGo({ at: 'entry', place, entry })}>
                  <b>{title}</b>
                  <small className="num">{note}</small>
                </button>
              </li>
            )
          })}
        </ul>
        <p className="ksk-pages">
          {skip === 0 ? null : (
            <button type="button" className="ksk-button" onClick={() => setSkip(Math.max(0, skip - page))}>
              {t('information.before')}
            </button>
          )}
          {more ? (
            <button type="button" className="ksk-button" onClick={() => setSkip(skip + page)}>
              {t('information.next')}
            </button>
          ) : null}
        </p>
      </div>
      <ScreenKeyboard typed={typed} onTyped={setTyped} />
    </>
  )
}
