import type { Article } from '../law/article.ts'
import { type Result, err, ok } from '../result.ts'
import { type Fen, isFen } from './money.ts'

/** What allows a charge. Only a law or an administrative regulation carries one for a licence (行政许可法 art. 58). */
export const feeBasisKinds = ['law', 'administrative_regulation', 'other_norm'] as const
export type FeeBasisKind = (typeof feeBasisKinds)[number]

export interface FeeBasis {
  readonly kind: FeeBasisKind
  /** Title and article, e.g. 《…条例》第七条. */
  readonly text: string
}

/** One charge of one matter, as the published standard has it. */
export interface FeeLine {
  /** 收费项目. */
  readonly item: string
  /** 收费标准 as published, e.g. 9元/对. */
  readonly standard: string
  readonly quantity: number
  readonly unitFen: Fen
  readonly basis: FeeBasis
  /** 减免: what is not charged, and on what ground. */
  readonly reduction: { readonly fen: Fen; readonly basis: string } | null
}

/** The charges of one matter; a bundle (一件事) has several. */
export interface FeePart {
  readonly caseNo: string
  readonly organ: string
  /** 行政许可 or its supervision: art. 58 applies. */
  readonly licence: boolean
  readonly lines: readonly FeeLine[]
}

export interface SettledLine extends FeeLine {
  readonly grossFen: Fen
  /** To pay: gross less reduction. */
  readonly fen: Fen
}

export interface SettledPart extends Omit<FeePart, 'lines'> {
  readonly lines: readonly SettledLine[]
  readonly fen: Fen
}

/** 一次性收费: all charges in one sum, paid once. */
export interface FeeSettlement {
  readonly parts: readonly SettledPart[]
  readonly grossFen: Fen
  readonly reducedFen: Fen
  readonly fen: Fen
}

export type FeeLineRefusalCode =
  | 'item_missing'
  | 'standard_missing'
  | 'basis_missing'
  | 'basis_too_low' // a licence is charged for on a law or an administrative regulation, or not at all
  | 'quantity_invalid'
  | 'unit_invalid'
  | 'amount_too_large'
  | 'reduction_invalid' // negative, zero, or more than is charged
  | 'reduction_basis_missing'
  | 'charged_twice' // same item and standard in the same matter

export interface FeeLineRefusal {
  readonly code: FeeLineRefusalCode
  readonly caseNo: string
  /** Place of the line in its matter, from 1. */
  readonly line: number
  readonly article: Article | null
}

/** One settlement of all parts; every line that may not stand is named, and then there is none. */
export const settleFees = (parts: readonly FeePart[]): Result<FeeSettlement, readonly FeeLineRefusal[]> => {
  const refusals = parts.flatMap(refusalsOf)
  if (refusals.length > 0) return err(refusals)
  const settled = parts.map(settlePart)
  const lines = settled.flatMap((part) => part.lines)
  return ok({
    parts: settled,
    grossFen: sum(lines.map(({ grossFen }) => grossFen)),
    reducedFen: sum(lines.map(({ reduction }) => reduction?.fen ?? 0)),
    fen: sum(settled.map(({ fen }) => fen)),
  })
}

/** Keeps the sum of any settlement a safe whole number: ten million yuan a line. */
const maxLineFen = 1_000_000_000

const refusalsOf = ({ caseNo, licence, lines }: FeePart): readonly FeeLineRefusal[] =>
  lines.flatMap((line, at) => {
    const earlier = lines.slice(0, at)
    return codesOf(line, licence, earlier).map((code) => ({ code, caseNo, line: at + 1, article: articleOf(code) }))
  })

const codesOf = (line: FeeLine, licence: boolean, earlier: readonly FeeLine[]): readonly FeeLineRefusalCode[] => {
  const codes: FeeLineRefusalCode[] = []
  const { item, standard, basis, quantity, unitFen, reduction } = line
  if (item.trim() === '') codes.push('item_missing')
  if (standard.trim() === '') codes.push('standard_missing')
  if (basis.text.trim() === '') codes.push('basis_missing')
  else if (licence && basis.kind === 'other_norm') codes.push('basis_too_low')
  const counted = Number.isSafeInteger(quantity) && quantity >= 1
  const priced = isFen(unitFen)
  if (!counted) codes.push('quantity_invalid')
  if (!priced) codes.push('unit_invalid')
  if (counted && priced && quantity * unitFen > maxLineFen) codes.push('amount_too_large')
  if (reduction !== null) {
    if (!isFen(reduction.fen) || reduction.fen === 0 || (counted && priced && reduction.fen > quantity * unitFen))
      codes.push('reduction_invalid')
    if (reduction.basis.trim() === '') codes.push('reduction_basis_missing')
  }
  if (earlier.some((other) => other.item === item && other.standard === standard)) codes.push('charged_twice')
  return codes
}

const articleOf = (code: FeeLineRefusalCode): Article | null => {
  switch (code) {
    case 'basis_missing':
    case 'basis_too_low':
      return 'licensing:58(1)'
    case 'standard_missing':
      // Charged by the published items and standards.
      return 'licensing:59'
    default:
      return null
  }
}

const settlePart = (part: FeePart): SettledPart => {
  const lines = part.lines.map((line): SettledLine => {
    const grossFen = line.quantity * line.unitFen
    return { ...line, grossFen, fen: grossFen - (line.reduction?.fen ?? 0) }
  })
  return { ...part, lines, fen: sum(lines.map(({ fen }) => fen)) }
}

const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, fen) => total + fen, 0)
