import type { LetterKind } from '../letters/letter-kind.ts'
import type { DisclosureCase } from './disclosure-state.ts'

/** Slips without a number that exist for a case as it stands. A row of an old register has none: its papers lie elsewhere. */
export const disclosureSlips = (state: DisclosureCase): readonly LetterKind[] =>
  state.history === null ? ['disclosure_receipt'] : []
