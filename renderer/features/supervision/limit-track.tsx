import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { dayNumberOf } from '../../../domain/plain-date.ts'
import { shortDate } from '../../i18n/dates.ts'

export interface LimitTrackProps {
  readonly start: PlainDate
  readonly promised: PlainDate | null
  readonly statutory: PlainDate | null
  readonly today: PlainDate
}

/** From the start to today or to the last limit: within the promise, past it, past the law. */
export function LimitTrack({ start, promised, statutory, today }: LimitTrackProps) {
  const { t } = useTranslation('supervision')
  const from = dayNumberOf(start)
  const end = Math.max(...[promised, statutory, today].map((day) => (day === null ? from : dayNumberOf(day))), from + 1)
  const at = (day: PlainDate) => Math.min(100, Math.max(0, (100 * (dayNumberOf(day) - from)) / (end - from)))
  const first = promised ?? statutory
  const [firstAt, lawAt, nowAt] = [
    first === null ? 100 : at(first),
    statutory === null ? 100 : at(statutory),
    at(today),
  ]
  const piece = (className: string, left: number, right: number) =>
    right <= left ? null : <i className={className} style={{ left: `${left}%`, width: `${right - left}%` }} />
  return (
    <div className="sv-track">
      <div
        className="sv-track-line"
        role="img"
        aria-label={t('detail.track', {
          start,
          promised: promised ?? t('none'),
          statutory: statutory ?? t('none'),
          today,
        })}
      >
        {piece('a', 0, Math.min(nowAt, firstAt))}
        {piece('y', firstAt, Math.min(nowAt, lawAt))}
        {piece('x', lawAt, nowAt)}
        {promised === null ? null : <b style={{ left: `${at(promised)}%` }} />}
        {statutory === null ? null : <b style={{ left: `${lawAt}%` }} />}
      </div>
      <div className="sv-track-words num" aria-hidden="true">
        <span>{t('detail.start', { date: shortDate(start) })}</span>
        {promised === null ? null : <span>{t('detail.promised', { date: shortDate(promised) })}</span>}
        {statutory === null ? null : <span>{t('detail.statutory', { date: shortDate(statutory) })}</span>}
      </div>
    </div>
  )
}
