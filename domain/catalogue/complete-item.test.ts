import { describe, expect, it } from 'vitest'
import type { ServiceItem } from '../service/service-item.ts'
import type { CatalogueRow } from './catalogue-field.ts'
import { completeItem } from './complete-item.ts'
import { type ItemContent, parseRow } from './parse-row.ts'

const complete = (row: CatalogueRow, previous: ServiceItem | null = null) => {
  const parsed = parseRow(row)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return completeItem(previous, parsed.value)
}
const itemOf = (row: CatalogueRow, previous: ServiceItem | null = null): ItemContent => {
  const item = complete(row, previous)
  if (!item.ok) throw new Error(JSON.stringify(item.error))
  return item.value
}
const named = { name: '取水许可', kind: '行政许可', organ: '某县水务局' } as const

describe('a complete item', () => {
  it('is new with everything the row leaves out unpublished', () => {
    expect(itemOf(named)).toEqual({
      code: null,
      name: '取水许可',
      kind: '行政许可',
      organ: '某县水务局',
      group: null,
      legalBasis: [],
      audience: null,
      conditions: [],
      materials: [],
      statutoryDays: null,
      promisedDays: null,
      dayUnit: 'workday',
      handling: 'other',
      fee: null,
      resultName: null,
      processSteps: [],
      note: null,
    })
  })

  it.each(['name', 'organ', 'kind'] as const)('needs its %s', (field) => {
    const problem = { code: 'missing', field, params: {} }
    expect(complete({ ...named, [field]: '  ' })).toEqual({ ok: false, error: [problem] })
    const { [field]: _left, ...rest } = named
    expect(complete(rest)).toEqual({ ok: false, error: [problem] })
  })

  it('refuses a promise longer than the statutory limit', () => {
    expect(complete({ ...named, statutoryDays: 20, promisedDays: 21 })).toEqual({
      ok: false,
      error: [{ code: 'promised_over_statutory', field: 'promisedDays', params: { statutory: 20, promised: 21 } }],
    })
    expect(itemOf({ ...named, statutoryDays: 20, promisedDays: 20 }).promisedDays).toBe(20)
  })

  it('keeps the guide of the version before when the file has no guide columns', () => {
    const before: ServiceItem = {
      ...itemOf({
        ...named,
        code: 'A1',
        materials: '申请书',
        statutoryDays: 20,
        promisedDays: 5,
        fee: { charged: false },
      }),
      id: 'W1',
      version: 3,
    }
    const after = itemOf({ ...named, name: '取水许可（新办）' }, before)
    expect(after).toEqual({ ...itemOf({ ...named }), ...contentOf(before), name: '取水许可（新办）' })
  })

  it('takes an empty cell as no longer published', () => {
    const before: ServiceItem = { ...itemOf({ ...named, note: '旧' }), id: 'W1', version: 1 }
    expect(itemOf({ ...named, note: null }, before).note).toBeNull()
  })

  it('judges the limits of old and new columns together', () => {
    const before: ServiceItem = { ...itemOf({ ...named, statutoryDays: 20 }), id: 'W1', version: 1 }
    expect(complete({ ...named, promisedDays: 30 }, before).ok).toBe(false)
  })

  it.each([
    [{ promisedDays: 5 }, 'committed'],
    [{ promisedDays: 5, handling: true }, 'instant'],
    [{ promisedDays: 5, handling: null }, 'committed'],
    [{ promisedDays: '当场办结' }, 'instant'],
    [{ handling: '承诺件' }, 'committed'],
    [{}, 'other'],
  ] as const)('with %j is handled as %s', (row, handling) => {
    expect(itemOf({ ...named, ...row }).handling).toBe(handling)
  })

  it('counts a bare 日 of a licence in working days (行政许可法 art. 82) and of anything else in calendar days', () => {
    expect(itemOf({ ...named, promisedDays: '20日' }).dayUnit).toBe('workday')
    expect(itemOf({ ...named, kind: '公共服务', promisedDays: '20日' }).dayUnit).toBe('day')
    expect(itemOf({ ...named, kind: '公共服务', promisedDays: 20 }).dayUnit).toBe('workday')
    expect(itemOf({ ...named, promisedDays: '20自然日' }).dayUnit).toBe('day')
  })
})

const contentOf = ({ id: _id, version: _version, ...content }: ServiceItem): ItemContent => content
