import { type PlainDate, isPlainDate } from '../plain-date.ts'

/**
 * The last day of a period of months: the same day of the month it ends in, or the last day of that month when there is none
 * (民法典 art. 202). The day it starts on is not counted (art. 201).
 */
export const monthsAfter = (date: PlainDate, months: number): PlainDate => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const text = (wanted: number) => `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}-${pad(wanted, 2)}`
  for (let wanted = day; wanted > 27; wanted -= 1) {
    const ends = text(wanted)
    if (isPlainDate(ends)) return ends
  }
  const ends = text(day)
  if (!isPlainDate(ends)) throw new RangeError(`${date} and ${months} months is no date`)
  return ends
}

/** `2026-11` of a date: the month that monthly duties are counted by. */
export const monthOf = (date: PlainDate): string => date.slice(0, 7)

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
