import { describe, expect, it } from 'vitest'
import { addDays, dayNumberOf, plainDate, weekdayOf, yearOf } from '../plain-date.ts'
import { stateCouncilNotices } from './data/state-council.ts'
import { describeDay } from './describe-day.ts'
import {
  currentStateCouncilCalendar,
  currentWorkCalendar as calendar,
  findStateCouncilCalendar,
  stateCouncilCalendarIds,
} from './state-council.ts'
import { validateCalendar } from './validate-calendar.ts'
import { indexCalendar, workdayAfter, workdaysBetween } from './work-calendar.ts'

/** Working days from the first to the last of the year. */
const workdaysOf = (year: number): number =>
  workdaysBetween(calendar, plainDate(`${year - 1}-12-31`), plainDate(`${year}-12-31`))

const expand = (ranges: string, year: number): string[] =>
  ranges.split(' ').flatMap((range) => {
    const [from = '', to = from] = range.split('–')
    const date = (text: string) =>
      plainDate(
        `${year}-${text
          .split('/')
          .map((part) => part.padStart(2, '0'))
          .join('-')}`,
      )
    const days: string[] = []
    for (let day = date(from); day <= date(to); day = addDays(day, 1)) days.push(day)
    return days
  })

describe('State Council arrangements', () => {
  it.each([
    [2024, '1/1 2/10–2/17 4/4–4/6 5/1–5/5 6/10 9/15–9/17 10/1–10/7', '2/4 2/18 4/7 4/28 5/11 9/14 9/29 10/12'],
    [2025, '1/1 1/28–2/4 4/4–4/6 5/1–5/5 5/31–6/2 10/1–10/8', '1/26 2/8 4/27 9/28 10/11'],
    [2026, '1/1–1/3 2/15–2/23 4/4–4/6 5/1–5/5 6/19–6/21 9/25–9/27 10/1–10/7', '1/4 2/14 2/28 5/9 9/20 10/10'],
  ])('[CAL-2] %i: days off and worked weekends are those of the notice', (year, off, work) => {
    const days = currentStateCouncilCalendar.days.filter(({ date }) => yearOf(date) === year)
    expect(days.filter(({ kind }) => kind === 'off').map(({ date }) => date)).toEqual(expand(off, year))
    expect(days.filter(({ kind }) => kind === 'work').map(({ date }) => date)).toEqual(expand(work, year))
  })

  it('[CAL-2] working days of each year agree with the published lists', () => {
    const counts = Array.from({ length: 20 }, (_, n) => workdaysOf(2007 + n))
    expect(counts).toEqual([
      249, 251, 250, 250, 250, 249, 250, 250, 249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248,
    ])
  })

  it('[CAL-2] working days of each month of 2026', () => {
    const ends = [
      '01-31',
      '02-28',
      '03-31',
      '04-30',
      '05-31',
      '06-30',
      '07-31',
      '08-31',
      '09-30',
      '10-31',
      '11-30',
      '12-31',
    ]
    const dates = [plainDate('2025-12-31'), ...ends.map((end) => plainDate(`2026-${end}`))]
    const counts = dates.slice(1).map((end, n) => workdaysBetween(calendar, dates[n] ?? end, end))
    expect(counts).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23])
  })

  it('[CAL-2] every arrangement names its source, and every worked day in it is a Saturday or Sunday', () => {
    expect(stateCouncilNotices.map(({ year }) => year)).toEqual([
      2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2015, 2016, 2017, 2018, 2019, 2019, 2020, 2020, 2021, 2022,
      2023, 2024, 2025, 2026,
    ])
    for (const notice of stateCouncilNotices) {
      expect(notice.url, notice.id).toMatch(/^https?:\/\/www\.gov\.cn\//)
      plainDate(notice.publishedOn)
      for (const day of notice.days) if (day.kind === 'work') expect(weekdayOf(day.date), day.date).toBeGreaterThan(5)
    }
    expect(currentStateCouncilCalendar.source).toBe('国办发明电〔2025〕7号')
  })

  it('[CAL-2] every version that ever was passes the checks an import must pass', () => {
    for (const id of stateCouncilCalendarIds) {
      const version = findStateCouncilCalendar(id)
      expect(version === null ? null : validateCalendar(version), id).toMatchObject({ ok: true })
    }
  })
})

describe('versions', () => {
  const version = (id: string) => {
    const found = findStateCouncilCalendar(id)
    if (found === null) throw new Error(id)
    return indexCalendar(found)
  }

  it('[CAL-3] the extended Spring Festival of 2020 is a version of its own: 02-12 before the notice, 02-14 after it (V3)', () => {
    expect(workdayAfter(version('2020-1'), plainDate('2020-01-10'), 20)).toBe('2020-02-12')
    expect(workdayAfter(version('2020-2'), plainDate('2020-01-10'), 20)).toBe('2020-02-14')
    expect(workdayAfter(calendar, plainDate('2020-01-10'), 20)).toBe('2020-02-14')
  })

  it('[CAL-3] a later notice holds where two decree the same day', () => {
    const saturday = plainDate('2020-02-01')
    expect(describeDay(version('2020-1'), saturday)).toMatchObject({ kind: 'makeup', decree: '2020-1' })
    expect(describeDay(version('2020-2'), saturday)).toMatchObject({ kind: 'holiday', decree: '2020-2' })
    expect(describeDay(version('2019-1'), plainDate('2019-05-05'))).toMatchObject({ kind: 'weekend' })
    expect(describeDay(version('2019-2'), plainDate('2019-05-05'))).toMatchObject({ kind: 'makeup' })
    expect(describeDay(version('2015-1'), plainDate('2015-09-03'))).toMatchObject({ kind: 'workday' })
    expect(describeDay(version('2015-2'), plainDate('2015-09-03'))).toMatchObject({ kind: 'holiday' })
  })

  it('[CAL-10] the arrangement of a year can change the last days of the December before it', () => {
    expect(describeDay(version('2018-1'), plainDate('2018-12-29')).kind).toBe('weekend')
    expect(describeDay(version('2018-1'), plainDate('2018-12-31')).kind).toBe('workday')
    expect(describeDay(version('2019-1'), plainDate('2018-12-29'))).toMatchObject({ kind: 'makeup', decree: '2019-1' })
    expect(describeDay(version('2019-1'), plainDate('2018-12-31'))).toMatchObject({
      kind: 'holiday',
      holidayName: '元旦',
    })
  })

  it('[CAL-3] a version covers the years of its notices, and an unknown id is none', () => {
    expect(findStateCouncilCalendar('2020-1')).toMatchObject({ id: '2020-1', from: '2007-01-01', to: '2020-12-31' })
    expect(findStateCouncilCalendar('2027-1')).toBeNull()
    expect(currentStateCouncilCalendar.id).toBe('2026-1')
    expect(calendar.lastDay).toBe(dayNumberOf(plainDate('2026-12-31')))
  })
})
