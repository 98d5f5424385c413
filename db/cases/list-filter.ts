import type { CaseListInput } from '../../contract/queries/cases.ts'
import { caseKinds, caseStates } from '../../domain/case/case-state.ts'
import { type KindedStatus, allKindedStatuses, kindedStatus } from './kinded-status.ts'

/** Every filter of the list comes down to a set of states, because a state belongs to one kind. */
export interface CaseFilter {
  /** Null = all. Empty = the filters exclude each other: no case. */
  readonly statuses: readonly KindedStatus[] | null
  readonly openOnly: boolean
}

export const caseFilter = ({
  kinds,
  statuses,
  openOnly,
}: Pick<CaseListInput, 'kinds' | 'statuses' | 'openOnly'>): CaseFilter => {
  const wanted = caseKinds
    .filter((kind) => kinds.length === 0 || kinds.includes(kind))
    .flatMap((kind) =>
      caseStates[kind]
        .filter((status) => statuses.length === 0 || statuses.includes(status))
        .map((status) => kindedStatus(kind, status)),
    )
  return { statuses: wanted.length === allKindedStatuses.length ? null : wanted, openOnly }
}

/** The states to walk one by one where an index begins with the state. */
export const statusesOf = ({ statuses }: CaseFilter): readonly KindedStatus[] => statuses ?? allKindedStatuses
