import { scalarText } from '../catalogue/scalar-text.ts'
import { type Result, err, ok } from '../result.ts'
import { type AmountUnit, readAmount } from './read-amount.ts'
import { readDate } from './read-date.ts'
import { type RegisterProblem, registerProblem } from './register-problem.ts'
import type { RegisterField, RegisterValue } from './schema.ts'

/** The value of a cell for a field; an empty cell is null. `unit` is that of the column's header. */
export const readValue = (
  field: RegisterField,
  cell: unknown,
  unit: AmountUnit,
): Result<RegisterValue, RegisterProblem> => {
  const header = field.headers[0] ?? field.key
  const refuse = (code: RegisterProblem['code'], params: RegisterProblem['params'] = {}) =>
    err(registerProblem(code, header, params))
  if (cell === null || cell === undefined) return ok(null)
  if (typeof cell !== 'string' && typeof cell !== 'number') return refuse('wrong_type')
  // Spreadsheets keep 15 digits of a number; a longer code written as a number has lost its last ones.
  if (typeof cell === 'number' && !(Math.abs(cell) < 1e15)) return refuse('number_cut', { value: scalarText(cell) })
  const words = String(cell).replaceAll('\r\n', '\n').trim()
  if (emptyWords.has(words)) return ok(null)
  const value = words.slice(0, 60)
  switch (field.type) {
    case 'text':
      if (words.length > field.max) return refuse('text_too_long', { max: field.max, length: words.length })
      // Half of a surrogate pair counts as one: no database and no other program can read it.
      return /(?![\t\n\r])[\p{Cc}\p{Cs}]/u.test(words) ? refuse('control_characters') : ok(words)
    case 'int': {
      const digits = words.normalize('NFKC').replace(/(?:个|日|天|项|件)?(?:工作日)?$/, '')
      const number = /^\d{1,9}$/.test(digits) ? Number(digits) : null
      return number === null || number > field.max ? refuse('int_invalid', { value, max: field.max }) : ok(number)
    }
    case 'fen': {
      const fen = readAmount(words, unit)
      return fen === null || fen > field.max ? refuse('amount_invalid', { value }) : ok(fen)
    }
    case 'date': {
      if (openEnded.has(words)) return ok(null)
      const date = readDate(words)
      return date === null ? refuse('date_invalid', { value }) : ok(date)
    }
    case 'choice': {
      const wanted = words.normalize('NFKC').replaceAll(/\s/g, '')
      const found = Object.entries(field.choices).find(
        ([code, accepted]) => code === wanted || accepted.includes(wanted),
      )
      return found === undefined ? refuse('choice_unknown', { value }) : ok(found[0])
    }
  }
}

/** How lists write that there is nothing to say. */
const emptyWords: ReadonlySet<string> = new Set(['', '—', '－', '-', '/', '——'])
const openEnded: ReadonlySet<string> = new Set(['长期', '永久', '无', '无限制'])
