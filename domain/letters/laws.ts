import { type PlainDate, plainDate } from '../plain-date.ts'

/** A text that letters cite, in one of its versions. */
export interface CitedLaw {
  /** As letters write it, without the name of the state; that name may stand before it. */
  readonly title: string
  readonly inForceFrom: PlainDate
  /** Null = in force. */
  readonly withdrawnFrom: PlainDate | null
  /** Number of articles. */
  readonly articles: number
  /** Articles of which a 款 or 项 is cited: `[款]`, or `[款, 项 of the first 款, 项 of the second …]`. */
  readonly parts: Readonly<Record<number, readonly number[]>>
}

/** Counted in the published texts; versions of one title do not overlap. */
export const citedLaws: readonly CitedLaw[] = [
  {
    title: '政府信息公开条例', // 国务院令第492号
    inForceFrom: plainDate('2008-05-01'),
    withdrawnFrom: plainDate('2019-05-15'),
    articles: 38,
    parts: { 21: [1, 4], 24: [3], 33: [2] },
  },
  {
    title: '政府信息公开条例', // 国务院令第711号
    inForceFrom: plainDate('2019-05-15'),
    withdrawnFrom: null,
    articles: 56,
    parts: {
      16: [2],
      17: [3],
      25: [3],
      29: [2, 0, 3],
      31: [1, 3],
      33: [3],
      36: [1, 7],
      39: [2],
      42: [2],
    },
  },
  {
    title: '政府信息公开信息处理费管理办法', // 国办函〔2020〕109号; articles 6 and later are recalled, so that none is cited
    inForceFrom: plainDate('2021-01-01'),
    withdrawnFrom: null,
    articles: 5,
    parts: {},
  },
  {
    title: '行政许可法',
    inForceFrom: plainDate('2004-07-01'),
    withdrawnFrom: null,
    articles: 83,
    parts: {
      29: [3],
      32: [2, 5],
      34: [3],
      38: [2],
      42: [2],
      47: [2],
      48: [2, 5],
      58: [3],
      69: [4, 5],
    },
  },
  {
    title: '行政复议法', // 1999
    inForceFrom: plainDate('1999-10-01'),
    withdrawnFrom: plainDate('2024-01-01'),
    articles: 43,
    parts: {},
  },
  {
    title: '行政复议法', // 2023
    inForceFrom: plainDate('2024-01-01'),
    withdrawnFrom: null,
    articles: 90,
    parts: { 20: [3], 23: [2, 5] },
  },
  {
    title: '行政诉讼法', // as amended 2014 and 2017
    inForceFrom: plainDate('2015-05-01'),
    withdrawnFrom: null,
    articles: 103,
    parts: { 46: [2] },
  },
  { title: '民法典', inForceFrom: plainDate('2021-01-01'), withdrawnFrom: null, articles: 1260, parts: {} },
  {
    title: '民事诉讼法', // as amended 2023
    inForceFrom: plainDate('2024-01-01'),
    withdrawnFrom: null,
    articles: 306,
    parts: {},
  },
]
