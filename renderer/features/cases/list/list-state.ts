import type { CaseListInput } from '../../../../contract/queries/cases.ts'

type Kind = CaseListInput['kinds'][number]
type Status = CaseListInput['statuses'][number]

/** What the list is asked for, and where the person is in it. Kept while he looks at a case, so that coming back finds the same line. */
export interface CaseListState {
  readonly text: string
  readonly kinds: readonly Kind[]
  readonly statuses: readonly Status[]
  readonly openOnly: boolean
  readonly selectedId: string | null
  /** Searches sent from the top bar so far: each one moves the focus into the list. */
  readonly searches: number
}

export const initialListState: CaseListState = {
  text: '',
  kinds: [],
  statuses: [],
  openOnly: true,
  selectedId: null,
  searches: 0,
}

/** Rows of one page: about three screens. */
export const pageSize = 100

/** The query of the host for this state. */
export const toListInput = (state: CaseListState): Omit<CaseListInput, 'cursor'> => ({
  text: state.text.trim(),
  kinds: [...state.kinds],
  statuses: [...state.statuses],
  openOnly: state.openOnly,
  order: 'due',
  limit: pageSize,
})

/** Which filters may be the reason that nothing is found, in the order to lift them. */
export const activeFilters = (state: CaseListState): readonly ('text' | 'kinds' | 'statuses' | 'openOnly')[] => [
  ...(state.text.trim() === '' ? [] : (['text'] as const)),
  ...(state.kinds.length === 0 ? [] : (['kinds'] as const)),
  ...(state.statuses.length === 0 ? [] : (['statuses'] as const)),
  ...(state.openOnly ? (['openOnly'] as const) : []),
]

export const liftFilters = (state: CaseListState): CaseListState => ({
  ...initialListState,
  openOnly: false,
  selectedId: state.selectedId,
  searches: state.searches,
})

/** A search from anywhere looks through everything. */
export const searchEverything = (state: CaseListState, text: string): CaseListState => ({
  ...initialListState,
  text,
  openOnly: false,
  searches: state.searches + 1,
})
