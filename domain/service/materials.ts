import type { PlainDate } from '../plain-date.ts'
import type { MaterialLine } from './service-intake.ts'

/** Lines that keep the application from being accepted: required, and neither collected nor tolerated. */
export const gapsOf = (materials: readonly MaterialLine[]): readonly MaterialLine[] =>
  materials.filter((line) => line.required && line.state === 'missing')

export const toleratedOf = (materials: readonly MaterialLine[]): readonly MaterialLine[] =>
  materials.filter((line) => line.state === 'tolerated')

/** What a once-only notice names: all that is missing, and what was promised for later. */
export const wantedOf = (materials: readonly MaterialLine[]): readonly MaterialLine[] => [
  ...gapsOf(materials),
  ...toleratedOf(materials),
]

/** Tolerated materials (容缺) whose promised day is over. */
export const overdueTolerated = (materials: readonly MaterialLine[], today: PlainDate): readonly MaterialLine[] =>
  toleratedOf(materials).filter(({ promisedOn }) => promisedOn !== null && promisedOn < today)

export interface Pieces {
  readonly expected: number
  readonly received: number
}

/**
 * Originals and copies of a line apart. Where a line does not tell them apart, its form does; of `original_and_copy` without numbers the
 * pieces count as originals, and so do those of a form that the guide leaves open.
 */
export const piecesOf = (line: MaterialLine): { readonly originals: Pieces; readonly copies: Pieces } => {
  const allCopies = line.form === 'copy'
  const expected = line.copiesExpected ?? (allCopies ? line.expected : 0)
  const received = line.copiesReceived ?? (allCopies ? line.received : Math.min(expected, line.received))
  return {
    originals: { expected: line.expected - expected, received: line.received - received },
    copies: { expected, received },
  }
}

/** True when both lists ask for the same things in the same order, whatever was received. */
export const sameChecklist = (a: readonly MaterialLine[], b: readonly MaterialLine[]): boolean =>
  a.length === b.length &&
  a.every((line, index) => {
    const other = b[index]
    return (
      other !== undefined &&
      line.n === other.n &&
      line.name === other.name &&
      line.form === other.form &&
      line.required === other.required &&
      line.tolerable === other.tolerable &&
      line.expected === other.expected &&
      line.copiesExpected === other.copiesExpected
    )
  })
