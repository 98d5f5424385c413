import type { Role } from '../case/role.ts'

/** What the center's register says of a member of staff, from an instant on. */
export interface StaffTerm {
  /** Epoch milliseconds of the server. */
  readonly from: number
  readonly role: Role
  /** Village that an agent looks after; null = not told. */
  readonly village: string | null
  readonly active: boolean
}

/**
 * SYN-88: the term in force at an instant. Before the first of them nobody had an account to act with: then the clock of the desk was wrong,
 * and the first counts.
 */
export const termAt = (terms: readonly StaffTerm[], at: number): StaffTerm | null =>
  terms.filter(({ from }) => from <= at).at(-1) ?? terms[0] ?? null
