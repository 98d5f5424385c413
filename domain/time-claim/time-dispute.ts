import type { CaseState } from '../case/case-state.ts'
import type { PlainDate } from '../plain-date.ts'

/** Days of a case that an operation can have set and that its limits or its figures are counted from. */
export const timeFields = ['arrivedOn', 'clockStart', 'clockStop', 'closedOn'] as const
export type TimeField = (typeof timeFields)[number]

/** What is disputed of one operation, as the server saw it when it came. */
export interface TimeDisputeFacts {
  /** Id of the operation. */
  readonly op: string
  /** Its kind, for whoever has to settle it. */
  readonly act: string
  /** The legal day that it claims. */
  readonly day: PlainDate
  /** First day that it can have been; null = unknown. */
  readonly earliest: PlainDate | null
  /** Day of its arrival at the server. */
  readonly latest: PlainDate
  /** Days of the case that rest on it. */
  readonly fields: readonly TimeField[]
}

export interface TimeDispute extends TimeDisputeFacts {
  /** Null until a supervisor has said which day it was. */
  readonly fixed: { readonly day: PlainDate; readonly on: PlainDate; readonly reason: string } | null
}

/** Days of the case that an operation of this day has just set. */
export const timeFieldsOf = (before: CaseState | null, after: CaseState, day: PlainDate): readonly TimeField[] =>
  timeFields.filter((field) => after[field] === day && before?.[field] !== day)

export const isTimeDisputed = ({ timeDisputes = [] }: Pick<CaseState, 'timeDisputes'>): boolean =>
  timeDisputes.some(({ fixed }) => fixed === null)

export const findTimeDispute = ({ timeDisputes = [] }: CaseState, op: string): TimeDispute | undefined =>
  timeDisputes.find((dispute) => dispute.op === op)

/** Told twice, after a restore, it is one dispute; and one that was settled stays settled. */
export const withTimeDispute = (state: CaseState, facts: TimeDisputeFacts): CaseState =>
  findTimeDispute(state, facts.op) === undefined
    ? { ...state, timeDisputes: [...(state.timeDisputes ?? []), { ...facts, fixed: null }] }
    : state

/** The days that rest on the operation, where nothing else has been said of them since, follow it. */
export const withFixedTime = (state: CaseState, op: string, fixed: NonNullable<TimeDispute['fixed']>): CaseState => {
  const dispute = findTimeDispute(state, op)
  if (dispute === undefined) throw new Error('case.fix_time of an operation that is not disputed')
  const said = dispute.fixed?.day ?? dispute.day
  const moved = Object.fromEntries(
    dispute.fields.filter((field) => state[field] === said).map((field) => [field, fixed.day]),
  )
  return {
    ...state,
    ...moved,
    timeDisputes: (state.timeDisputes ?? []).map((each) => (each.op === op ? { ...each, fixed } : each)),
  }
}
