import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/queries/desk.ts'
import { type RatingLevel, isBadRating, ratingLevels, starsOf } from '../../../domain/rating/rating.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Button } from '../../ui/button.tsx'
import { MongolianColumn } from '../../ui/mongolian-column.tsx'
import { RatingReasons } from './rating-reasons.tsx'
import { useCountdown } from './use-countdown.ts'
import './customer-screen.css'

export interface CustomerScreenProps {
  readonly desk: Desk
  readonly asked: NonNullable<Desk['rating']>
  readonly onClosed: (desk: Desk) => void
}

/** Seconds without a touch until the screen goes back to its owner, unrated. */
const idleSeconds = 60
const thanksSeconds = 8

/**
 * The whole window while it is the resident's: one question, nothing of the desk behind it, and no way back but to the locked desk. What was
 * chosen is in this page alone and goes with it.
 */
export function CustomerScreen({ desk, asked, onClosed }: CustomerScreenProps) {
  const { t } = useTranslation('customer')
  const host = useHost()
  const [level, setLevel] = useState<RatingLevel | null>(null)
  const [done, setDone] = useState(false)
  const first = useRef<HTMLDivElement>(null)
  const close = () => {
    host.rating
      .close()
      .then(onClosed)
      // The desk is locked whatever became of the answer.
      .catch(() => onClosed({ ...desk, rating: null }))
  }
  const left = useCountdown(done ? thanksSeconds : idleSeconds, close)
  useEffect(() => {
    if (level === null) first.current?.focus()
  }, [level])
  useKeys([
    ...ratingLevels.map((each) => ({
      // The key is the number of stars.
      keys: String(starsOf(each)),
      enabled: level === null && !done,
      run: () => setLevel(each),
    })),
    { keys: 'Esc', enabled: done || level === null, run: close },
    { keys: 'Enter', enabled: done, run: close },
  ])

  if (done) {
    return (
      <div className="customer">
        <main className="customer-main thanks" role="status">
          <MongolianColumn of="customer:thanks" className="customer-mong" />
          <h1>{t('thanks')}</h1>
          <p>{t('thanksText')}</p>
        </main>
      </div>
    )
  }
  return (
    <div className="customer">
      <header className="customer-head">
        <MongolianColumn of="customer:hello" className="customer-mong" />
        <div>
          <p>{t('hello')}</p>
          <h1>{t('ask')}</h1>
          <p className="customer-about">{t('about', asked)}</p>
        </div>
      </header>
      <main className="customer-main">
        {level === null ? (
          <div className="customer-levels" role="group" aria-label={t('ask')} ref={first} tabIndex={-1}>
            {ratingLevels.map((each) => (
              <button key={each} type="button" aria-keyshortcuts={String(starsOf(each))} onClick={() => setLevel(each)}>
                <span className="customer-stars" aria-hidden="true">
                  {'★'.repeat(starsOf(each))}
                </span>
                <b>{t(`levels.l${each}`)}</b>
                <small>{t('stars', { n: starsOf(each) })}</small>
                <MongolianColumn of={`customer:levels.l${each}`} className="customer-mong" />
                <span className="customer-key">{starsOf(each)}</span>
              </button>
            ))}
          </div>
        ) : (
          <RatingReasons
            level={level}
            bad={isBadRating(level)}
            onBack={() => setLevel(null)}
            onGiven={() => {
              setLevel(null)
              setDone(true)
            }}
          />
        )}
      </main>
      <footer className="customer-foot">
        <span>{t('sealed')}</span>
        <span className="grow" />
        {left <= 20 ? <span className="num">{t('left', { n: left })}</span> : null}
        {level === null ? (
          <Button keys="Esc" onPress={close}>
            {t('none')}
          </Button>
        ) : null}
      </footer>
    </div>
  )
}
