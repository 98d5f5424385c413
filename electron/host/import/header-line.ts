import { type Result, err, ok } from '../../../domain/result.ts'
import { type FileProblem, type IsKnownHeader, fileProblem } from './raw-table.ts'

export interface HeaderLine {
  /** Place of the header among the lines given. */
  readonly index: number
  /** Header of each column; null = a column without one. */
  readonly headers: readonly (string | null)[]
}

/** Titles and dates stand above the header of most lists; deeper than this it is not looked for. */
export const headerSearchDepth = 10

/** The first line with at least two known headers; a merged title repeats one text and is never taken for it. */
export const findHeaderLine = (
  lines: readonly (readonly unknown[])[],
  isKnown: IsKnownHeader,
): Result<HeaderLine, FileProblem> => {
  for (const [index, line] of lines.slice(0, headerSearchDepth).entries()) {
    const headers = line.map((cell) => (typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : null))
    const known = new Set(headers.filter((header) => header !== null && isKnown(header)))
    if (known.size >= 2) return ok({ index, headers })
  }
  return err(fileProblem('no_header'))
}
