import { type Result, err, ok } from '../../result.ts'
import { type IndexPart, isIndexPart, partShapes } from './index-part.ts'

/** A piece of a template: words that stand there as they are, or a part. `width` is the least number of digits of the serial. */
export type IndexPiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'part'; readonly part: IndexPart; readonly width: number | null }

export type IndexTemplate = readonly IndexPiece[]

export interface IndexTemplateProblem {
  readonly code:
    | 'brace_unpaired' // `{` without `}` or the other way round
    | 'part_unknown'
    | 'part_twice'
    | 'serial_missing' // without a running number two entries could not be told apart
    | 'width_invalid' // serial 1 to 9 digits; other parts take none
    | 'literal_invalid' // characters that are none of - / . _ ( ) 〔 〕 号 第, digits and capitals
    | 'parts_run_together' // after a part of any length nothing says where it ends
  /** The piece as written. */
  readonly at: string
}

/**
 * Reads a template: `{organ}/{year}-{serial:5}`, `{uscc}/{month}-{serial:5}`, `{area}-{dept}-{category}-{year}-{serial:4}`. Every fault
 * is named. A number made by a template that is read without fault can be taken apart in one way only.
 */
export const parseIndexTemplate = (text: string): Result<IndexTemplate, readonly IndexTemplateProblem[]> => {
  const problems: IndexTemplateProblem[] = []
  const pieces: IndexPiece[] = []
  for (const [whole, inner, stray, literal] of text.matchAll(/\{([^{}]*)\}|([{}])|([^{}]+)/g)) {
    if (stray !== undefined) problems.push({ code: 'brace_unpaired', at: stray })
    else if (literal !== undefined) {
      if (!literalShape.test(literal)) problems.push({ code: 'literal_invalid', at: literal })
      pieces.push({ kind: 'literal', text: literal })
    } else {
      const piece = readPart(whole, inner ?? '')
      if (piece.ok) pieces.push(piece.value)
      else problems.push(piece.error)
    }
  }
  problems.push(...findShapeProblems(pieces))
  return problems.length === 0 ? ok(pieces) : err(problems)
}

const literalShape = /^[-/._()〔〕号第0-9A-Z]+$/

const readPart = (whole: string, inner: string): Result<IndexPiece, IndexTemplateProblem> => {
  const [, word = '', , digits] = /^([a-z]+)(:(\d+))?$/.exec(inner) ?? []
  if (!isIndexPart(word)) return err({ code: 'part_unknown', at: whole })
  const width = digits === undefined ? null : Number(digits)
  const fits = word === 'serial' ? width !== null && width >= 1 && width <= 9 : width === null
  return fits ? ok({ kind: 'part', part: word, width }) : err({ code: 'width_invalid', at: whole })
}

const findShapeProblems = (pieces: readonly IndexPiece[]): readonly IndexTemplateProblem[] => {
  const parts = pieces.flatMap((piece) => (piece.kind === 'part' ? [piece.part] : []))
  const problems: IndexTemplateProblem[] = []
  for (const [at, part] of parts.entries())
    if (parts.indexOf(part) < at) problems.push({ code: 'part_twice', at: `{${part}}` })
  if (!parts.includes('serial')) problems.push({ code: 'serial_missing', at: '' })
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1]
    const afterNext = pieces[at + 2]
    if (piece.kind !== 'part' || next === undefined || partShapes[piece.part].width !== null) continue
    const runsOn = next.kind === 'part' ? next : swallows(piece.part, next.text) ? afterNext : undefined
    if (runsOn?.kind === 'part' && (partShapes[runsOn.part].width === null || next.kind === 'part'))
      problems.push({ code: 'parts_run_together', at: `{${piece.part}}{${runsOn.part}}` })
  }
  return problems
}

/** True when the words between could as well be the end of the part before them. */
const swallows = (part: IndexPart, literal: string): boolean =>
  /^[0-9A-Z]/.test(literal) || (part === 'organ' && literal.startsWith('-'))
