import { useTranslation } from 'react-i18next'
import { currentWorkCalendar } from '../../../../domain/calendar/state-council.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { countedOn, remainingOn } from '../../../../domain/clock/count-days.ts'
import { legalTimeState, type DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { Clock } from '../../../../domain/clock/run-clock.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { issueClock } from '../../../../domain/service/service-clocks.ts'
import { timeThresholds } from '../../../time-thresholds.ts'
import { dateWithWeekday, shortDateWithWeekday, weekday } from '../../../i18n/dates.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LegalTimeBadge } from '../../../ui/legal-time-badge.tsx'
import { notStartedReason } from './not-started.ts'

export interface DueBoxProps {
  readonly state: CaseState
  readonly clocks: DualClock
  readonly today: PlainDate
}

/** Days left and the date, of the limit that counts now; the other one in small print. */
export function DueBox({ state, clocks, today }: DueBoxProps) {
  const { t } = useTranslation(['cases', 'ui', 'terms'])
  const time = legalTimeState(clocks, today, timeThresholds())
  const main = mainLimit(clocks, today)
  if (main === null) {
    const reason = notStartedReason(state)
    return (
      <div className="duebox none">
        <div>
          {state.clockStart === null ? (
            <LegalTimeBadge state={state.closedOn === null ? time : 'done'} />
          ) : (
            <Badge mark="dash">{t('terms:noLimit')}</Badge>
          )}
          <b>{t(`page.due.${reason.kind}`)}</b>
          <small>{reason.detail}</small>
        </div>
      </div>
    )
  }
  const { clock, limit, other } = main
  const left = remainingOn(clock, today)
  const unit = t(`ui:ledger.dayUnit.${clock.rules.unit}`)
  // Decided: what is left of the limit matters no more, but how long it took does.
  const stopped = clock.facts.stop !== null
  const issue = issueDue(state)
  return (
    <div className="duebox">
      <div>
        <small>{t(stopped ? 'page.due.took' : 'page.due.left', { limit: t(`ledger.${limit}`) })}</small>
        <b>
          {stopped
            ? t('page.due.days', { n: countedOn(clock, today), unit })
            : left === 0
              ? t('page.due.lastDay')
              : left < 0
                ? t('page.due.over', { n: -left, unit })
                : t('page.due.days', { n: left, unit })}
        </b>
        <small>{t('page.due.used', { n: countedOn(clock, today), limit: clock.limit })}</small>
      </div>
      <div>
        <small>
          {t(`page.due.${limit}`)} <LegalTimeBadge state={time} />
        </small>
        {clock.due === null ? (
          <b>{t('ui:ledger.open')}</b>
        ) : (
          <b className="num">
            {clock.due} <i>{weekday(clock.due)}</i>
            {clock.provisional ? <i> {t('list.provisional')}</i> : null}
          </b>
        )}
        <small>
          {other === null || other.due === null
            ? ''
            : t('page.due.other', {
                limit: t(limit === 'promised' ? 'page.due.statutory' : 'page.due.promised'),
                date: limit === 'promised' ? dateWithWeekday(other.due) : shortDateWithWeekday(other.due),
              })}
        </small>
        {issue === null ? null : <small>{t('page.due.issue', { date: dateWithWeekday(issue) })}</small>}
      </div>
    </div>
  )
}

/** Last day to hand the licence over (行政许可法 art. 44), while it is not. */
const issueDue = (state: CaseState): PlainDate | null =>
  state.kind === 'service' && state.delivery.receivedOn === null
    ? (issueClock(state, currentWorkCalendar)?.due ?? null)
    : null

interface MainLimit {
  readonly clock: Clock
  readonly limit: 'promised' | 'statutory'
  readonly other: Clock | null
}

/** The promise while it lasts, then the statutory limit: what the person at the window must keep now. */
const mainLimit = ({ promised, statutory }: DualClock, today: PlainDate): MainLimit | null => {
  const promiseOver = promised !== null && promised.due !== null && today > promised.due
  const useStatutory =
    promised === null || (promiseOver && statutory !== null && statutory.due !== null && today > statutory.due)
  if (useStatutory) return statutory === null ? null : { clock: statutory, limit: 'statutory', other: promised }
  return { clock: promised, limit: 'promised', other: statutory }
}
