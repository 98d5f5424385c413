import { type PlainDate, isPlainDate } from '../plain-date.ts'

/** A date as offices write it: `2026-01-02`, `2026/1/2`, `2026.1.2`, `20260102`, `2026年1月2日`, with or without a time. Null = none. */
export const readDate = (text: string): PlainDate | null => {
  const words = text.normalize('NFKC').trim()
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(words) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(words) ??
    []
  if (year === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : null
}
