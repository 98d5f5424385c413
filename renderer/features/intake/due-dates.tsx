import { useTranslation } from 'react-i18next'
import type { Clock } from '../../../domain/clock/run-clock.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { weekday } from '../../i18n/dates.ts'
import type { Matter } from '../../intake/model/form-model.ts'
import type { ClockPreview } from '../../intake/model/preview.ts'

/** Both limits of a service case, receipt date and reply date of a disclosure request, the promise to who asks or complains. */
export function DueDates({ kind, preview }: { readonly kind: Matter['kind']; readonly preview: ClockPreview }) {
  const { t } = useTranslation('intake')
  const { statutory, promised } = preview.clocks
  if (kind === 'consultation' || kind === 'complaint')
    return (
      <div className="intake-dates">
        <PlainDue label={t('live.arrived')} date={preview.start} />
        <PlainDue label={t(`live.due.${kind}`)} date={promised?.due ?? null} outlined />
      </div>
    )
  return kind === 'service' || kind === 'bundle' ? (
    <div className="intake-dates">
      <DueDate kind="promised" clock={promised} />
      <DueDate kind="statutory" clock={statutory} />
    </div>
  ) : (
    <div className="intake-dates">
      <PlainDue label={t('live.receipt')} date={preview.start} />
      <PlainDue
        label={t('live.replyDue')}
        date={statutory?.due ?? null}
        provisional={statutory?.provisional === true}
        filled
      />
    </div>
  )
}

function DueDate({ kind, clock }: { readonly kind: 'promised' | 'statutory'; readonly clock: Clock | null }) {
  const { t } = useTranslation('intake')
  const unit = clock?.rules.unit ?? 'workday'
  const days =
    clock === null ? t('live.none') : clock.limit === 0 ? t('live.onSpot') : t(`item.days.${unit}`, { n: clock.limit })
  return (
    <PlainDue
      label={t(kind === 'promised' ? 'live.promised' : 'live.statutory', { days })}
      date={clock?.due ?? null}
      provisional={clock?.provisional === true}
      filled={kind === 'statutory'}
      outlined={kind === 'promised'}
    />
  )
}

function PlainDue(props: {
  readonly label: string
  readonly date: PlainDate | null
  readonly provisional?: boolean
  readonly filled?: boolean
  readonly outlined?: boolean
}) {
  const { t } = useTranslation('intake')
  const { label, date, provisional = false, filled = false, outlined = false } = props
  return (
    <div>
      <div className="intake-date-label">
        {filled ? <i className="sw f" /> : outlined ? <i className="sw p" /> : null}
        {label}
      </div>
      <div className="intake-date num">
        {date ?? '—'}
        {date === null ? null : <small>{weekday(date)}</small>}
        {provisional ? <small className="intake-provisional">{t('live.provisional')}</small> : null}
      </div>
    </div>
  )
}
