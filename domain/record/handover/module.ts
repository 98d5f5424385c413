import type { Decided } from '../../case/case-module.ts'
import type { Recorded } from '../../workflow/recorded.ts'
import { openedRecord, type RecordModule } from '../record-module.ts'
import { handoverDue, linesLeft, stationOf } from './dues.ts'
import { guardHandover } from './guard.ts'
import type { HandoverAct } from './handover-act.ts'
import type { HandoverRecord, HandoverState, Station } from './handover-record.ts'
import { validateHandover } from './validate.ts'
import { handoverWorkflow } from './workflow.ts'

/** 代理交接单: where the residents' papers and results are, and who signed for them. */
export const handoverModule: RecordModule<HandoverRecord, HandoverAct> = {
  workflow: handoverWorkflow,
  validate: (state, act, { today }) => validateHandover(state, act, today),
  guard: guardHandover,
  fold: (state, entity, operation) => (state === null ? made(entity, operation) : step(state, operation)),
  head: (state, calendar) => ({
    title: state.place,
    organ: null,
    caseId: null,
    key: state.documents.find(({ letter }) => letter === 'agency_handover')?.no ?? null,
    date: state.madeOn,
    due: handoverDue(state, calendar),
    closed: state.ended !== null,
    words: [state.place, ...state.lines.map(({ name }) => name)],
  }),
}

type Operation = Recorded<HandoverAct, Decided>

const lying = { village: 'at_village', township: 'at_township', window: 'at_window' } as const satisfies Record<
  Station,
  HandoverState
>

const made = (entity: string, { kind, data }: Operation): HandoverRecord => {
  if (kind !== 'handover.make') throw new Error(`${kind} without a hand-over list`)
  const { direction, start, place, receivedOn, limits, lines, on } = data
  return {
    ...openedRecord(entity),
    kind: 'handover',
    status: lying[start],
    direction,
    start,
    place,
    madeOn: on,
    receivedOn,
    limits,
    lines,
    steps: [],
    collections: [],
    delays: [],
    ended: null,
  }
}

const step = (state: HandoverRecord, { kind, data }: Operation): HandoverRecord => {
  switch (kind) {
    case 'handover.make':
      throw new Error('the hand-over list is made already')
    case 'handover.pass': {
      const { to, giver, taker, on, at, counted, remark } = data
      const passed = {
        ...state,
        steps: [...state.steps, { from: stationOf(state), to, giver, taker, on, at, counted, remark }],
      }
      return to === 'window'
        ? { ...passed, status: 'arrived', ended: { on, reason: null } }
        : { ...passed, status: lying[to] }
    }
    case 'handover.sign_for': {
      const { line, name, on, at, signature } = data
      const signed = {
        ...state,
        collections: [...state.collections, { line, station: stationOf(state), name, on, at, signature }],
      }
      return linesLeft(signed).length === 0 ? { ...signed, status: 'returned', ended: { on, reason: null } } : signed
    }
    case 'handover.report_delay':
      return { ...state, delays: [...state.delays, { on: data.on, reason: data.reason }] }
    case 'handover.close_uncollected':
      return { ...state, status: 'uncollected', ended: { on: data.on, reason: data.reason } }
    case 'handover.cancel':
      return { ...state, status: 'cancelled', ended: { on: data.on, reason: data.reason } }
  }
}
