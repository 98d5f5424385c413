import { type CaseStatus, disclosureStates, serviceStates } from '../../domain/case/case-state.ts'
import type { CaseListInput } from '../../contract/queries/cases.ts'

const all: readonly CaseStatus[] = [...serviceStates, ...disclosureStates]

/** Every filter of the list comes down to a set of states, because a state belongs to one kind. */
export interface CaseFilter {
  /** Null = all. Empty = the filters exclude each other: no case. */
  readonly statuses: readonly CaseStatus[] | null
  readonly openOnly: boolean
}

export const caseFilter = ({
  kinds,
  statuses,
  openOnly,
}: Pick<CaseListInput, 'kinds' | 'statuses' | 'openOnly'>): CaseFilter => {
  const ofKinds = all.filter(
    (status) =>
      kinds.length === 0 || kinds.includes(serviceStates.some((s) => s === status) ? 'service' : 'disclosure'),
  )
  const wanted = ofKinds.filter((status) => statuses.length === 0 || statuses.includes(status))
  return { statuses: wanted.length === all.length ? null : wanted, openOnly }
}

/** The states to walk one by one where an index begins with the state. */
export const statusesOf = ({ statuses }: CaseFilter): readonly CaseStatus[] => statuses ?? all
