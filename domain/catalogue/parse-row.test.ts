import { describe, expect, it } from 'vitest'
import type { CatalogueRow } from './catalogue-field.ts'
import { parseRow } from './parse-row.ts'

const named = { name: '残疾人证办理', kind: '行政确认', organ: '某县残疾人联合会' } as const
const problemsOf = (row: CatalogueRow) => {
  const parsed = parseRow(row)
  return parsed.ok ? [] : parsed.error
}
const entryOf = (row: CatalogueRow) => {
  const parsed = parseRow(row)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

describe('a row of a catalogue', () => {
  it('keeps apart what is not in the file and what is not published', () => {
    const entry = entryOf({ ...named, code: null, note: '' })
    expect(entry.code).toBeNull()
    expect(entry.note).toBeNull()
    expect(entry.resultName).toBeUndefined()
    expect(entry.materials).toBeUndefined()
  })

  it('trims texts and reads numbers as digits', () => {
    const entry = entryOf({ ...named, name: '  残疾人证办理\t', code: 103609 })
    expect(entry.name).toBe('残疾人证办理')
    expect(entry.code).toBe('103609')
  })

  it.each([
    [{ ...named, code: 1_234_567_890_123_456 }, 'number_cut', 'code'],
    [{ ...named, code: Number.NaN }, 'number_cut', 'code'],
    [{ ...named, name: ['残疾人证'] }, 'wrong_type', 'name'],
    [{ ...named, name: '证'.repeat(301) }, 'text_too_long', 'name'],
    [{ ...named, organ: '残\u0007联' }, 'control_characters', 'organ'],
    [{ ...named, note: '\u0000' }, 'control_characters', 'note'],
    [{ ...named, note: 'a\ud800b' }, 'control_characters', 'note'],
    [{ ...named, kind: '行政审批' }, 'kind_unknown', 'kind'],
    [{ ...named, handling: '快办件' }, 'handling_unknown', 'handling'],
    [{ ...named, statutoryDays: -1 }, 'days_invalid', 'statutoryDays'],
    [{ ...named, statutoryDays: 7.5 }, 'days_invalid', 'statutoryDays'],
    [{ ...named, promisedDays: 3651 }, 'days_invalid', 'promisedDays'],
    [{ ...named, promisedDays: '十日' }, 'days_invalid', 'promisedDays'],
    [{ ...named, promisedDays: true }, 'days_invalid', 'promisedDays'],
    [{ ...named, promisedDays: 5, dayUnit: '小时' }, 'day_unit_unknown', 'dayUnit'],
    [{ ...named, statutoryDays: '20个工作日', promisedDays: '30自然日' }, 'day_units_differ', 'dayUnit'],
    [{ ...named, fee: { charged: '看情况' } }, 'fee_unclear', 'feeCharged'],
    [{ ...named, fee: 9 }, 'wrong_type', 'fee'],
    [{ ...named, legalBasis: 7 }, 'wrong_type', 'legalBasis'],
    [{ ...named, legalBasis: [{}] }, 'wrong_type', 'legalBasis'],
    [{ ...named, conditions: Array.from({ length: 101 }, () => '条件') }, 'list_too_long', 'conditions'],
    [{ ...named, materials: 5 }, 'wrong_type', 'materials'],
    [{ ...named, materials: [{ name: '' }] }, 'material_unclear', 'materials'],
    [{ ...named, materials: [{ copies: 1 }] }, 'material_unclear', 'materials'],
    [{ ...named, materials: [{ name: '身份证', original_or_copy: '扫描件' }] }, 'material_form_unknown', 'materials'],
    [{ ...named, materials: [{ name: '身份证', copies: 1000 }] }, 'material_copies_invalid', 'materials'],
    [{ ...named, materials: [{ name: '身份证', copies: '两份' }] }, 'material_copies_invalid', 'materials'],
    [{ ...named, materials: [{ name: '身份证', required: '或许' }] }, 'material_unclear', 'materials'],
    [{ ...named, materials: [{ name: '身份证', source: 3 }] }, 'material_unclear', 'materials'],
  ] as const)('refuses %j', (row, code, field) => {
    expect(problemsOf(row)).toEqual([expect.objectContaining({ code, field })])
  })

  it('names every problem of the row at once', () => {
    expect(problemsOf({ name: '证'.repeat(301), kind: '别的', organ: 'x', statutoryDays: -3 })).toEqual([
      { code: 'days_invalid', field: 'statutoryDays', params: { value: '-3' } },
      { code: 'text_too_long', field: 'name', params: { max: 300, length: 301 } },
      { code: 'kind_unknown', field: 'kind', params: { value: '别的' } },
    ])
  })
})

describe('materials', () => {
  it('come as records with what the guide leaves open', () => {
    const materials = entryOf({
      ...named,
      materials: [
        {
          name: '身份证',
          original_or_copy: '原件及复印件',
          copies: '2份',
          required: '必要',
          tolerable: true,
          source: '公安机关',
        },
        { name: '照片', original_or_copy: null, copies: null, electronic: 0, required: null, source: null },
        { name: '电子照片', electronic: true },
      ],
    }).materials
    expect(materials).toEqual([
      { name: '身份证', form: 'original_and_copy', copies: 2, required: true, tolerable: true, source: '公安机关' },
      { name: '照片', form: 'unspecified', copies: null, required: null, tolerable: false, source: null },
      { name: '电子照片', form: 'electronic', copies: null, required: null, tolerable: false, source: null },
    ])
  })

  it('come as one cell, an entry a line, without their numbering', () => {
    const { materials } = entryOf({ ...named, materials: '1.身份证；2、户口本\n（3）1.5寸照片\r\n\n1.5寸彩照；' })
    expect(materials?.map(({ name }) => name)).toEqual(['身份证', '户口本', '1.5寸照片', '1.5寸彩照'])
  })
})

describe('a fee', () => {
  it.each([
    [{ feeCharged: '否' }, { charged: false, basis: null, standard: null }],
    [{ feeStandard: '9元/对' }, { charged: true, basis: null, standard: '9元/对' }],
    [{ feeStandard: '免费' }, { charged: false, basis: null, standard: '免费' }],
    [
      { feeCharged: '是', feeBasis: '鲁价费发〔2002〕277号' },
      { charged: true, basis: '鲁价费发〔2002〕277号', standard: null },
    ],
    [
      { fee: { charged: true, basis: null, standard: '工本费10元' } },
      { charged: true, basis: null, standard: '工本费10元' },
    ],
    [{ fee: null }, null],
    [{ feeCharged: '', feeStandard: '' }, null],
  ])('of %j is %j', (row, fee) => {
    expect(entryOf({ ...named, ...row }).fee).toEqual(fee)
  })

  it('is unsaid when the file has no fee column', () => {
    expect(entryOf(named).fee).toBeUndefined()
  })
})
