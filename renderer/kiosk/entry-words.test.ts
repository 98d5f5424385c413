import { expect, it } from 'vitest'
import type { PublicInformation } from '../../domain/kiosk/public-entry.ts'
import { aPower } from '../../domain/record/register/_testing.ts'
import { day } from '../../domain/register/_testing.ts'
import { registerNames, schemaOf } from '../../domain/register/registers.ts'
import { entryFacts, entryLine } from './entry-words.ts'
import { placeName } from './place-name.ts'
import { servedAt } from './served-at.ts'

const information: PublicInformation = {
  type: 'information',
  indexNo: '035210000/2026-00016',
  category: '20-07',
  title: '青岚县2027年一般公共预算草案',
  summary: '2027年收支安排及说明。',
  documentNo: null,
  organ: '青岚县财政局',
  madeOn: day('2026-11-02'),
  keywords: [],
  link: null,
  validity: 'repealed',
  interpretations: [],
  decisionChanged: null,
}

it('[KSK-5] an entry says what is stated of it, and names nothing that is not', () => {
  expect(entryLine(information)).toEqual({ title: information.title, note: '青岚县财政局 · 2026年11月2日' })
  const facts = Object.fromEntries(entryFacts(information))
  expect(facts).toMatchObject({ 索引号: information.indexNo, 效力: '废止', 成文日期: '2026年11月2日' })
  expect(Object.keys(facts)).not.toContain('文号')
  expect(Object.keys(facts)).not.toContain('主题词')
})

it('[KSK-5] an entry of a register speaks by its own headers, choices and money in words, and shows nothing of the office', () => {
  const entry = { type: 'register', register: 'power_list', values: aPower({ kind: 'licence' }) } as const
  expect(entryFacts(entry)).toContainEqual(['权力类型', '行政许可'])
  for (const register of registerNames) {
    const { fields } = schemaOf(register)
    const values = Object.fromEntries(
      fields.map((field) => [field.key, field.type === 'fen' || field.type === 'int' ? 12_345 : 'x']),
    )
    const shown = entryFacts({ type: 'register', register, values })
    const hidden = fields.filter((field) => !field.public)
    expect(shown).toHaveLength(fields.length - hidden.length)
    for (const field of fields.filter(({ type, public: open }) => type === 'fen' && open))
      expect(shown).toContainEqual([field.headers[0], '123.45元'])
  }
})

it('[KSK-5] a place is called as its register, or its column in the Regulation', () => {
  expect(placeName('power_list')).toBe('权责清单')
  expect(placeName('20-07')).toBe('财政预算、决算信息')
  expect(placeName('99-99')).toBe('99-99')
})

it('[KSK-4] a guide leads to the windows of its organ', () => {
  const window = (deviceNo: string, organs: readonly string[]) => ({
    deviceNo,
    name: deviceNo,
    phone: null,
    organs: [...organs],
  })
  const windows = [window('W01', []), window('W02', ['县卫生健康局'])]
  expect(servedAt(windows, '县卫生健康局').map(({ deviceNo }) => deviceNo)).toEqual(['W02'])
  expect(servedAt(windows, '县司法局')).toEqual([])
})
