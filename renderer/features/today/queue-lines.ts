import type { ConflictRow } from '../../../contract/queries/conflicts.ts'
import type { QueueRow, QueueScopeName, Today, TodayInput } from '../../../contract/queries/today.ts'

type Group = Today['groups'][number]['group']

/** What the queue shows and where the person is in it; ids only. Kept while he looks at a case. */
export interface TodayState {
  /** Legal date the queue was opened on: the next morning it is made anew. */
  readonly day: string
  /** Null = what suits the role. */
  readonly whose: QueueScopeName | null
  readonly stood: TodayInput['stood']
  readonly selectedId: string | null
  /** Grows when the queue is made anew: an answer of before is none for it. */
  readonly round: number
}

export const freshTodayState = (day: string, whose: QueueScopeName | null = null, round = 0): TodayState => ({
  day,
  whose,
  stood: [],
  selectedId: null,
  round,
})

/** The state to go on with on this day: the same, or a queue made anew that looks at the same people's work. */
export const todayStateOn = (state: TodayState, day: string): TodayState =>
  state.day === day ? state : freshTodayState(day, state.whose)

/** Places of all lines that are shown, for the next answer to keep. What is new stands where the host put it. */
export const placesOf = (today: Today): TodayInput['stood'] =>
  today.groups.flatMap(({ group, rows }) => rows.map(({ id }) => ({ id, group })))

/** A line one can stand on: a case, or an act that did not take effect. */
export type QueueLine =
  | { readonly kind: 'case'; readonly id: string; readonly group: Group; readonly row: QueueRow }
  | { readonly kind: 'conflict'; readonly id: string; readonly row: ConflictRow }

/** All lines from top to bottom. */
export const linesOf = (today: Today, conflicts: readonly ConflictRow[]): readonly QueueLine[] => [
  ...today.groups.flatMap(({ group, rows }) =>
    rows.map((row): QueueLine => ({ kind: 'case', id: row.id, group, row })),
  ),
  ...conflicts.map((row): QueueLine => ({ kind: 'conflict', id: row.op, row })),
]

const isOpen = (line: QueueLine): boolean => line.kind === 'conflict' || line.row.handledAt === null

/** The next line that waits, after the one named and around the end; null = nothing else waits. */
export const nextLine = (lines: readonly QueueLine[], after: string | null): QueueLine | null => {
  const at = lines.findIndex(({ id }) => id === after)
  return [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))].find(isOpen) ?? null
}

/** The line that is stood on: the one chosen as long as it is there, else the first that waits. */
export const currentLine = (lines: readonly QueueLine[], selectedId: string | null): QueueLine | null =>
  lines.find(({ id }) => id === selectedId) ?? lines.find(isOpen) ?? lines[0] ?? null

/** Everything that waits. */
export const countOpen = (today: Today, conflicts: readonly ConflictRow[]): number =>
  conflicts.length + today.groups.reduce((sum, { total }) => sum + total, 0)
