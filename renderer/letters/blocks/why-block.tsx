import type { Clock } from '../../../domain/clock/run-clock.ts'
import type { DualClock } from '../../../domain/clock/legal-time-state.ts'
import { articleText } from '../../i18n/article-text.ts'
import { provisionalText, whyText } from '../../i18n/ledger-text.ts'
import { i18n } from '../../i18n/setup.ts'
import { dayGridOf, type DayCell } from '../../ui/day-grid.ts'
import { dayText } from '../../ui/day-text.ts'
import { limitsText } from './limit-text.ts'

/** Both limits, why they end where they end, and the days themselves. */
export function WhyBlock({ clocks, licence }: { readonly clocks: DualClock; readonly licence: boolean }) {
  const shown = clocks.statutory ?? clocks.promised
  if (shown === null) return null
  return (
    <div className="letter-why">
      <div>
        <b className="letter-strong">{i18n.t('letters:why.title')}</b>
        <br />
        {limitsText(clocks)}
        {i18n.t('letters:stop')}
        {whyText(shown)}
        {provisionalText(shown) ?? ''}
        {licence ? i18n.t('letters:why.special', { article: articleText('licensing:45') }) : ''}
      </div>
      <SmallCalendar clock={shown} promised={clocks.statutory === null ? null : clocks.promised} />
    </div>
  )
}

const weekdayKeys = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const

/** More weeks than this do not fit beside the text; the sentence then stands alone. */
const mostWeeks = 9

function SmallCalendar({ clock, promised }: { readonly clock: Clock; readonly promised: Clock | null }) {
  // Today means nothing on paper: the day of the start is never marked as today.
  const weeks = dayGridOf({ clock, promisedDue: promised?.due ?? null, today: clock.start })
  if (weeks.length > mostWeeks) return null
  return (
    <table className="letter-cal" aria-label={i18n.t('letters:why.calendar')}>
      <thead>
        <tr>
          {weekdayKeys.map((key) => (
            <th key={key} scope="col">
              {i18n.t(`dates:weekdaysShort.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.monday}>
            {week.days.map((cell) => (
              <td key={cell.date} className={cellClass(cell)} aria-label={dayText(cell)}>
                <span className={cell.showsMonth ? 'letter-day letter-strong' : 'letter-day'}>
                  {Number(cell.date.slice(8))}
                </span>
                <span className="letter-tag">{tag(cell)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const tag = (cell: DayCell): string => {
  if (cell.ledger === null) return ''
  if (cell.day.kind === 'holiday') return i18n.t('ui:ledger.tag.off')
  return cell.day.kind === 'makeup' ? i18n.t('ui:ledger.tag.makeup') : ''
}

const cellClass = (cell: DayCell): string => {
  const off = cell.day.kind === 'weekend' || cell.day.kind === 'holiday'
  return [
    cell.ledger === null ? 'out' : off ? 'off' : '',
    cell.ledger?.role === 'start' ? 'start' : '',
    cell.isPromised ? 'promise' : '',
    cell.isDue ? 'due' : '',
  ].join(' ')
}
