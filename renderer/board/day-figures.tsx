import { useTranslation } from 'react-i18next'
import type { Hall } from '../../contract/queries/hall.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { percentOf } from '../../domain/report/percent.ts'
import { longDate } from '../i18n/dates.ts'
import { WeekBars } from './week-bars.tsx'

export interface DayFiguresProps {
  readonly counted: Hall['counted']
  /** Epoch milliseconds. */
  readonly now: number
}

const counts = ['received', 'closed', 'handedOver'] as const

/** The day that was counted last, each figure with the six before it; figures of another day than today are called by their day. */
export function DayFigures({ counted, now }: DayFiguresProps) {
  const { t } = useTranslation('board')
  const { days, ratings, asOf } = counted?.figures ?? { days: [], ratings: { given: 0, good: 0 }, asOf: null }
  const last = days.at(-1)
  const none = t('none')
  const title = asOf === null || asOf === plainDateInShanghai(now) ? t('today') : t('ofDay', { date: longDate(asOf) })
  const share = (part: number, whole: number) => {
    const text = percentOf(part, whole, 1)
    return text === null ? none : t('percent', { value: text })
  }
  const shares = days.map(({ closed, sameDay }) => (closed === 0 ? 0 : (100 * sameDay) / closed))
  return (
    <section className="brd-figures" aria-label={title}>
      <h2>
        {title}
        <small>{t('week')}</small>
      </h2>
      <dl>
        {counts.map((what) => (
          <div key={what}>
            <dt>{t(`figures.${what}`)}</dt>
            <dd>
              <b className="num">{last?.[what] ?? none}</b>
              <WeekBars values={days.map((day) => day[what])} label={t(`figures.${what}`)} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('figures.sameDay')}</dt>
          <dd>
            <b className="num">{last === undefined ? none : share(last.sameDay, last.closed)}</b>
            <WeekBars values={shares} label={t('figures.sameDay')} />
          </dd>
        </div>
        <div>
          <dt>{t('figures.satisfied')}</dt>
          <dd>
            <b className="num">{share(ratings.good, ratings.given)}</b>
            <span className="num">{t('figures.ratings', { n: ratings.given })}</span>
          </dd>
        </div>
      </dl>
    </section>
  )
}
