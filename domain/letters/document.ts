import type { PlainDate } from '../plain-date.ts'
import type { LetterKind } from './letter-kind.ts'

/** A letter that was issued under a number. It is never changed: what is wrong is voided and issued again under a new number. */
export interface IssuedLetter {
  /** 1, 2, 3 … within its matter. */
  readonly n: number
  readonly letter: LetterKind
  readonly no: string
  readonly on: PlainDate
  readonly voided: { readonly on: PlainDate; readonly reason: string } | null
  /** `n` of the voided letter that this one stands for. */
  readonly replaces: number | null
}

export const findValid = (documents: readonly IssuedLetter[], n: number): IssuedLetter | undefined =>
  documents.find((document) => document.n === n && document.voided === null)

export const withIssued = (
  documents: readonly IssuedLetter[],
  { letter, no, on, replaces }: Pick<IssuedLetter, 'letter' | 'no' | 'on' | 'replaces'>,
): readonly IssuedLetter[] => [...documents, { n: documents.length + 1, letter, no, on, voided: null, replaces }]

export const withVoided = (
  documents: readonly IssuedLetter[],
  n: number,
  voided: NonNullable<IssuedLetter['voided']>,
): readonly IssuedLetter[] => documents.map((document) => (document.n === n ? { ...document, voided } : document))
