import { type PlainDate, weekdayOf } from '../plain-date.ts'

/** `2026年11月22日`, as letters write dates (GB/T 9704: Arabic figures, no leading zero). */
export const letterDate = (on: PlainDate): string =>
  `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`

/** `2026年11月22日（星期日）`, where somebody has to keep it. */
export const letterDay = (on: PlainDate): string => `${letterDate(on)}（星期${weekdays.charAt(weekdayOf(on) - 1)}）`

const weekdays = '一二三四五六日'

/** 1–9999 in the numerals of statutes and headings: 10 → 十, 32 → 三十二, 201 → 二百零一. Throws RangeError on anything else. */
export const chineseNumber = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no numeral for ${value}`)
  const figures = String(value)
  let text = ''
  let skipped = false
  for (let at = 0; at < figures.length; at++) {
    const digit = Number(figures.charAt(at))
    const unit = units[figures.length - 1 - at] ?? ''
    if (digit === 0) {
      skipped = true
      continue
    }
    // 十二, not 一十二, at the beginning of a number.
    const bareTen = unit === '十' && digit === 1 && text === ''
    text += `${skipped ? '零' : ''}${bareTen ? '' : digits.charAt(digit)}${unit}`
    skipped = false
  }
  return text
}

/** 一 to 九千九百九十九 read back; null = no numeral. */
export const parseChineseNumber = (text: string): number | null => {
  let sum = 0
  let digit = 0
  for (const character of text) {
    const value = digits.indexOf(character)
    if (value >= 0) digit = value
    else {
      const power = units.indexOf(character)
      if (power < 1) return null
      sum += (digit === 0 ? 1 : digit) * 10 ** power
      digit = 0
    }
  }
  const value = sum + digit
  return value > 0 && chineseNumber(value) === text ? value : null
}

const digits = '零一二三四五六七八九'
const units = ['', '十', '百', '千']
