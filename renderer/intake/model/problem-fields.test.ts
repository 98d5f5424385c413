import { describe, expect, it } from 'vitest'
import { fieldOnScreen, problemsByField } from './problem-fields.ts'

describe('fieldOnScreen', () => {
  it.each([
    ['intake.applicant.idNumber', 'applicant.idNumber'],
    ['intake.materials.2.promisedOn', 'materials.2'],
    ['intake.arrivedOn', 'arrivedOn'],
    ['correctBy', 'correctBy'],
    ['matter', 'matter'],
  ])('%s is %s', (path, field) => {
    expect(fieldOnScreen(path)).toBe(field)
  })
})

describe('problemsByField', () => {
  it('keeps the first problem of a field', () => {
    const found = problemsByField([
      { field: 'intake.materials.0.received', code: 'count_invalid' },
      { field: 'intake.materials.0.promisedOn', code: 'promise_date_past' },
    ])
    expect([...found].map(([field, { code }]) => [field, code])).toEqual([['materials.0', 'count_invalid']])
  })
})
