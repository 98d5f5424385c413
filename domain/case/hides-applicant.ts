import type { CaseState } from './case-state.ts'

/** Whoever complained asked that nobody be told (CMP-17): lists, search, hints and pages leave him out. */
export const hidesApplicant = (state: CaseState): boolean => state.kind === 'complaint' && state.intake.confidential
