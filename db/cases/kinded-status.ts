import { type CaseKind, type CaseStatus, caseKinds, caseStates } from '../../domain/case/case-state.ts'

/** A state as the `status` column holds it: with its kind, since two kinds share words (`service.closed`, `disclosure.closed`). */
export type KindedStatus = `${CaseKind}.${CaseStatus}`

export const kindedStatus = (kind: CaseKind, status: CaseStatus): KindedStatus => `${kind}.${status}`

/** The state alone. */
export const statusOf = (kinded: KindedStatus): CaseStatus =>
  // The column holds nothing but what `kindedStatus` makes.
  kinded.slice(kinded.indexOf('.') + 1) as CaseStatus

/** Every state of every kind. */
export const allKindedStatuses: readonly KindedStatus[] = caseKinds.flatMap((kind) =>
  caseStates[kind].map((status) => kindedStatus(kind, status)),
)
