import { type PlainDate, yearOf } from '../plain-date.ts'
import { type LetterKind, letterSeries } from './letter-kind.ts'

/**
 * `公复〔2026〕W03-12号`: word of the series, year, device, running number of that device in that series and year. The device is a part of
 * it, so that two desks without network never give out the same number, and it is final the moment it is printed. Without a device,
 * `公复〔2026〕12号`, it is a running number of the whole center, out of a block that this device alone has (LTR-19).
 */
export const formatLetterNo = (letter: LetterKind, on: PlainDate, deviceNo: string | null, n: number): string =>
  `${letterSeries[letter] ?? ''}〔${yearOf(on)}〕${deviceNo === null ? '' : `${deviceNo}-`}${n}号`

export interface LetterNoParts {
  readonly mark: string
  readonly year: string
  /** Null = a running number of the center. */
  readonly deviceNo: string | null
  readonly n: number
}

export const parseLetterNo = (no: string): LetterNoParts | undefined => {
  const [, mark, year, deviceNo, n] = /^(\p{Script=Han}+)〔(\d{4})〕(?:([A-Z]\d{2,4})-)?(\d{1,6})号$/u.exec(no) ?? []
  if (mark === undefined || year === undefined || n === undefined) return undefined
  return { mark, year, deviceNo: deviceNo ?? null, n: Number(n) }
}

export const isNumbered = (letter: LetterKind): boolean => letterSeries[letter] !== null
