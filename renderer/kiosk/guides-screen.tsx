import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GuideLines } from './guide-lines.tsx'
import { PromiseLines } from './promise-lines.tsx'
import { ScreenKeyboard } from './screen-keyboard.tsx'
import type { Screen } from './screens.ts'
import { SearchBox } from './search-box.tsx'
import { nothingTyped, wordsOf } from './typing.ts'
import { Unanswered } from './unanswered.tsx'
import { useGuides } from './use-guides.ts'

export interface GuidesScreenProps {
  /** The guides themselves, or what is promised in each. */
  readonly of: 'guides' | 'promises'
  readonly onGo: (screen: Screen) => void
}

const atOnce = 60

export function GuidesScreen({ of, onGo }: GuidesScreenProps) {
  const { t } = useTranslation('kiosk')
  const [typed, setTyped] = useState(nothingTyped)
  const words = wordsOf(typed)
  const title = of === 'guides' ? t('guides.title') : t('promises.title')
  const guides = useGuides(words, atOnce)
  const choose = (id: string) => onGo({ at: 'guide', id, from: of })
  const found = guides.data ?? []
  return (
    <>
      <h1 className="ksk-ask">{title}</h1>
      <SearchBox label={t('search.guides')} hint={t('search.hint')} typed={typed} onTyped={setTyped} />
      <div className="ksk-scroll" tabIndex={0} role="region" aria-label={title}>
        {guides.data === undefined ? (
          <Unanswered query={guides} />
        ) : of === 'promises' && found.length > 0 ? (
          <PromiseLines guides={found} onChoose={choose} />
        ) : (
          <GuideLines guides={found} searched={words} onChoose={choose} />
        )}
        {found.length === atOnce ? <p className="ksk-none">{t('guides.more')}</p> : null}
      </div>
      <ScreenKeyboard typed={typed} onTyped={setTyped} />
    </>
  )
}
