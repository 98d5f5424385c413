import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countedOn } from '../../domain/clock/count-days.ts'
import { ledgerOf } from '../../domain/clock/ledger.ts'
import { ledgerPhasesOf, type LedgerPhase } from '../../domain/clock/ledger-phases.ts'
import type { Clock } from '../../domain/clock/run-clock.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import { phaseText } from '../i18n/ledger-text.ts'
import { Mark } from './mark.tsx'
import './ledger-table.css'

export interface LedgerTableProps {
  readonly clock: Clock
  readonly limit: 'statutory' | 'promised'
  readonly today: PlainDate
  /** The day in view in the calendar beside; its stretch is marked. */
  readonly active?: PlainDate | null
}

/** The due date as an account: each stretch, why it counts or not, and the running total. */
export function LedgerTable({ clock, limit, today, active = null }: LedgerTableProps) {
  const { t } = useTranslation('ui')
  const phases = useMemo(() => ledgerPhasesOf(ledgerOf(clock)), [clock])
  const number = countedOn(clock, today)
  const rows = phases.map((phase) => ({ phase, ...phaseText(clock, phase, limit) }))
  return (
    <table className="table ledger" aria-label={t('ledger.table')}>
      <thead>
        <tr>
          <th className="span">{t('ledger.head.span')}</th>
          <th>{t('ledger.head.reason')}</th>
          <th className="r days">{t('ledger.head.counted')}</th>
          <th className="r days">{t('ledger.head.total')}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ phase }) => phase.kind !== 'due')
          .map(({ phase, span, title, notes }) => (
            <tr key={`${phase.kind}${phase.from}`} className={rowClass(phase, active)}>
              <td className="num">{span}</td>
              <td>
                {phase.kind === 'paused' ? (
                  <b>
                    <Mark name="bars" /> {title}
                  </b>
                ) : (
                  title
                )}
                {phase.kind === 'running' && holds(phase, today) ? t('ledger.todayIs', { n: number }) : null}
                {notes === '' ? null : <small>{notes}</small>}
              </td>
              <td className="r">{countText(phase, (n) => t('ledger.deducted', { n }))}</td>
              <td className="r">{phase.kind === 'superseded' ? '' : phase.total}</td>
            </tr>
          ))}
      </tbody>
      <tfoot>
        {clock.due === null ? (
          <tr>
            <td />
            <td colSpan={3}>{t('ledger.open')}</td>
          </tr>
        ) : (
          rows
            .filter(({ phase }) => phase.kind === 'due')
            .map(({ phase, span, title, notes }) => (
              <tr key={phase.from} className={active === phase.from ? 'active' : ''}>
                <td className="num">{span}</td>
                <td>
                  {title}
                  {notes === '' ? null : <small>{notes}</small>}
                </td>
                <td />
                <td className="r">{phase.total}</td>
              </tr>
            ))
        )}
      </tfoot>
    </table>
  )
}

const holds = (phase: LedgerPhase, date: PlainDate | null): boolean =>
  date !== null && phase.from <= date && (phase.to === null || date <= phase.to)

const rowClass = (phase: LedgerPhase, active: PlainDate | null): string =>
  `${phase.kind === 'paused' ? 'ps' : ''} ${holds(phase, active) ? 'active' : ''}`

const countText = (phase: LedgerPhase, deducted: (n: number) => string): string =>
  phase.kind === 'paused' && phase.paused > 0 ? deducted(phase.paused) : String(phase.counted)
