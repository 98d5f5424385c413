import { type PrintedAs, explainPercent, percentOf, percentOfChange, percentsTo100, timesOf } from './percent.ts'

/**
 * A statement of a text about its own figures. Printed percentages and multiples are text, with the decimals and without
 * the sign they were printed with.
 */
export type FigureClaim = { readonly name: string } & (
  | { readonly kind: 'sum'; readonly parts: readonly number[]; readonly total: number }
  /** 其中: the parts are named for example. */
  | { readonly kind: 'subset'; readonly parts: readonly number[]; readonly total: number }
  /** One figure, said more than once. */
  | { readonly kind: 'same'; readonly said: readonly number[] }
  | {
      readonly kind: 'shares'
      readonly parts: readonly number[]
      readonly whole: number
      readonly printed: readonly string[]
    }
  /** By how many percent `after` differs; `before` null = not said. */
  | { readonly kind: 'change'; readonly before: number | null; readonly after: number; readonly printed: string }
  | { readonly kind: 'times'; readonly before: number; readonly after: number; readonly printed: string }
)

/** How printed percentages were made; `none` = in no way that offices use, so something is wrong. */
export type Rounding = PrintedAs | 'largest_remainder' | 'last_is_rest'

export interface FigureFinding {
  readonly name: string
  readonly holds: boolean
  readonly rounding: Rounding | null
  readonly expected: string
  readonly found: string
}

/** Judges a statement; what does not hold is reported with what follows from its other figures, and never mended. */
export const judgeClaim = (claim: FigureClaim): FigureFinding => {
  const { name } = claim
  switch (claim.kind) {
    case 'sum':
    case 'subset': {
      const sum = claim.parts.reduce((total, part) => total + part, 0)
      const holds = claim.kind === 'sum' ? sum === claim.total : sum <= claim.total
      return { name, holds, rounding: null, expected: String(sum), found: String(claim.total) }
    }
    case 'same': {
      const [first = 0] = claim.said
      const other = claim.said.find((figure) => figure !== first) ?? first
      return { name, holds: other === first, rounding: null, expected: String(first), found: String(other) }
    }
    case 'shares':
      return judgeShares(name, claim)
    case 'change':
      return judgeChange(name, claim)
    case 'times':
      return judgePrinted(name, claim.printed, timesOf(claim.after, claim.before, decimalsOf(claim.printed)))
  }
}

const judgeShares = (
  name: string,
  { parts, whole, printed }: Extract<FigureClaim, { readonly kind: 'shares' }>,
): FigureFinding => {
  const rounding = roundingOf(parts, whole, printed)
  const decimals = decimalsOf(printed[0] ?? '')
  const expected = parts.map((part) => percentOf(part, whole, decimals) ?? '').join('/')
  return { name, holds: rounding !== 'neither', rounding, expected, found: printed.join('/') }
}

const roundingOf = (parts: readonly number[], whole: number, printed: readonly string[]): Rounding => {
  if (parts.length !== printed.length || whole <= 0) return 'neither'
  const singly = parts.map((part, at) => explainPercent(printed[at] ?? '', part, whole))
  if (singly.every((one) => one === 'half_up')) return 'half_up'
  const decimals = decimalsOf(printed[0] ?? '')
  const unit = 10 ** decimals
  const inUnits = printed.map((text) => Math.round(Number(text) * unit))
  const fillsUp = inUnits.reduce((sum, one) => sum + one, 0) === 100 * unit
  if (fillsUp && singly.slice(0, -1).every((one) => one === 'half_up')) return 'last_is_rest'
  const whollyParted = parts.reduce((sum, part) => sum + part, 0) === whole
  const remainders = whollyParted ? percentsTo100(parts, decimals, 'largest_remainder') : null
  if (remainders !== null && remainders.every((text, at) => text === printed[at])) return 'largest_remainder'
  return singly.every((one) => one === 'truncated' || one === 'half_up') ? 'truncated' : 'neither'
}

const judgeChange = (
  name: string,
  { before, after, printed }: Extract<FigureClaim, { readonly kind: 'change' }>,
): FigureFinding => {
  const decimals = decimalsOf(printed)
  // Not said: then at least one whole number must give what is printed.
  const then = before ?? Math.round(after / (1 + Number(printed) / 100))
  const change = Math.abs(after - then)
  const exact = percentOfChange(then, after, decimals)
  if (exact === printed || then === 0) return judgePrinted(name, printed, exact)
  const cut = explainPercent(printed.replace('-', ''), change, then) === 'truncated'
  const sameWay = after < then === printed.startsWith('-')
  return {
    name,
    holds: cut && sameWay,
    rounding: cut && sameWay ? 'truncated' : 'neither',
    expected: exact ?? '',
    found: printed,
  }
}

const judgePrinted = (name: string, printed: string, exact: string | null): FigureFinding => ({
  name,
  holds: exact === printed,
  rounding: exact === printed ? 'half_up' : 'neither',
  expected: exact ?? '',
  found: printed,
})

const decimalsOf = (printed: string): number => (printed.split('.')[1] ?? '').length
