import type { Decided } from '../../case/case-module.ts'
import type { FieldProblem } from '../../case/refusal.ts'
import { type PlainDate, yearOf } from '../../plain-date.ts'
import type { Recorded } from '../../workflow/recorded.ts'
import { openedRecord, type RecordModule } from '../record-module.ts'
import { type FigureAct, type FigureCell, type FigureRecord, countsOf } from './figure-record.ts'
import { figureWorkflow } from './workflow.ts'

/** 申报数字: a figure of the annual report that its organ states, since it is not counted here. */
export const figureModule: RecordModule<FigureRecord, FigureAct> = {
  workflow: figureWorkflow,
  validate: (state, act, { today }) => validate(state, act, today),
  guard: () => null,
  fold: (state, entity, operation) => (state === null ? stated(entity, operation) : next(state, operation)),
  head: (state) => ({
    title: `${String(state.year)} ${state.cell}`,
    organ: state.organ,
    caseId: null,
    // An organ states a cell of a year once.
    key: state.status === 'stated' ? `${String(state.year)}:${state.cell}:${state.organ}` : null,
    date: state.statedOn,
    due: null,
    closed: state.status === 'withdrawn',
    words: [],
  }),
}

/** The first year of the Regulation. */
const firstYear = 2008

const validate = (state: FigureRecord | null, act: FigureAct, today: PlainDate): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'figure.state':
      return [
        ...(act.year < firstYear ? [{ field: 'year', code: 'date_too_old' } as const] : []),
        ...(act.year > yearOf(today) ? [{ field: 'year', code: 'date_in_future' } as const] : []),
        ...required('organ', act.organ),
        ...required('basis', act.basis),
        ...countProblems(act.cell, act.counts),
      ]
    case 'figure.correct':
      return [
        ...required('basis', act.basis),
        ...required('reason', act.reason),
        ...(state === null ? [] : countProblems(state.cell, act.counts)),
      ]
    case 'figure.withdraw':
      return required('reason', act.reason)
  }
}

const required = (field: string, text: string): readonly FieldProblem[] =>
  text.trim() === '' ? [{ field, code: 'required' }] : []

const countProblems = (cell: FigureCell, counts: readonly number[]): readonly FieldProblem[] =>
  counts.length === countsOf[cell] && counts.every((count) => Number.isSafeInteger(count) && count >= 0)
    ? []
    : [{ field: 'counts', code: 'number_invalid' }]

type Operation = Recorded<FigureAct, Decided>

const stated = (entity: string, { kind, data }: Operation): FigureRecord => {
  if (kind !== 'figure.state') throw new Error(`${kind} without a figure`)
  const { year, cell, organ, counts, basis, on } = data
  return {
    ...openedRecord(entity),
    kind: 'figure',
    status: 'stated',
    year,
    cell,
    organ,
    counts,
    basis,
    statedOn: on,
    corrections: [],
    ended: null,
  }
}

const next = (state: FigureRecord, { kind, data }: Operation): FigureRecord => {
  switch (kind) {
    case 'figure.state':
      throw new Error('a figure is stated once')
    case 'figure.correct': {
      const { counts, basis, reason, on } = data
      return { ...state, counts, basis, corrections: [...state.corrections, { on, before: state.counts, reason }] }
    }
    case 'figure.withdraw':
      return { ...state, status: 'withdrawn', ended: { on: data.on, reason: data.reason } }
  }
}
