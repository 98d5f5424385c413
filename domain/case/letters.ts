import type { IssuedLetter } from '../letters/document.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { CaseState } from './case-state.ts'
import { moduleOf } from './modules.ts'

/** Letters without a number of their own that exist for a case as it stands, the one that matters most first. */
export const lettersOf = (state: CaseState): readonly LetterKind[] => moduleOf(state.kind).letters(state)

/** Numbered letters in force, the newest first. */
export const documentsOf = (state: CaseState): readonly IssuedLetter[] =>
  [...state.documents].reverse().filter(({ voided }) => voided === null)

/** How often a letter was printed so far; a numbered one by its document, since there may be several of a kind. */
export const printsOf = (state: CaseState, letter: LetterKind, document?: number): number =>
  state.prints.find((print) => print.letter === letter && print.document === document)?.times ?? 0
