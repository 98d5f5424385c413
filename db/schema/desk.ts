import type { CaseKind } from '../../domain/case/case-state.ts'

export interface DraftTable {
  id: Uint8Array
  staff_id: string
  kind: CaseKind
  title: string
  saved_at: number
  form: string
}

export interface SignInTable {
  login: string
  failures: number
  last_at: number
}
