import { type HolidayNotice, off, work } from '../../calendar/calendar-version.ts'

/** An arrangement of the usual size for 2027, made up: the real one is not published yet. */
export const aNotice: HolidayNotice = {
  id: '2027-1',
  year: 2027,
  number: '国办发明电〔2026〕1号',
  publishedOn: '2026-11-25',
  url: 'https://www.gov.cn/zhengce/',
  origin: 'test',
  days: [
    ...off('2027-01-01', '2027-01-03', '元旦'),
    ...off('2027-02-05', '2027-02-12', '春节'),
    ...off('2027-04-03', '2027-04-05', '清明节'),
    ...off('2027-05-01', '2027-05-05', '劳动节'),
    ...off('2027-06-09', '2027-06-09', '端午节'),
    ...off('2027-09-15', '2027-09-15', '中秋节'),
    ...off('2027-10-01', '2027-10-07', '国庆节'),
    ...['2027-02-14', '2027-02-20', '2027-04-25', '2027-05-08', '2027-09-26', '2027-10-09'].map((day) =>
      work(day, '调休'),
    ),
  ],
}
