import { describe, expect, it } from 'vitest'
import { createColumnFinder } from './columns.ts'
import { readAmount } from './read-amount.ts'
import { readDate } from './read-date.ts'
import { readValue } from './read-value.ts'
import { registerNames, schemaOf } from './registers.ts'
import { choiceField, intField, textField } from './schema.ts'

const read = (field: Parameters<typeof readValue>[0], cell: unknown) => {
  const result = readValue(field, cell, 'yuan')
  return result.ok ? result.value : result.error.code
}

describe('cells of a register', () => {
  it.each([
    ['380', 'yuan', 38_000],
    ['380.50', 'yuan', 38_050],
    ['1,200.5', 'yuan', 120_050],
    ['１２００', 'yuan', 120_000],
    ['￥380元整', 'yuan', 38_000],
    ['1.2万元', 'yuan', 1_200_000],
    ['1.234567', 'wan', 1_234_567],
    ['3元', 'wan', 300],
    ['38000', 'fen', 38_000],
    ['0', 'yuan', 0],
    ['12.340', 'yuan', 1234],
  ] as const)('[REG-3] %s in a column of %s is %s fen', (text, unit, fen) => {
    expect(readAmount(text, unit)).toBe(fen)
  })

  it.each(['', '约380元', '-5', '1.234', '1,20', '100元/件', '1e5', '3.5分'])('[REG-3] %s is no amount', (text) => {
    expect(readAmount(text, 'yuan')).toBeNull()
  })

  it('[REG-3] dates are read as offices write them, and only dates that exist', () => {
    for (const text of ['2026-01-02', '2026/1/2', '2026.1.2', '20260102', '2026年1月2日', '2026-01-02 08:30'])
      expect(readDate(text), text).toBe('2026-01-02')
    for (const text of ['2026-02-30', '2026年', '46000', '1月2日', '']) expect(readDate(text), text).toBeNull()
  })

  it('[REG-3] a cell fits its field or says why not', () => {
    const text = textField('name', ['名称'], 5)
    expect(read(text, ' 甲 ')).toBe('甲')
    expect(read(text, 12)).toBe('12')
    expect(read(text, '一二三四五六')).toBe('text_too_long')
    expect(read(text, '甲\u0000')).toBe('control_characters')
    expect(read(text, ['甲'])).toBe('wrong_type')
    expect(read(text, 1_234_567_890_123_456)).toBe('number_cut')
    expect(read(text, '—')).toBeNull()
    const days = intField('days', ['时限'], 100)
    expect([read(days, '5个工作日'), read(days, 20), read(days, '101'), read(days, '若干')]).toEqual([
      5,
      20,
      'int_invalid',
      'int_invalid',
    ])
    const kind = choiceField('kind', ['类别'], { licence: ['行政许可', '许可'] })
    expect([read(kind, '许可'), read(kind, 'licence'), read(kind, '审批')]).toEqual([
      'licence',
      'licence',
      'choice_unknown',
    ])
  })
})

describe('columns of a register', () => {
  it('[REG-2] official names, synonyms and keys are known, a unit in the header counts', () => {
    const find = createColumnFinder(schemaOf('enforcement_results'))
    expect(find('处罚决定书文号')).toEqual({ kind: 'field', key: 'documentNo', unit: 'yuan' })
    expect(find('罚款金额（万元）')).toEqual({ kind: 'field', key: 'fineFen', unit: 'wan' })
    expect(find('* 罚款金额 (元)：')).toEqual({ kind: 'field', key: 'fineFen', unit: 'yuan' })
    expect(find('fineFen')).toEqual({ kind: 'field', key: 'fineFen', unit: 'fen' })
    expect(find('变动类型')).toEqual({ kind: 'meta', meta: 'change' })
    expect(find('经办人手机')).toBeNull()
  })

  it.each(registerNames)('[REG-2] no header of %s means two fields', (register) => {
    const schema = schemaOf(register)
    const headers = schema.fields.flatMap(({ headers: names }) => names)
    expect(headers.filter((header, at) => headers.indexOf(header) !== at)).toEqual([])
    const find = createColumnFinder(schema)
    for (const field of schema.fields)
      for (const header of field.headers) expect(find(header), header).toMatchObject({ key: field.key })
  })

  it.each(registerNames)('[REG-1] %s names code, title, organ and identity among its fields', (register) => {
    const schema = schemaOf(register)
    const keys = schema.fields.map(({ key }) => key)
    for (const key of [schema.code, schema.title, schema.organ, ...schema.identity]) expect(keys).toContain(key)
    for (const key of [schema.title, schema.organ])
      expect(schema.fields.find((field) => field.key === key)).toMatchObject({
        type: 'text',
        required: true,
        public: true,
      })
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(registerNames)('[REG-1] the longest entry of %s is carried by one operation', (register) => {
    // Three bytes a character; an operation carries 64 KB, of which the envelope takes less than 4.
    const characters = schemaOf(register).fields.reduce(
      (sum, field) => sum + field.key.length + (field.type === 'text' ? field.max : 20) + 10,
      0,
    )
    expect(characters * 3).toBeLessThan(60 * 1024)
  })
})
