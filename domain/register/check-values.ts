import type { FieldProblem } from '../case/refusal.ts'
import { isPlainDate } from '../plain-date.ts'
import type { RegisterField, RegisterSchema, RegisterValue, RegisterValues } from './schema.ts'

/** Fields of an entry that are not as the register demands; `field` is `values.<key>`. */
export const findValueProblems = (schema: RegisterSchema, values: RegisterValues): readonly FieldProblem[] => [
  ...schema.fields.flatMap((field) => {
    const code = findCode(field, values[field.key] ?? null)
    return code === null ? [] : [{ field: `values.${field.key}`, code }]
  }),
  ...Object.keys(values).flatMap((key): readonly FieldProblem[] =>
    schema.fields.some((field) => field.key === key) ? [] : [{ field: `values.${key}`, code: 'not_applicable' }],
  ),
]

const findCode = (field: RegisterField, value: RegisterValue): FieldProblem['code'] | null => {
  if (value === null || value === '') return field.required ? 'required' : null
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return 'not_applicable'
      if (value.length > field.max) return 'too_long'
      return /(?![\t\n\r])[\p{Cc}\p{Cs}]/u.test(value) ? 'text_has_control_characters' : null
    case 'int':
    case 'fen':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= field.max
        ? null
        : 'number_invalid'
    case 'date':
      return typeof value === 'string' && isPlainDate(value) ? null : 'date_invalid'
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.choices, value) ? null : 'value_unknown'
  }
}

/** True when two entries say the same; a field that is absent and one that is null are one. */
export const isSameEntry = (schema: RegisterSchema, a: RegisterValues, b: RegisterValues): boolean =>
  schema.fields.every(({ key }) => (a[key] ?? null) === (b[key] ?? null))
