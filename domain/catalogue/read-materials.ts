import { type Result, err, ok } from '../result.ts'
import type { ItemMaterial, MaterialForm } from '../service/service-item.ts'
import { entriesOf, itemLimits, textProblem } from './read-field.ts'
import { readMaterialDetail } from './read-material-detail.ts'
import { type RowProblem, rowProblem } from './row-problem.ts'
import { scalarText } from './scalar-text.ts'
import { readYesNo } from './yes-no.ts'

/**
 * Materials of an item: an array of names or of records (`name`, `original_or_copy`, `copies`, `electronic`, `required`,
 * `tolerable`, `source`, `originals`, and what `read-material-detail.ts` reads), or one text with an entry a line. What the guide leaves open stays open (null).
 */
export const readMaterials = (value: unknown): Result<readonly ItemMaterial[], RowProblem> => {
  const entries = entriesOf(value)
  if (entries === null) return err(rowProblem('wrong_type', 'materials'))
  const filled = entries.filter((entry) => entry !== '' && entry !== null)
  if (filled.length > itemLimits.materials.entries)
    return err(rowProblem('list_too_long', 'materials', { max: itemLimits.materials.entries, length: filled.length }))
  const materials: ItemMaterial[] = []
  for (const [index, entry] of filled.entries()) {
    const material = readMaterial(entry, index + 1)
    if (!material.ok) return material
    materials.push(material.value)
  }
  return ok(materials)
}

const readMaterial = (entry: unknown, n: number): Result<ItemMaterial, RowProblem> => {
  if (typeof entry === 'string') return nameOnly(entry)
  if (!isRecord(entry)) return err(rowProblem('material_unclear', 'materials', { n, value: typeof entry }))
  const name = typeof entry['name'] === 'string' ? nameOnly(entry['name']) : missingName(n)
  if (!name.ok) return name
  const form = readForm(entry['original_or_copy'], entry['electronic'])
  if (!form.ok) return err(rowProblem('material_form_unknown', 'materials', { n, value: form.error }))
  const copies = readCopies(entry['copies'])
  if (!copies.ok) return err(rowProblem('material_copies_invalid', 'materials', { n, value: copies.error }))
  const originals = readCopies(entry['originals'])
  if (!originals.ok) return err(rowProblem('material_copies_invalid', 'materials', { n, value: originals.error }))
  const detail = readMaterialDetail(entry)
  if (!detail.ok) return err(rowProblem('material_unclear', 'materials', { n, value: detail.error }))
  const required = readYesNo(entry['required'])
  const tolerable = readYesNo(entry['tolerable'])
  const source = readSource(entry['source'])
  if (!required.ok || !tolerable.ok || !source.ok) {
    const value = !required.ok ? required.error : !tolerable.ok ? tolerable.error : 'source'
    return err(rowProblem('material_unclear', 'materials', { n, value }))
  }
  return ok({
    ...name.value,
    form: form.value,
    copies: copies.value,
    required: required.value,
    tolerable: tolerable.value ?? false,
    source: source.value,
    ...(originals.value === null ? {} : { originals: originals.value }),
    ...(detail.value === null ? {} : { detail: detail.value }),
  })
}

const missingName = (n: number): Result<never, RowProblem> =>
  err(rowProblem('material_unclear', 'materials', { n, value: 'name' }))

const nameOnly = (words: string): Result<ItemMaterial, RowProblem> => {
  const name = words.trim()
  if (name === '') return err(rowProblem('material_unclear', 'materials', { n: 0, value: 'name' }))
  const problem = textProblem('materials', name, itemLimits.materials.text)
  if (problem !== null) return err(problem)
  return ok({ name, form: 'unspecified', copies: null, required: null, tolerable: false, source: null })
}

const readForm = (value: unknown, electronic: unknown): Result<MaterialForm, string> => {
  if (value !== null && value !== undefined && typeof value !== 'string') return err(typeof value)
  const words = (value ?? '').replaceAll(/\s/g, '')
  if (words === '') return ok(electronic === true || electronic === '电子' ? 'electronic' : 'unspecified')
  const form = formByWords.get(words)
  return form === undefined ? err(words.slice(0, 60)) : ok(form)
}

const formByWords: ReadonlyMap<string, MaterialForm> = new Map([
  ['原件', 'original'],
  ['原件正本', 'original'],
  ['复印件', 'copy'],
  ['原件及复印件', 'original_and_copy'],
  ['原件和复印件', 'original_and_copy'],
  ['原件、复印件', 'original_and_copy'],
  ['原件与复印件', 'original_and_copy'],
  // Either will do, so the checklist must not insist on one.
  ['原件或复印件', 'unspecified'],
  ['电子', 'electronic'],
  ['电子件', 'electronic'],
  ['电子版', 'electronic'],
  ['纸质', 'unspecified'],
  ['不限', 'unspecified'],
  ['original', 'original'],
  ['copy', 'copy'],
  ['original_and_copy', 'original_and_copy'],
  ['electronic', 'electronic'],
  ['unspecified', 'unspecified'],
])

const readCopies = (value: unknown): Result<number | null, string> => {
  if (value === null || value === undefined || value === '') return ok(null)
  const digits = typeof value === 'string' ? value.normalize('NFKC').trim().replace(/份$/, '') : value
  const copies = typeof digits === 'string' && /^\d{1,3}$/.test(digits) ? Number(digits) : digits
  if (typeof copies === 'number' && Number.isInteger(copies) && copies >= 0 && copies <= 999) return ok(copies)
  return err(scalarText(value).slice(0, 60))
}

const readSource = (value: unknown): Result<string | null, null> => {
  if (value === null || value === undefined) return ok(null)
  if (typeof value !== 'string' || textProblem('materials', value, 300) !== null) return err(null)
  const words = value.trim()
  return ok(words === '' ? null : words)
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
