import type { Board, WatchedComplaint, WatchedSignal, WatchedTask } from '../../../../contract/queries/supervision.ts'
import type { SignalLevel } from '../../../../domain/supervision/rule.ts'

export const boardTabs = ['signals', 'cards', 'ratings', 'sampling', 'complaints'] as const
export type BoardTab = (typeof boardTabs)[number]

/** What a person looks at; kept while he is in a case, so that he comes back to the same line. */
export interface BoardView {
  readonly by: 'organs' | 'windows'
  /** The department or window that the list is narrowed to; null = all. */
  readonly key: string | null
  readonly tab: BoardTab
  readonly text: string
  readonly levels: readonly SignalLevel[]
  /** Only what nobody has been asked about. */
  readonly openOnly: boolean
  readonly selected: Readonly<Partial<Record<BoardTab, string>>>
}

export const initialBoardView: BoardView = {
  by: 'organs',
  key: null,
  tab: 'signals',
  text: '',
  levels: [],
  openOnly: false,
  selected: {},
}

/** One line of a list, whatever tab it stands in. */
export type BoardRow =
  | { readonly kind: 'signal'; readonly id: string; readonly signal: WatchedSignal }
  | { readonly kind: 'task'; readonly id: string; readonly task: WatchedTask }
  | { readonly kind: 'complaint'; readonly id: string; readonly complaint: WatchedComplaint }

const tabOf = ({ task }: WatchedTask): Exclude<BoardTab, 'signals'> =>
  task === 'bad_rating' ? 'ratings' : task === 'sampling' ? 'sampling' : task === 'complaint' ? 'complaints' : 'cards'

/** All of a tab. Open tasks first, those that are owed soonest before the others; ended ones last. */
export const rowsOfTab = (board: Board, tab: BoardTab): readonly BoardRow[] => {
  if (tab === 'signals') return board.signals.map((signal) => ({ kind: 'signal', id: signal.id, signal }))
  const tasks = board.tasks
    .filter((task) => tabOf(task) === tab)
    .sort(
      (a, b) =>
        Number(a.endedOn !== null) - Number(b.endedOn !== null) ||
        compare(a.due ?? '9999', b.due ?? '9999') ||
        compare(b.openedOn, a.openedOn),
    )
    .map((task): BoardRow => ({ kind: 'task', id: task.id, task }))
  if (tab !== 'complaints') return tasks
  return [
    ...board.complaints.map((complaint): BoardRow => ({ kind: 'complaint', id: complaint.caseId, complaint })),
    ...tasks,
  ]
}

/** How much of a tab waits for somebody. */
export const waitingIn = (board: Board, tab: BoardTab): number =>
  rowsOfTab(board, tab).filter((row) =>
    row.kind === 'signal'
      ? isCardable(row.signal)
      : row.kind === 'task'
        ? row.task.endedOn === null
        : row.complaint.late !== null && row.complaint.late > 0,
  ).length

/** The lines that the filters leave. */
export const shownRows = (board: Board, { tab, by, key, text, levels, openOnly }: BoardView): readonly BoardRow[] => {
  const words = text.trim().toLowerCase()
  return rowsOfTab(board, tab).filter((row) => {
    const { organ, deviceNo, heap, open } = factsOf(row)
    if (key !== null && (by === 'organs' ? organ : deviceNo) !== key) return false
    if (row.kind === 'signal' && levels.length > 0 && !levels.includes(row.signal.level)) return false
    if (openOnly && !open) return false
    return words === '' || heap.toLowerCase().includes(words)
  })
}

const factsOf = (row: BoardRow) => {
  switch (row.kind) {
    case 'signal': {
      const { organ, deviceNo, caseNo, title, rule, task } = row.signal
      return { organ, deviceNo, heap: `${caseNo ?? ''} ${title} ${organ ?? ''} ${rule}`, open: task === null }
    }
    case 'task': {
      const { organ, caseNo, title, person, endedOn } = row.task
      return {
        organ,
        deviceNo: windowOf(caseNo),
        heap: `${caseNo ?? ''} ${title} ${organ} ${person ?? ''}`,
        open: endedOn === null,
      }
    }
    case 'complaint': {
      const { organ, caseNo, title, owes } = row.complaint
      return { organ, deviceNo: windowOf(caseNo), heap: `${caseNo} ${title} ${organ}`, open: owes !== null }
    }
  }
}

/** The window is the third part of every number. */
const windowOf = (caseNo: string | null): string | null => caseNo?.split('-')[2] ?? null

/** Yellow or red, of an organ, without a card. What is answered late is raised and gets none (issue-cards.ts of the host). */
export const isCardable = ({ level, carded, organ, record }: WatchedSignal): boolean =>
  (level === 'yellow' || level === 'red') && !carded && organ !== null && record !== 'task'

/** Signals that the board in view does not have: they are told, and join it when the person says so. */
export const signalsAdded = (shown: Board, next: Board): number => {
  const known = new Set(shown.signals.map(({ id }) => id))
  return next.signals.filter(({ id }) => !known.has(id)).length
}

/** Open matters by their gravest level, over the whole board. */
export const boardTotals = ({ organs }: Board) =>
  organs.reduce(
    (sum, { open, near, yellow, red }) => ({
      open: sum.open + open,
      near: sum.near + near,
      yellow: sum.yellow + yellow,
      red: sum.red + red,
    }),
    { open: 0, near: 0, yellow: 0, red: 0 },
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
