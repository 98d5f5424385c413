import { addDays, isPlainDate, type PlainDate } from '../../domain/plain-date.ts'

/**
 * The date that a person means by what he typed: `20261122`, `2026-11-22`, `2026-1-2`, `2026.1.2`, `2026/1/2`, `2026年1月2日`,
 * full-width digits as well. Null when it is none, or is not finished yet.
 */
export const readTypedDate = (typed: string): PlainDate | null => {
  const text = typed.normalize('NFKC').trim()
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text)
  if (parts === null) return null
  const [, year = '', month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : null
}

/** A day of one digit that can become one of two: `2026-11-2` before the `9` is typed. It is not rewritten under the hands of who types it. */
export const mayGoOn = (typed: string): boolean => /\D[1-3]$/u.test(typed.normalize('NFKC').trim())

/** Where the arrow and page keys move a date, or null when the key does not move it. */
export const moveDate = (key: string, date: PlainDate): PlainDate | null => {
  switch (key) {
    case 'ArrowUp':
      return addDays(date, 1)
    case 'ArrowDown':
      return addDays(date, -1)
    case 'PageUp':
      return addDays(date, 7)
    case 'PageDown':
      return addDays(date, -7)
    default:
      return null
  }
}
