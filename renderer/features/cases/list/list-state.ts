import type { CaseFilterInput, ViewContent } from '../../../../contract/queries/case-library.ts'
import type { CaseListInput, CaseWhere } from '../../../../contract/queries/cases.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'

type Kind = CaseListInput['kinds'][number]
type Status = CaseListInput['statuses'][number]

/** What the legal time of the cases listed must be, in the order offered. */
export const limitChoices = ['overdue', 'today', 'soon', 'paused'] as const
export type LimitChoice = (typeof limitChoices)[number]

/** Fields that a list is narrowed by to some of their values, in the order offered. */
export const amongFields = ['organs', 'items', 'handlers', 'devices', 'villages'] as const
export type AmongField = (typeof amongFields)[number]

export interface DayRange {
  /** Null = from the first, to the last. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/** What the list is asked for, and where the person is in it. Kept while he looks at a case, so that coming back finds the same line. */
export interface CaseListState {
  readonly text: string
  readonly kinds: readonly Kind[]
  readonly statuses: readonly Status[]
  readonly openOnly: boolean
  /** Null = any. */
  readonly limit: LimitChoice | null
  /** Nothing chosen of a field = any. */
  readonly among: Readonly<Record<AmongField, readonly string[]>>
  /** Days of receipt. */
  readonly received: DayRange
  readonly order: CaseListInput['order']
  readonly selectedId: string | null
  /** Searches sent from the top bar so far: each one moves the focus into the list. */
  readonly searches: number
}

export const initialListState: CaseListState = {
  text: '',
  kinds: [],
  statuses: [],
  openOnly: true,
  limit: null,
  among: { organs: [], items: [], handlers: [], devices: [], villages: [] },
  received: { from: null, to: null },
  order: 'due',
  selectedId: null,
  searches: 0,
}

/** Rows of one page: about three screens. */
export const pageSize = 100

/** The query of the host for this state. */
export const toListInput = (state: CaseListState): Omit<CaseListInput, 'cursor'> => ({
  ...toFilter(state),
  limit: pageSize,
})

/** What is listed, without a place in it. */
export const toFilter = (state: CaseListState): CaseFilterInput => ({
  text: state.text.trim(),
  kinds: [...state.kinds],
  statuses: [...state.statuses],
  openOnly: state.openOnly,
  ...(isNarrowed(state) ? { where: whereOf(state) } : {}),
  order: state.order,
})

const isReceivedWithin = ({ received }: CaseListState): boolean => received.from !== null || received.to !== null

const isNarrowed = (state: CaseListState): boolean =>
  state.limit !== null || isReceivedWithin(state) || amongFields.some((field) => state.among[field].length > 0)

const whereOf = ({ among, limit, received }: CaseListState): CaseWhere => ({
  organs: [...among.organs],
  items: [...among.items],
  handlers: [...among.handlers],
  devices: [...among.devices],
  villages: [...among.villages],
  limit: limit === null ? null : limits[limit],
  receivedFrom: received.from,
  receivedTo: received.to,
})

const limits: Readonly<Record<LimitChoice, NonNullable<CaseWhere['limit']>>> = {
  overdue: { kind: 'overdue' },
  today: { kind: 'within', days: 0 },
  soon: { kind: 'within', days: 3 },
  paused: { kind: 'paused' },
}

/** Which filters may be the reason that nothing is found, in the order to lift them. */
export const activeFilters = (
  state: CaseListState,
): readonly ('text' | 'kinds' | 'statuses' | 'limit' | AmongField | 'received' | 'openOnly')[] => [
  ...(state.text.trim() === '' ? [] : (['text'] as const)),
  ...(state.kinds.length === 0 ? [] : (['kinds'] as const)),
  ...(state.statuses.length === 0 ? [] : (['statuses'] as const)),
  ...(state.limit === null ? [] : (['limit'] as const)),
  ...amongFields.filter((field) => state.among[field].length > 0),
  ...(isReceivedWithin(state) ? (['received'] as const) : []),
  ...(state.openOnly ? (['openOnly'] as const) : []),
]

export const liftFilters = (state: CaseListState): CaseListState => ({
  ...initialListState,
  openOnly: false,
  order: state.order,
  selectedId: state.selectedId,
  searches: state.searches,
})

/** The list as it was kept: nothing is searched for, and the person is at its beginning. */
export const fromView = (state: CaseListState, { list }: Pick<ViewContent, 'list'>): CaseListState => {
  const { where } = list
  return {
    ...initialListState,
    kinds: list.kinds,
    statuses: list.statuses,
    openOnly: list.openOnly,
    limit: limitOf(where?.limit ?? null),
    among: where === undefined ? initialListState.among : amongOf(where),
    received: { from: where?.receivedFrom ?? null, to: where?.receivedTo ?? null },
    order: list.order,
    searches: state.searches,
  }
}

/** What is kept of the list: everything but what is searched for, which belongs to a client. */
export const toViewed = (state: CaseListState): ViewContent['list'] => {
  const { text: _text, ...list } = toFilter(state)
  return list
}

const amongOf = ({ organs, items, handlers, devices, villages }: CaseWhere): CaseListState['among'] => ({
  organs,
  items,
  handlers,
  devices,
  villages,
})

const limitOf = (limit: CaseWhere['limit']): LimitChoice | null =>
  limitChoices.find((choice) => {
    const one = limits[choice]
    return one.kind === limit?.kind && (one.kind !== 'within' || limit.kind !== 'within' || one.days === limit.days)
  }) ?? null

/** A search from anywhere looks through everything. */
export const searchEverything = (state: CaseListState, text: string): CaseListState => ({
  ...initialListState,
  text,
  openOnly: false,
  searches: state.searches + 1,
})
