import { initialListState, type CaseListState } from '../features/cases/list/list-state.ts'
import { type CatalogueView, initialCatalogueView } from '../features/catalogue/model/catalogue-view.ts'
import { type DisclosureView, initialDisclosureView } from '../features/disclosure/model/disclosure-view.ts'
import { type StatisticsView, initialStatisticsView } from '../features/statistics/model/statistics-view.ts'
import { type BoardView, initialBoardView } from '../features/supervision/model/board-state.ts'
import { type TodayState, freshTodayState } from '../features/today/queue-lines.ts'
import { current, type History } from '../navigation/route.ts'

/**
 * Where a person was: kept while his desk is locked, so that he goes on where he stopped, and never shown to the next person.
 * Held in memory only.
 */
export interface SessionMemory {
  readonly userId: string
  readonly history: History
  readonly list: CaseListState
  readonly today: TodayState
  readonly board: BoardView
  readonly statistics: StatisticsView
  readonly disclosure: DisclosureView
  readonly catalogue: CatalogueView
}

export const freshMemory = (userId: string): SessionMemory => ({
  userId,
  history: [{ page: 'today' }],
  list: initialListState,
  today: freshTodayState(''),
  board: initialBoardView,
  statistics: initialStatisticsView,
  disclosure: initialDisclosureView,
  catalogue: initialCatalogueView,
})

/** The memory of this person: what there is, or a fresh one for somebody else. */
export const memoryOf = (memory: SessionMemory | null, userId: string): SessionMemory =>
  memory?.userId === userId ? memory : freshMemory(userId)

/** The memory after another page was opened. What was searched for belongs to the client who was there: the next intake begins without it. */
export const visited = (memory: SessionMemory, history: History): SessionMemory => {
  const isIntake = current(history).page === 'intake' && current(memory.history).page !== 'intake'
  return { ...memory, history, list: isIntake ? { ...memory.list, text: '' } : memory.list }
}
