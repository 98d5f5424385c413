import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hall } from '../../contract/queries/hall.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { clockTime, longDate, weekdayLong } from '../i18n/dates.ts'
import { ProductMark } from '../ui/product-mark.tsx'
import { isStale, toldText } from './told.ts'

export interface BoardFrameProps {
  /** Null until the host has answered once. */
  readonly hall: Hall | null
  /** Epoch milliseconds. */
  readonly now: number
  readonly children: ReactNode
}

/** Whose hall it is, what day and hour; below how old everything is, and whom to call. */
export function BoardFrame({ hall, now, children }: BoardFrameProps) {
  const { t } = useTranslation('board')
  const today = plainDateInShanghai(now)
  const { name = t('title'), phone = null, supervisePhone = null } = hall?.center ?? {}
  const stale = hall !== null && isStale(hall, now)
  return (
    <div className="brd">
      <header className="brd-head">
        <ProductMark />
        <h1>{name}</h1>
        <p>
          <span className="num">{longDate(today)}</span>
          <span>{weekdayLong(today)}</span>
        </p>
        <time className="num">{clockTime(now)}</time>
      </header>
      <main className="brd-main">{children}</main>
      <footer className="brd-foot">
        {hall === null ? null : (
          <p className={stale ? 'stale num' : 'num'}>{stale ? t('stale', { told: toldText(hall) }) : toldText(hall)}</p>
        )}
        <span className="grow" />
        {phone === null ? null : <p className="num">{t('phone', { value: phone })}</p>}
        {supervisePhone === null ? null : <p className="num">{t('supervisePhone', { value: supervisePhone })}</p>}
      </footer>
    </div>
  )
}
