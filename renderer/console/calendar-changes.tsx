import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CalendarCheck } from '../../contract/console-calendars.ts'
import { movedLimitWords, noticeDefectWords } from '../../contract/words/calendar-words.ts'
import type { HolidayNotice } from '../../domain/calendar/calendar-version.ts'
import { dateWithWeekday } from '../i18n/dates.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { Asked } from './asked.tsx'
import { failureText } from './failure-text.ts'
import type { MovedCases } from './use-moved-cases.ts'
import '../ui/ledger-table.css'

/** What speaks against a notice, or else the days and the cases that it changes. */
export function CalendarChanges({
  notice,
  check,
  cases,
}: {
  readonly notice: HolidayNotice
  readonly check: UseQueryResult<CalendarCheck>
  readonly cases: MovedCases
}) {
  const { t } = useTranslation('console')
  return (
    <>
      <p className="muted">{[notice.number, notice.url].filter((each) => each !== null && each !== '').join(' · ')}</p>
      <Asked query={check}>
        {({ defects, days }) =>
          defects.length > 0 ? (
            <Banner tone="problem" title={t('calendar.defects')}>
              <ul>
                {defects.map((defect, index) => (
                  <li key={index}>{noticeDefectWords(defect)}</li>
                ))}
              </ul>
            </Banner>
          ) : (
            <>
              <section aria-label={t('calendar.days', { n: days.length })}>
                <h3>{t('calendar.days', { n: days.length })}</h3>
                <ul className="csl-days">
                  {days.map(({ date, name, after }) => (
                    <li key={date}>
                      <span className="num">{dateWithWeekday(date)}</span> {name} {t(`calendar.day.${after}`)}
                    </li>
                  ))}
                </ul>
              </section>
              <Moved cases={cases} />
            </>
          )
        }
      </Asked>
    </>
  )
}

function Moved({ cases }: { readonly cases: MovedCases }) {
  const { t } = useTranslation('console')
  const { moved, seen, all, done, error, again } = cases
  const count = (n: number): string => n.toLocaleString('en-US')
  return (
    <section aria-label={t('calendar.moved', { n: count(moved.length) })}>
      <h3>{t('calendar.moved', { n: count(moved.length) })}</h3>
      {error === null ? null : (
        <Banner tone="problem" title={failureText(error)} actions={<Button onPress={again}>{t('again')}</Button>} />
      )}
      {done || error !== null ? null : (
        <Progress
          label={t('calendar.looking', { seen: count(seen), all: count(all) })}
          value={seen}
          max={Math.max(all, 1)}
        />
      )}
      {done && moved.length === 0 ? <p className="muted">{t('calendar.noneMoved')}</p> : null}
      {moved.length === 0 ? null : (
        <div className="csl-scroll csl-moved" tabIndex={0} role="group" aria-label={t('calendar.movedTable')}>
          <table className="table" aria-label={t('calendar.movedTable')}>
            <thead>
              <tr>
                <th>{t('calendar.caseNo')}</th>
                <th>{t('calendar.change')}</th>
              </tr>
            </thead>
            <tbody>
              {moved.slice(0, mostShown).map((one) => (
                <tr key={one.caseId}>
                  <td className="num">{one.caseNo}</td>
                  <td>{movedLimitWords(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {moved.length > mostShown ? (
        <p className="muted">{t('calendar.more', { n: count(moved.length - mostShown) })}</p>
      ) : null}
    </section>
  )
}

/** Nobody reads on; every window lists its own. */
const mostShown = 500
