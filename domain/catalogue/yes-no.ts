import { type Result, err, ok } from '../result.ts'
import { scalarText } from './scalar-text.ts'

/** Yes, no, or open; the error is the text that says neither. */
export const readYesNo = (value: unknown): Result<boolean | null, string> => {
  if (value === null || value === undefined || value === '') return ok(null)
  if (typeof value === 'boolean') return ok(value)
  const words = scalarText(value).replaceAll(/\s/g, '')
  if (yes.has(words)) return ok(true)
  return no.has(words) ? ok(false) : err(words.slice(0, 60))
}

const yes: ReadonlySet<string> = new Set([
  '是',
  '1',
  'true',
  '必要',
  '必备',
  '必须',
  '收费',
  '收取',
  '有',
  '支持',
  '可以',
])
const no: ReadonlySet<string> = new Set([
  '否',
  '0',
  'false',
  '非必要',
  '非必备',
  '不收费',
  '不收取',
  '免费',
  '无',
  '不',
  '不支持',
])
