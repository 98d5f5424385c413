import { isPlainDate, plainDate } from '../../domain/plain-date.ts'
import { dateWithWeekday } from './dates.ts'
import { i18n } from './setup.ts'
import { conflictFields } from './zh-cn/conflict-fields.ts'
import { terms } from './zh-cn/terms.ts'

/** Name of a place in which two versions differ: its words as far as they are known, and of the line in a list, or its number. */
export const conflictFieldText = (path: string, line: string | null = null): string => {
  const names = path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? (line ?? i18n.t('sync:conflict.line', { n: part })) : (fields[part] ?? part)))
  return [...new Set(names)].filter((name) => name !== '').join(i18n.t('sync:conflict.within'))
}

/** A value as people read it: dates with their weekday, states and yes or no in words, nothing as a dash. */
export const conflictValueText = (path: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return i18n.t('sync:conflict.none')
  if (typeof value === 'boolean') return i18n.t(value ? 'sync:conflict.yes' : 'sync:conflict.no')
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return i18n.t('sync:conflict.none')
  if (isPlainDate(value)) return dateWithWeekday(plainDate(value))
  return path === 'status' ? (statuses[value] ?? value) : value
}

const fields: Readonly<Record<string, string>> = conflictFields
const statuses: Readonly<Record<string, string>> = terms.status
