import { fenToCapitals, fenToYuan } from '../fees/money.ts'
import { isPlainDate } from '../plain-date.ts'
import { holds } from './condition.ts'
import type { Run, Runs } from './content.ts'
import type { FactSchema, FactSpec, FactValue, Facts } from './fact-types.ts'
import type { Text } from './template.ts'
import { chineseNumber, letterDate, letterDay } from './words.ts'

/** What may stand after the colon of a placeholder, by the type of its fact; '' = nothing stands there. */
export const formats: Readonly<Record<FactSpec['type'], readonly string[]>> = {
  text: [''],
  date: ['', 'weekday'],
  count: ['', 'chinese'],
  money: ['', 'capitals'],
  flag: [],
  choice: [''],
  list: ['count'],
}

export const placeholder = /\{([a-zA-Z]+)(?::([a-z]+))?\}/gu

/** The text with every fact in its place. Throws on a name or a format that is not there: templates are checked before they are used. */
export const fillText = (text: Text, schema: FactSchema, facts: Facts): string =>
  fillRuns(text, schema, facts)
    .map((run) => run.text)
    .join('')

/** As `fillText`, with what stands between `**` set apart. Facts are never read as wording: stars of a masked number stay stars. */
export const fillRuns = (text: Text, schema: FactSchema, facts: Facts): Runs =>
  piecesOf(text, facts)
    .join('')
    .split('**')
    .map((part, at): Run => ({ text: fillPart(part, schema, facts), strong: at % 2 === 1 }))
    .filter((run) => run.text !== '')

const fillPart = (part: string, schema: FactSchema, facts: Facts): string =>
  part.replaceAll(placeholder, (_whole, name: string, format: string | undefined) => {
    const spec = schema[name]
    const value = facts[name]
    if (spec === undefined || value === undefined) throw new Error(`no fact ${name}`)
    return value === null ? '' : factText(spec, value, format ?? '')
  })

const piecesOf = (text: Text, facts: Facts): readonly string[] => {
  if (typeof text === 'string') return [text]
  return text.map((piece) => {
    if (typeof piece === 'string') return piece
    if ('when' in piece) return holds(piece.when, facts) ? piece.text : ''
    const value = facts[piece.by]
    if (value === null) return ''
    const chosen = typeof value === 'string' ? piece.texts[value] : undefined
    if (chosen === undefined) throw new Error(`no text by ${piece.by}`)
    return chosen
  })
}

const factText = (spec: FactSpec, value: FactValue, format: string): string => {
  switch (spec.type) {
    case 'text':
      if (typeof value === 'string' && format === '') return value
      break
    case 'date':
      if (typeof value === 'string' && isPlainDate(value))
        return format === 'weekday' ? letterDay(value) : letterDate(value)
      break
    case 'count':
      if (typeof value === 'number') return format === 'chinese' ? chineseNumber(value) : String(value)
      break
    case 'money':
      if (typeof value === 'number') return format === 'capitals' ? fenToCapitals(value) : fenToYuan(value)
      break
    case 'choice': {
      const word = typeof value === 'string' ? spec.values[value] : undefined
      if (word !== undefined) return word
      break
    }
    case 'list':
      if (Array.isArray(value) && format === 'count') return String(value.length)
      break
    case 'flag':
      break
  }
  throw new Error(`a ${spec.type} cannot be printed${format === '' ? '' : ` as ${format}`}: ${spec.label}`)
}
