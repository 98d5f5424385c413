import { attachmentsOf } from '../../../../domain/attachment/attachment-act.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'

/** How many files of the case are scans of this line of its checklist; those that were taken off do not count. */
export const scansOf = (state: CaseState, material: string): number =>
  attachmentsOf(state).filter((file) => file.detached === null && file.material === material).length
