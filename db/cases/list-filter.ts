import type { CaseListInput } from '../../contract/queries/cases.ts'
import { caseKinds, caseStates } from '../../domain/case/case-state.ts'
import { type DayRange, type Within, withinOf } from './list-within.ts'
import { type KindedStatus, allKindedStatuses, kindedStatus } from './kinded-status.ts'

/** Every filter of the list comes down to a set of states, because a state belongs to one kind. */
export interface CaseFilter {
  /** Null = all. Empty = the filters exclude each other: no case. */
  readonly statuses: readonly KindedStatus[] | null
  readonly openOnly: boolean
  /** Null = nothing more. */
  readonly within: Within | null
}

/** @param urgent days that the limit asked for means, null = none or any */
export const caseFilter = (
  { kinds, statuses, openOnly, where }: Pick<CaseListInput, 'kinds' | 'statuses' | 'openOnly' | 'where'>,
  urgent: DayRange | null = null,
): CaseFilter => {
  const wanted = caseKinds
    .filter((kind) => kinds.length === 0 || kinds.includes(kind))
    .flatMap((kind) =>
      caseStates[kind]
        .filter((status) => statuses.length === 0 || statuses.includes(status))
        .map((status) => kindedStatus(kind, status)),
    )
  return {
    statuses: wanted.length === allKindedStatuses.length ? null : wanted,
    // Only an open case has a limit that can be over or near.
    openOnly: openOnly || (where?.limit ?? null) !== null,
    within: withinOf(where, urgent),
  }
}

/** The states to walk one by one where an index begins with the state. */
export const statusesOf = ({ statuses }: CaseFilter): readonly KindedStatus[] => statuses ?? allKindedStatuses
