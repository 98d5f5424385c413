import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeDay } from '../../../domain/calendar/describe-day.ts'
import { workCalendar } from '../../work-calendar.ts'
import { plainDateInShanghai, type PlainDate } from '../../../domain/plain-date.ts'
import { clockTime, longDate, weekdayLong } from '../../i18n/dates.ts'

/** Time, date, and whether today is worked: the first question of the hall. */
export function Clock() {
  const { t } = useTranslation('frame')
  const now = useMinute()
  const today = plainDateInShanghai(now)
  return (
    <div className="clock">
      <b>{clockTime(now)}</b>
      <small>{t('clock.line', { date: longDate(today), weekday: weekdayLong(today), day: useDayWord(today) })}</small>
    </div>
  )
}

const useDayWord = (today: PlainDate): string => {
  const { t } = useTranslation('frame')
  const day = describeDay(workCalendar(), today)
  const word = day.kind === 'holiday' ? t('clock.holiday', { name: day.holidayName ?? '' }) : t(`clock.${day.kind}`)
  return day.covered ? word : t('clock.provisional', { day: word })
}

/** The instant, renewed when the minute changes. */
const useMinute = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow((shown) => (clockTime(Date.now()) === clockTime(shown) ? shown : Date.now()))
    }, 1000)
    return () => window.clearInterval(timer)
  }, [])
  return now
}
