import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { type Result, err, ok } from '../../../domain/result.ts'
import {
  type FileProblem,
  type IsKnownHeader,
  type RawTable,
  type ReadTable,
  fileProblem,
  importLimits,
} from './raw-table.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readXlsx } from './read-xlsx.ts'

/** Rows of a json, csv or xlsx file; the ending of the name says which. Every failure of the file is an error with its code. */
export const readTable = async (path: string, isKnown: IsKnownHeader): Promise<Result<RawTable, FileProblem>> => {
  const read = readers.get(extname(path).toLowerCase())
  if (read === undefined) return err(fileProblem('format_unknown', { ending: extname(path) }))
  const bytes = await readBytes(path)
  return bytes.ok ? read(bytes.value, isKnown) : bytes
}

/** The same of a file that a page has read. */
export const readTableOf = async (
  ending: string,
  bytes: Uint8Array,
  isKnown: IsKnownHeader,
): Promise<Result<RawTable, FileProblem>> => {
  const read = readers.get(ending.toLowerCase())
  return read === undefined ? err(fileProblem('format_unknown', { ending })) : read(bytes, isKnown)
}

const readers: ReadonlyMap<string, ReadTable> = new Map([
  ['.json', readJson],
  ['.csv', readCsv],
  ['.tsv', readCsv],
  ['.txt', readCsv],
  ['.xlsx', readXlsx],
])

export const readBytes = async (path: string): Promise<Result<Uint8Array, FileProblem>> => {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (size === 0) return err(fileProblem('file_empty'))
      if (size > importLimits.bytes) return err(fileProblem('file_too_large', { max: importLimits.bytes, bytes: size }))
      return ok(await file.readFile())
    } finally {
      await file.close()
    }
  } catch (error) {
    return err(fileProblem(codeOf(error), {}))
  }
}

const codeOf = (error: unknown) => {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'file_not_found'
    case 'EISDIR':
      return 'not_a_file'
    default:
      return 'file_not_readable'
  }
}
