import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon-paths.ts'
import { MongolianColumn } from '../ui/mongolian-column.tsx'
import { useBilingual } from './bilingual.ts'
import { GuideLines } from './guide-lines.tsx'
import { ScreenKeyboard } from './screen-keyboard.tsx'
import type { Screen } from './screens.ts'
import { SearchBox } from './search-box.tsx'
import { nothingTyped, wordsOf } from './typing.ts'
import { Unanswered } from './unanswered.tsx'
import { useGuides } from './use-guides.ts'

const tiles = [
  ['guides', 'book'],
  ['progress', 'today'],
  ['information', 'paper'],
  ['request', 'intake'],
  ['promises', 'shield'],
  ['complain', 'user'],
  ['windows', 'list'],
] as const satisfies readonly (readonly [Screen['at'], IconName])[]

const offered = 3

/** 请问您要办什么事: one field over everything there is a guide for, and the tiles. */
export function HomeScreen({ onGo }: { readonly onGo: (screen: Screen) => void }) {
  const { t } = useTranslation('kiosk')
  const [typed, setTyped] = useState(nothingTyped)
  const bilingual = useBilingual()
  const words = wordsOf(typed)
  const guides = useGuides(words, offered)
  return (
    <>
      <div className="ksk-askrow">
        {bilingual ? <MongolianColumn of="kiosk:ask" /> : null}
        <h1 className="ksk-ask">{t('ask')}</h1>
      </div>
      <SearchBox label={t('search.guides')} hint={t('search.hint')} typed={typed} onTyped={setTyped} />
      {words.trim() === '' ? null : guides.data === undefined ? (
        <Unanswered query={guides} />
      ) : (
        <GuideLines guides={guides.data} searched={words} onChoose={(id) => onGo({ at: 'guide', id, from: 'home' })} />
      )}
      <nav className="ksk-tiles" aria-label={t('tilesLabel')}>
        {tiles.map(([at, icon]) => (
          <button key={at} type="button" onClick={() => onGo({ at })}>
            {bilingual ? <MongolianColumn of={`kiosk:tiles.${at}.name`} /> : <Icon name={icon} />}
            <span>
              <b>{t(`tiles.${at}.name`)}</b>
              <small>{t(`tiles.${at}.note`)}</small>
            </span>
          </button>
        ))}
      </nav>
      <ScreenKeyboard typed={typed} onTyped={setTyped} />
    </>
  )
}
