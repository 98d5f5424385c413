import { describe, expect, it } from 'vitest'
import { parseRow } from '../domain/catalogue/parse-row.ts'
import { completeItem } from '../domain/catalogue/complete-item.ts'
import { detailFields, findDetailColumn } from '../domain/catalogue/detail-columns.ts'
import { ServiceItemSchema } from './reference.ts'

/** A cell that some reader of details takes. */
const cells = ['1', '是', '2026-01-01', 'text']

describe('an item with every detail', () => {
  it('[SRV-41] as the catalogue reads it is an item as the contract knows it', () => {
    const details = Object.fromEntries(
      detailFields.map((field) => {
        const cell = cells.find((value) => findDetailColumn(field)?.read(value).ok === true)
        if (cell === undefined) throw new Error(`no cell for ${field}`)
        return [field, cell]
      }),
    )
    const row = {
      name: '取水许可',
      kind: '行政许可',
      organ: '县水务局',
      steps: '审批/县水务局/3',
      joint: '是',
      phrases: '同意',
      ...details,
    }
    const entry = parseRow(row)
    if (!entry.ok) throw new Error(JSON.stringify(entry.error))
    const item = completeItem(null, entry.value)
    if (!item.ok) throw new Error(JSON.stringify(item.error))
    const parsed = ServiceItemSchema.safeParse({ ...item.value, id: 'T1', version: 1 })
    expect(parsed.success ? [] : parsed.error.issues).toEqual([])
    const given = Object.values(item.value.details ?? {}).flatMap((group) => Object.values(group))
    expect(given).toHaveLength(detailFields.length)
    expect(given).not.toContain(null)
  })
})
