import { type Result, err, ok } from '../result.ts'
import type { CatalogueField } from './catalogue-field.ts'
import { type RowProblem, rowProblem } from './row-problem.ts'

/** Longest texts and lists of a service item, in UTF-16 units and entries; the contract's schema has the same. */
export const itemLimits = {
  id: 80,
  code: 120,
  name: 300,
  kind: 40,
  organ: 200,
  group: 100,
  audience: 100,
  resultName: 200,
  note: 4000,
  feeBasis: 1000,
  feeStandard: 1000,
  legalBasis: { entries: 50, text: 1000 },
  conditions: { entries: 100, text: 2000 },
  processSteps: { entries: 100, text: 1000 },
  materials: { entries: 200, text: 500 },
  phrases: { entries: 50, text: 1000 },
} as const

export type TextField = {
  [K in keyof typeof itemLimits]: (typeof itemLimits)[K] extends number ? K : never
}[keyof typeof itemLimits]

/** A text, trimmed; null when it is empty. Numbers are read as their digits, since spreadsheets store codes as numbers. */
export const readText = (field: TextField, value: unknown): Result<string | null, RowProblem> => {
  if (value === null || value === undefined) return ok(null)
  if (typeof value !== 'string' && typeof value !== 'number') return err(rowProblem('wrong_type', field))
  if (typeof value === 'number' && !(Math.abs(value) < firstCutNumber))
    return err(rowProblem('number_cut', field, { value: String(value) }))
  const words = String(value).replaceAll('\r\n', '\n').trim()
  const problem = textProblem(field, words, itemLimits[field])
  return problem === null ? ok(words === '' ? null : words) : err(problem)
}

/** Spreadsheets keep 15 digits of a number; a longer code written as a number has lost its last digits. */
const firstCutNumber = 1e15

/** A list: an array of texts, or one text whose lines or `；` separate the entries. */
export const readList = (
  field: 'legalBasis' | 'conditions' | 'processSteps' | 'phrases',
  value: unknown,
): Result<readonly string[], RowProblem> => {
  const entries = entriesOf(value)
  if (entries === null || entries.some((entry) => typeof entry !== 'string'))
    return err(rowProblem('wrong_type', field))
  const texts = entries.flatMap((entry) => (typeof entry === 'string' && entry.trim() !== '' ? [entry.trim()] : []))
  const limits = itemLimits[field]
  if (texts.length > limits.entries)
    return err(rowProblem('list_too_long', field, { max: limits.entries, length: texts.length }))
  const problem = texts.map((entry) => textProblem(field, entry, limits.text)).find((found) => found !== null)
  return problem === undefined ? ok(texts) : err(problem)
}

/** The entries of a list cell, or null when the value cannot be a list. Numbering such as `1.` or `2、` is taken off. */
export const entriesOf = (value: unknown): readonly unknown[] | null => {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value
  if (typeof value !== 'string') return null
  return value.split(/[\r\n；;]+/).map((entry) => entry.trim().replace(numbering, ''))
}

// Not before a digit: "1.5寸照片" is a name, "1.照片" is the first entry of a list.
const numbering = /^(?:\d{1,2}[.、．](?!\d)|[(（]\d{1,2}[)）])\s*/

export const textProblem = (field: CatalogueField, words: string, max: number): RowProblem | null => {
  if (words.length > max) return rowProblem('text_too_long', field, { max, length: words.length })
  return hasControlCharacter(words) ? rowProblem('control_characters', field) : null
}

/** Half of a surrogate pair counts as one: no database and no other program can read it. */
const hasControlCharacter = (words: string): boolean => /(?![\t\n\r])[\p{Cc}\p{Cs}]/u.test(words)
