import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { FigureAct, FigureState } from './figure-record.ts'

const line = {
  roles: ['disclosure_officer', 'head', 'administrator'],
  clock: 'none',
  letter: null,
  article: 'ogi2019:50',
} as const

/** A figure for the annual report: stated by its organ, corrected, withdrawn (条例 art. 50). */
export const figureWorkflow = {
  entity: 'figure',
  states: {
    none: [{ ...line, act: 'figure.state', to: 'stated', requires: ['organ', 'basis'] }],
    stated: [
      { ...line, act: 'figure.correct', to: 'same', requires: ['basis', 'reason'] },
      { ...line, act: 'figure.withdraw', to: 'withdrawn', requires: ['reason'] },
    ],
    withdrawn: [],
  },
  always: [],
  waiting: [],
  final: ['withdrawn'],
} as const satisfies Workflow<FigureAct['kind'], FigureState, LetterKind>
