import type { CaseState } from '../../domain/case/case-state.ts'

/**
 * What is drawn from; a run is told by its seed and this. `first` is what there was when the oldest seeds were found, `contacts` knows
 * changes of soft fields and voiding, `all` everything but running numbers of the center, `numbers` them too.
 */
export type Draws = 'first' | 'contacts' | 'all' | 'numbers'

export const drawsAll = (draws: Draws | undefined): boolean => draws === 'all' || draws === 'numbers'

export interface Desk {
  /** Ids of cases and records that this desk knows, oldest first. */
  readonly cases: readonly string[]
  readonly records: readonly string[]
  readonly wall: number
  /** Absent = `first`. */
  readonly draws?: Draws
  /** The case as this desk sees it; needed for all but the first draws. */
  readonly find?: (caseId: string) => CaseState | null
}
