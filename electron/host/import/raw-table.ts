import type { Result } from '../../../domain/result.ts'
import type { FileProblemCode } from '../../../contract/words/file-problem-codes.ts'
import type { RowProblem } from '../../../domain/catalogue/row-problem.ts'

/** Why a cell or row cannot even be handed to the parser; `header` is the column's own words. */
export interface CellProblem {
  readonly code: Extract<RowProblem['code'], 'not_a_row' | 'formula_without_value' | 'too_many_cells'>
  readonly header: string | null
  readonly params: RowProblem['params']
}

export interface RawRow {
  /** As a person counts it: line of the sheet (its header counts), or place in the JSON array, from 1. */
  readonly row: number
  readonly cells: ReadonlyMap<string, unknown>
  readonly problem: CellProblem | null
}

export interface RawTable {
  /** Headers of the columns in use, as written; for JSON every key that occurs. */
  readonly headers: readonly string[]
  readonly rows: readonly RawRow[]
}

export interface FileProblem {
  readonly code: FileProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

export const fileProblem = (code: FileProblemCode, params: FileProblem['params'] = {}): FileProblem => ({
  code,
  params,
})

/** True for a header that the table being imported knows: it tells the header line from a title above it. */
export type IsKnownHeader = (header: string) => boolean

export type ReadTable = (bytes: Uint8Array, isKnown: IsKnownHeader) => Promise<Result<RawTable, FileProblem>>

/** Sizes a center's own lists never come near; beyond them a file is a mistake or an attack. */
export const importLimits = { bytes: 50 * 1024 * 1024, rows: 100_000, unpackedBytes: 400 * 1024 * 1024 } as const
