import { initialListState, type CaseListState } from '../features/cases/list/list-state.ts'
import type { History } from '../navigation/route.ts'

/**
 * Where a person was: kept while his desk is locked, so that he goes on where he stopped, and never shown to the next person.
 * Held in memory only.
 */
export interface SessionMemory {
  readonly userId: string
  readonly history: History
  readonly list: CaseListState
}

export const freshMemory = (userId: string): SessionMemory => ({
  userId,
  history: [{ page: 'cases' }],
  list: initialListState,
})

/** The memory of this person: what there is, or a fresh one for somebody else. */
export const memoryOf = (memory: SessionMemory | null, userId: string): SessionMemory =>
  memory?.userId === userId ? memory : freshMemory(userId)
