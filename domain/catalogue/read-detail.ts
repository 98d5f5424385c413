import { isPlainDate, type PlainDate } from '../plain-date.ts'
import { type Result, err, ok } from '../result.ts'
import type { CodeTable } from '../service/item-codes.ts'
import { entriesOf } from './read-field.ts'
import { scalarText } from './scalar-text.ts'
import { readYesNo } from './yes-no.ts'

/** Reads a cell, empty = null; the error is the text that could not be read. */
export type ReadDetail<T> = (value: unknown) => Result<T | null, string>

const isEmpty = (value: unknown): boolean => value === null || value === undefined || scalarText(value).trim() === ''
const unread = (value: unknown): Result<never, string> => err(scalarText(value).slice(0, 60))

export const detailText =
  (max: number): ReadDetail<string> =>
  (value) => {
    if (isEmpty(value)) return ok(null)
    if (typeof value !== 'string' && typeof value !== 'number') return unread(value)
    const words = String(value).replaceAll('\r\n', '\n').trim()
    return words.length > max || /(?![\t\n\r])[\p{Cc}\p{Cs}]/u.test(words) ? unread(words) : ok(words)
  }

export const detailList =
  (entries: number, max: number): ReadDetail<readonly string[]> =>
  (value) => {
    if (isEmpty(value)) return ok(null)
    const found = entriesOf(value)
    if (found === null) return unread(value)
    const texts: string[] = []
    for (const entry of found) {
      const text = detailText(max)(entry)
      if (!text.ok) return text
      if (text.value !== null) texts.push(text.value)
    }
    if (texts.length > entries) return unread(value)
    return ok(texts.length === 0 ? null : texts)
  }

export const detailYesNo: ReadDetail<boolean> = (value) => {
  const said = readYesNo(value)
  return said.ok ? said : unread(value)
}

export const detailCount: ReadDetail<number> = (value) => {
  if (isEmpty(value)) return ok(null)
  const digits = scalarText(value).normalize('NFKC').replaceAll(/\s/g, '').replace(/次$/, '')
  return /^\d{1,2}$/.test(digits) ? ok(Number(digits)) : unread(value)
}

export const detailDate: ReadDetail<PlainDate> = (value) => {
  if (isEmpty(value)) return ok(null)
  const words = scalarText(value).trim().replaceAll(/[/.]/g, '-')
  return isPlainDate(words) ? ok(words) : unread(value)
}

/** A code in numbers, in the standard's word, or in ours. */
export const detailCode =
  <T extends CodeTable>(table: T): ReadDetail<keyof T & string> =>
  (value) => {
    if (isEmpty(value)) return ok(null)
    const word = findCode(table, scalarText(value))
    return word === undefined ? unread(value) : ok(word)
  }

/** Several codes: a list, or one text with `、`, `,` or `；` between them. */
export const detailCodes =
  <T extends CodeTable>(table: T): ReadDetail<readonly (keyof T & string)[]> =>
  (value) => {
    if (isEmpty(value)) return ok(null)
    const entries = Array.isArray(value) ? value.map(scalarText) : scalarText(value).split(/[、,，;；\s]+/)
    const words: (keyof T & string)[] = []
    for (const entry of entries) {
      if (entry === '') continue
      const word = findCode(table, entry)
      if (word === undefined) return unread(entry)
      if (!words.includes(word)) words.push(word)
    }
    return ok(words.length === 0 ? null : words)
  }

const findCode = <T extends CodeTable>(table: T, given: string): (keyof T & string) | undefined => {
  const words = full(given)
  const found = Object.entries(table).find(
    ([own, [number, standard]]) =>
      own === words ||
      number === words ||
      `0${number}` === words ||
      full(standard) === words ||
      shortened(full(standard)) === words,
  )
  return found?.[0]
}

/** As a given word is compared. */
const full = (words: string): string => words.normalize('NFKC').replaceAll(/\s/g, '')

/** 国家级 = 国家, 窗口办理 = 窗口: lists leave the last word out as they like. */
const shortened = (words: string): string => words.replace(/(级|办理|行使)$/, '')
