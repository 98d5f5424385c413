import type { KeyboardEvent, Ref } from 'react'
import { useEffect, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clock } from '../../domain/clock/run-clock.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import { dayGridOf, moveDay, type DayCell } from './day-grid.ts'
import { dayText } from './day-text.ts'
import './day-calendar.css'

export interface DayCalendarProps {
  /** The limit whose days are numbered: the statutory one, or the only one. */
  readonly clock: Clock
  readonly promisedDue: PlainDate | null
  readonly today: PlainDate
  /** The day in view; arrows move it. The table beside marks the stretch it lies in. */
  readonly active?: PlainDate | null
  readonly onActiveChange?: (date: PlainDate) => void
  readonly ref?: Ref<HTMLDivElement>
}

/**
 * The ledger of days: every day from start to due date, numbered when it counts, 休 and 班 as on any calendar, 停 hatched while the
 * clock stands still, the promised end outlined, the statutory one filled.
 */
export function DayCalendar({ ref, ...props }: DayCalendarProps) {
  const { clock, promisedDue, today, onActiveChange } = props
  const { t } = useTranslation(['ui', 'dates'])
  const id = useId()
  const weeks = useMemo(() => dayGridOf({ clock, promisedDue, today }), [clock, promisedDue, today])
  const days = weeks.flatMap((week) => week.days)
  const first = days[0]?.date ?? clock.start
  const last = days.at(-1)?.date ?? clock.start
  const active = props.active ?? null
  const scroll = useRef<HTMLDivElement>(null)

  // A long ledger scrolls inside; the day in view, or the due date, is brought into sight without moving the page.
  const shownDate = active ?? (clock.due !== null && clock.due < today ? clock.due : today)
  useEffect(() => {
    const box = scroll.current
    const cell = document.getElementById(`${id}-${shownDate}`)
    if (box === null || cell === null || box.scrollHeight <= box.clientHeight) return
    const top = cell.offsetTop - box.offsetTop
    if (top < box.scrollTop || top + cell.offsetHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = top - box.clientHeight / 2
    }
  }, [id, shownDate])

  const onKeyDown = (event: KeyboardEvent) => {
    if (onActiveChange === undefined || event.ctrlKey || event.altKey) return
    const next = moveDay(event.key, active ?? today, first, last)
    if (next === null) return
    event.preventDefault()
    onActiveChange(next)
  }
  return (
    <div className="cal-scroll" ref={scroll}>
      <div
        ref={ref}
        className="cal"
        role="grid"
        aria-label={t('ledger.calendar')}
        aria-readonly
        {...(onActiveChange === undefined
          ? {}
          : { tabIndex: 0, 'aria-activedescendant': active === null ? undefined : `${id}-${active}` })}
        onKeyDown={onKeyDown}
        onFocus={() => active ?? onActiveChange?.(today >= first && today <= last ? today : first)}
      >
        <div className="cal-row" role="row">
          <div className="h" role="columnheader">
            <span className="vh">{t('ledger.month')}</span>
          </div>
          {weekdayKeys.map((key) => (
            <div key={key} className="h" role="columnheader">
              {t(`dates:weekdaysShort.${key}`)}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week.monday} className="cal-row" role="row">
            <div className="w" role="rowheader">
              <span className="vh">{t('ledger.weekOf', { date: week.monday })}</span>
              <span aria-hidden="true">{week.month === null ? '' : t('dates:month', { month: week.month })}</span>
            </div>
            {week.days.map((cell) => (
              // The grid has the focus and the keys; a click is only a shorter way.
              <div
                key={cell.date}
                id={`${id}-${cell.date}`}
                role="gridcell"
                className={`${cellClass(cell)} ${cell.date === active ? 'active' : ''}`}
                aria-selected={cell.date === active}
                onClick={() => onActiveChange?.(cell.date)}
              >
                <span className="vh">{dayText(cell)}</span>
                <span className="d" aria-hidden="true">
                  {cell.showsMonth ? <b>{`${Number(cell.date.slice(5, 7))}-1`}</b> : Number(cell.date.slice(8))}
                </span>
                {tagOf(cell) === null ? null : (
                  <span className="tag" aria-hidden="true">
                    {t(`ledger.tag.${tagOf(cell) ?? 'off'}`)}
                  </span>
                )}
                <span className="k" aria-hidden="true">
                  {faceOf(cell, t)}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

/** What the colours and hatching mean, with only the entries that this clock needs. */
export function DayLegend({ clock, promised }: { readonly clock: Clock; readonly promised: boolean }) {
  const { t } = useTranslation('ui')
  return (
    <div className="legend">
      {clock.gaps.length === 0 ? null : (
        <span>
          <i className="sw s" />
          {t('ledger.legend.paused')}
        </span>
      )}
      <span>
        <i className="sw o" />
        {t('ledger.legend.off')}
      </span>
      {promised ? (
        <span>
          <i className="sw p" />
          {t('ledger.legend.promised')}
        </span>
      ) : null}
      <span>
        <i className="sw f" />
        {t('ledger.legend.due')}
      </span>
    </div>
  )
}

const weekdayKeys = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const

const isOff = ({ day }: DayCell): boolean => day.kind === 'weekend' || day.kind === 'holiday'

const cellClass = (cell: DayCell): string =>
  [
    cell.ledger === null ? 'out' : isOff(cell) && cell.ledger.role !== 'counted' ? 'off' : '',
    cell.day.kind === 'makeup' ? 'mk' : '',
    cell.ledger?.role === 'paused' ? 'ps' : '',
    cell.ledger?.role === 'start' ? 'start' : '',
    cell.ledger?.role === 'superseded' ? 'super' : '',
    cell.ledger !== null && !cell.day.covered ? 'guess' : '',
    cell.isPromised ? 'promise' : '',
    cell.isDue ? 'due' : '',
    cell.isToday ? 'today' : '',
  ]
    .filter((name) => name !== '')
    .join(' ')

const tagOf = (cell: DayCell): 'off' | 'makeup' | null =>
  cell.ledger === null ? null : cell.day.kind === 'holiday' ? 'off' : cell.day.kind === 'makeup' ? 'makeup' : null

const faceOf = (cell: DayCell, t: (key: 'ledger.face.start' | 'ledger.face.paused') => string): string => {
  if (cell.ledger?.role === 'start') return t('ledger.face.start')
  if (cell.ledger?.role === 'paused') return t('ledger.face.paused')
  return cell.ledger?.number === null || cell.ledger === null ? '' : String(cell.ledger.number)
}
