import { type PlainDate } from '../../plain-date.ts'
import { findPersonalData } from '../../register/personal-data.ts'
import { readDate } from '../../register/read-date.ts'
import { type Result, err, ok } from '../../result.ts'
import { isLowestCategory, publicationCategories } from './categories.ts'
import { type EntryColumn, entryHeader } from './entry-columns.ts'
import { type EntryProblem, entryProblem } from './entry-problem.ts'
import type { PublicationContent } from './publication-content.ts'

/** An entry as a row says it; `indexNo` null = it gets the next of its series. */
export interface ReadEntry {
  readonly content: PublicationContent
  readonly indexNo: string | null
}

/** A row of a list of entries, or all that is wrong with it. */
export const parseEntryRow = (
  cells: ReadonlyMap<EntryColumn, unknown>,
  today: PlainDate,
): Result<ReadEntry, readonly EntryProblem[]> => {
  const problems: EntryProblem[] = []
  const text = (column: EntryColumn, max: number, required: boolean): string => {
    const value = wordsOf(cells.get(column))
    const header = entryHeader(column)
    if (value === '' && required) problems.push(entryProblem('missing', header))
    if (value.length > max) problems.push(entryProblem('text_too_long', header, { max, length: value.length }))
    if (/[^\P{Cc}\t\n\r]/u.test(value)) problems.push(entryProblem('control_characters', header))
    return value
  }
  const orNull = (value: string): string | null => (value === '' ? null : value)
  const content: PublicationContent = {
    category: categoryIn(text('category', 60, true), problems),
    title: text('title', 300, true),
    summary: text('summary', 2000, true),
    documentNo: orNull(text('documentNo', 80, false)),
    organ: text('organ', 200, true),
    madeOn: dateIn(text('madeOn', 40, true), today, problems) ?? today,
    keywords: text('keywords', 1000, false)
      .split(/[;；,，、\s]+/)
      .filter((word) => word !== '')
      .slice(0, 30),
    link: orNull(text('link', 500, false)),
    needsInterpretation: yesIn(text('needsInterpretation', 10, false), problems),
    limit: null,
    penalty: null,
  }
  const indexNo = orNull(text('indexNo', 80, false))
  // Never published (ogi2019:15): better told here than when somebody wants to release it.
  const open = findPersonalData([content.title, content.summary].join('\n')).some(({ kind }) => kind === 'id_number')
  if (open) problems.push(entryProblem('personal_data', null))
  return problems.length === 0 ? ok({ content, indexNo }) : err(problems)
}

const wordsOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : Array.isArray(value)
        ? value.filter((part) => typeof part === 'string').join('、')
        : ''

/** By its code or its name in the Regulation's words; a column that has others below it takes no entry. */
const categoryIn = (value: string, problems: EntryProblem[]): string => {
  if (value === '') return value
  const named = publicationCategories.filter(({ code, title }) => isLowestCategory(code) && title === value)
  const found = isLowestCategory(value) ? value : named.length === 1 ? named[0]?.code : undefined
  if (found === undefined) problems.push(entryProblem('category_unknown', entryHeader('category'), { value }))
  return found ?? value
}

const dateIn = (value: string, today: PlainDate, problems: EntryProblem[]): PlainDate | null => {
  if (value === '') return null
  const date = readDate(value)
  const header = entryHeader('madeOn')
  if (date === null) problems.push(entryProblem('date_invalid', header, { value }))
  else if (date > today) problems.push(entryProblem('date_ahead', header, { value: date }))
  return date
}

const yesIn = (value: string, problems: EntryProblem[]): boolean => {
  const yes = /^(?:是|需要|需|yes|true|1)$/i.test(value)
  if (!yes && !/^(?:否|不需要|不需|no|false|0)?$/i.test(value))
    problems.push(entryProblem('yes_no_invalid', entryHeader('needsInterpretation'), { value }))
  return yes
}
