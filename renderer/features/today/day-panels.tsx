import { useTranslation } from 'react-i18next'
import type { Today } from '../../../contract/queries/today.ts'
import { asDate, clockTime, shortDateWithWeekday } from '../../i18n/dates.ts'
import { grouped } from '../../i18n/counts.ts'
import { Panel } from '../../ui/panel.tsx'

/** What was done at this device today. */
export function DonePanel({ done }: { readonly done: Today['done'] }) {
  const { t } = useTranslation('today')
  const { since, ...counts } = done
  const figures = ['received', 'accepted', 'noticed', 'handedOver'] as const
  return (
    <Panel
      title={t('done.title')}
      note={since === null ? t('done.nothing') : t('done.since', { time: clockTime(since) })}
      padded={false}
    >
      <dl className="day-figures">
        {figures.map((figure) => (
          <div key={figure}>
            <dd>{grouped(counts[figure])}</dd>
            <dt>{t(`done.${figure}`)}</dt>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** How many limits end on each of the next working days; the bar is measured by the fullest. */
export function AheadPanel({ ahead }: { readonly ahead: Today['ahead'] }) {
  const { t } = useTranslation('today')
  const most = Math.max(1, ...ahead.map(({ count }) => count))
  return (
    <Panel title={t('ahead.title')} note={t('ahead.note')}>
      <table className="ahead" aria-label={t('ahead.title')}>
        <tbody>
          {ahead.map(({ day, count }) => {
            const date = asDate(day)
            return (
              <tr key={day}>
                <th scope="row" className="num">
                  {date === null ? day : shortDateWithWeekday(date)}
                </th>
                <td aria-hidden="true">
                  <span className="ahead-bar">
                    <i style={{ width: `${(count / most) * 100}%` }} />
                  </span>
                </td>
                <td className="r num">{grouped(count)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
