import type { Ref } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { workCalendar } from '../../../work-calendar.ts'
import { sumsText } from '../../../i18n/ledger-text.ts'
import { DayCalendar, DayLegend } from '../../../ui/day-calendar.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { LedgerTable } from '../../../ui/ledger-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SegmentedRadio } from '../../../ui/segmented-radio.tsx'
import { EffectOnTime } from '../acts/effect-on-time.tsx'
import { clocksIfActedToday } from '../acts/clocks-if.ts'
import { notStartedReason } from './not-started.ts'

export interface LedgerPanelProps {
  readonly state: CaseState
  readonly clocks: DualClock
  readonly today: PlainDate
  readonly calendarRef: Ref<HTMLDivElement>
}

/** Why this date: the days as a calendar and as an account, side by side; arrows in the calendar mark the row. */
export function LedgerPanel({ state, clocks, today, calendarRef }: LedgerPanelProps) {
  const { t } = useTranslation('cases')
  const [chosen, setChosen] = useState<'statutory' | 'promised' | null>(null)
  const [active, setActive] = useState<PlainDate | null>(null)
  const { statutory, promised } = clocks
  const limit = chosen ?? (statutory === null ? 'promised' : 'statutory')
  const clock = limit === 'statutory' ? statutory : promised
  const version = <span className="small muted">{t('ledger.version', { calendar: workCalendar().id })}</span>

  if (clock === null) {
    const preview = clocksIfActedToday(state, today, workCalendar())
    const { kind } = notStartedReason(state)
    return (
      <Panel title={t('ledger.title')} note={kind === 'noLimit' ? null : t('ledger.notStarted')} actions={version}>
        <p>{t(`ledger.${kind}`)}</p>
        {preview === null ? null : <EffectOnTime clocks={preview} today={today} />}
      </Panel>
    )
  }
  return (
    <Panel
      title={t('ledger.title')}
      note={clock.due === null ? null : sumsText(clock)}
      padded={false}
      actions={
        <>
          {statutory === null || promised === null ? null : (
            <SegmentedRadio
              label={t('ledger.which')}
              hideLabel
              size="sm"
              value={limit}
              onChange={setChosen}
              options={[
                { value: 'promised', label: t('ledger.promised') },
                { value: 'statutory', label: t('ledger.statutory') },
              ]}
            />
          )}
          {version}
          <KeyHint keys="Alt W" />
        </>
      }
    >
      <div className="ledger-pair">
        <div className="ledger-days">
          <DayCalendar
            ref={calendarRef}
            clock={clock}
            promisedDue={limit === 'statutory' ? (promised?.due ?? null) : null}
            today={today}
            active={active}
            onActiveChange={setActive}
          />
          <DayLegend clock={clock} promised={limit === 'statutory' && promised !== null} />
        </div>
        <div className="ledger-account">
          <LedgerTable clock={clock} limit={limit} today={today} active={active} />
        </div>
      </div>
    </Panel>
  )
}
