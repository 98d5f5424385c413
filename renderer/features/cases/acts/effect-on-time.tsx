import { useTranslation } from 'react-i18next'
import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { provisionalText, whyText } from '../../../i18n/ledger-text.ts'
import { DayCalendar, DayLegend } from '../../../ui/day-calendar.tsx'
import { Note } from '../../../ui/panel.tsx'
import './effect-on-time.css'

/** What an act does to the due date, before it is done: both dates, the days, and why. */
export function EffectOnTime({ clocks, today }: { readonly clocks: DualClock; readonly today: PlainDate }) {
  const { t } = useTranslation(['cases', 'ui'])
  const { statutory, promised } = clocks
  const numbered = statutory ?? promised
  if (numbered === null) return <p>{t('ledger.noLimit')}</p>
  const open = provisionalText(numbered)
  return (
    <div className="effect">
      <div className="effect-dates">
        {promised === null || promised.due === null ? null : (
          <div>
            <span className="effect-label">
              <i className="sw p" />
              {t('ledger.promised')} {promised.limit} {t(`ui:ledger.dayUnit.${promised.rules.unit}`)}
            </span>
            <b className="num">{dateWithWeekday(promised.due)}</b>
          </div>
        )}
        {statutory === null || statutory.due === null ? null : (
          <div>
            <span className="effect-label">
              <i className="sw f" />
              {t('ledger.statutory')} {statutory.limit} {t(`ui:ledger.dayUnit.${statutory.rules.unit}`)}
            </span>
            <b className="num">{dateWithWeekday(statutory.due)}</b>
          </div>
        )}
      </div>
      <div className="effect-why">
        <div className="effect-days">
          <DayCalendar
            clock={numbered}
            promisedDue={statutory === null ? null : (promised?.due ?? null)}
            today={today}
          />
          <DayLegend clock={numbered} promised={statutory !== null && promised !== null} />
        </div>
        <p className="small muted">{whyText(numbered)}</p>
      </div>
      {open === null ? null : <Note>{open}</Note>}
    </div>
  )
}
