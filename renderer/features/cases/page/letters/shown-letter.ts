import type { LetterKind } from '../../../../../domain/letters/letter-kind.ts'

/** A letter of the case: `document` is the `n` of a numbered one, undefined = a slip. */
export interface ShownLetter {
  readonly letter: LetterKind
  readonly document: number | undefined
}
