import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type CatalogueField, catalogueFields } from '../../domain/catalogue/catalogue-field.ts'
import { completeItem } from '../../domain/catalogue/complete-item.ts'
import { parseRow } from '../../domain/catalogue/parse-row.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { sampleGuide } from './sample-guide.ts'

/** Rows of items.json under the catalogue's own field names. */
const RowsSchema = z.array(z.partialRecord(z.enum(catalogueFields), z.unknown()).and(z.object({ id: z.string() })))

/**
 * The catalogue of the sample center: 1,181 service items as districts have published them (name, code and organ, for 64 of them the
 * guide too) and one full guide. Throws on a row that the catalogue's own rules refuse: the file is part of the program.
 */
export const readSampleItems = (): readonly ServiceItem[] => {
  const rows = RowsSchema.parse(JSON.parse(readFileSync(new URL('./items.json', import.meta.url), 'utf8')))
  return [sampleGuide, ...rows.map(rowToItem)]
}

const rowToItem = (row: Partial<Record<CatalogueField, unknown>> & { readonly id: string }): ServiceItem => {
  const entry = parseRow(row)
  const content = entry.ok ? completeItem(null, entry.value) : entry
  if (!content.ok) throw new Error(`sample item ${row.id}: ${content.error.map(({ code }) => code).join(', ')}`)
  return { ...content.value, id: row.id, version: 1 }
}
