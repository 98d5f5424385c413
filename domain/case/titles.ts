import type { CaseState } from './case-state.ts'
import { moduleOf } from './modules.ts'

/** What a case is about, in one line. */
export const titleOf = (state: CaseState): string => moduleOf(state.kind).title(state)

/** The organ that handles it. */
export const organOf = (state: CaseState): string => moduleOf(state.kind).organ(state)
