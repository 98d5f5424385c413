import type { CatalogueEntry } from './parse-row.ts'
import { type RowProblem, rowProblem } from './row-problem.ts'

/** Remembers the rows of one file, so that the second row of the same item is refused and the first is named. */
export const createDuplicateFinder = () => {
  const rowByKey = new Map<string, number>()
  return {
    /** The problem of `row`, or null when it is the first of its item. */
    find: (row: number, entry: CatalogueEntry): RowProblem | null => {
      const keys = keysOf(entry)
      for (const { key, code, field, value } of keys) {
        const first = rowByKey.get(key)
        if (first !== undefined) return rowProblem(code, field, { row: first, value })
      }
      for (const { key } of keys) rowByKey.set(key, row)
      return null
    },
  }
}

const keysOf = (entry: CatalogueEntry) => {
  const { code, id, name, organ } = entry
  const keys = []
  if (code !== null && code !== undefined)
    keys.push({ key: `code ${comparableCode(code)}`, code: 'duplicate_code', field: 'code', value: code } as const)
  if (id !== null) keys.push({ key: `id ${id}`, code: 'duplicate_id', field: 'id', value: id } as const)
  if (keys.length === 0 && name !== null && name !== undefined)
    keys.push({ key: `name ${name}\n${organ ?? ''}`, code: 'duplicate_name', field: 'name', value: name } as const)
  return keys
}

/** 实施编码 are compared without case and width: published lists mix `…996u` and `…996U`. */
export const comparableCode = (code: string): string => code.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
