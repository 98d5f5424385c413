import type { CheckContext } from '../../case/case-module.ts'
import { type Refusal, refusal } from '../../case/refusal.ts'
import { handoverDue, linesLeft, stationOf } from './dues.ts'
import type { HandoverAct } from './handover-act.ts'
import { type Direction, type HandoverRecord, type Station, stations } from './handover-record.ts'

/** What keeps an act from being done to a hand-over list as it stands. */
export const guardHandover = (
  state: HandoverRecord | null,
  act: HandoverAct,
  context: CheckContext,
): Refusal | null => {
  if (act.kind === 'handover.make')
    return canStart(act.direction, act.start) ? null : refusal('handover_step_wrong', { params: { at: act.start } })
  if (state === null) return null
  const at = stationOf(state)
  switch (act.kind) {
    case 'handover.pass':
      return isForward(state.direction, at, act.to) ? null : refusal('handover_step_wrong', { params: { at } })
    case 'handover.sign_for':
      if (state.direction !== 'out') return refusal('handover_step_wrong', { params: { at } })
      return linesLeft(state).some(({ n }) => n === act.line)
        ? null
        : refusal('handover_line_signed', { params: { line: act.line } })
    case 'handover.close_uncollected':
      if (state.direction !== 'out') return refusal('handover_step_wrong', { params: { at } })
      return timeRunOut(state, context)
    case 'handover.report_delay':
      return timeRunOut(state, context)
    case 'handover.cancel':
      // Once it was countersigned somebody else's signature stands on it.
      return state.steps.length === 0 && state.collections.length === 0
        ? null
        : refusal('handover_step_wrong', { params: { at } })
  }
}

const canStart = (direction: Direction, start: Station): boolean =>
  direction === 'in' ? start !== 'window' : start === 'window'

const isForward = (direction: Direction, from: Station, to: Station): boolean => {
  const way = stations.indexOf(to) - stations.indexOf(from)
  return direction === 'in' ? way > 0 : way < 0
}

const timeRunOut = (state: HandoverRecord, { today, calendar }: CheckContext): Refusal | null => {
  const due = handoverDue(state, calendar)
  return due !== null && today > due ? null : refusal('time_not_run_out', { params: { until: due ?? '' } })
}
