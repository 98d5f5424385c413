import type { CaseKind } from '../../domain/case/case-state.ts'

export interface DraftTable {
  id: Uint8Array
  staff_id: string
  kind: CaseKind
  title: string
  saved_at: number
  form: string
}

/** Of one person or of one organ, never of both. */
export interface PhraseTable {
  id: Uint8Array
  staff_id: string | null
  organ: string | null
  text: string
  saved_at: number
}

export interface AnnualTextTable {
  year: number
  problems: string
  other: string
  saved_at: number
}

export interface SignInTable {
  login: string
  failures: number
  last_at: number
}
