import { type ClockFacts, type PauseReason, clockFacts, pause, restart } from '../clock/clock-facts.ts'
import type { PlainDate } from '../plain-date.ts'
import type { CaseClockFact, CaseCommon } from './case-common.ts'

type New<F> = F extends CaseClockFact ? Omit<F, 'n' | 'undone'> : never

/** The same case with one more fact about its clock. */
export const withClockFact = <C extends CaseCommon>(state: C, fact: New<CaseClockFact>): C => ({
  ...state,
  clockFacts: [...state.clockFacts, { ...fact, n: state.clockFacts.length + 1, undone: false }],
})

/** Ends the open pauses, or those of a reason, none before its own first day; without one the case is as it was. */
export const withPauseEnded = <C extends CaseCommon>(state: C, to: PlainDate, reason?: PauseReason): C => ({
  ...state,
  clockFacts: state.clockFacts.map((fact) =>
    isOpenPause(fact) && (reason === undefined || fact.reason === reason)
      ? { ...fact, to: to < fact.from ? fact.from : to }
      : fact,
  ),
})

/** The open pause, or that of a reason: two may overlap. */
export const openPauseOf = (state: CaseCommon, reason?: PauseReason) =>
  state.clockFacts.filter(isOpenPause).find((fact) => reason === undefined || fact.reason === reason) ?? null

/** The extension in force, if any. */
export const extensionOf = (state: CaseCommon) =>
  inForce(state).find((fact): fact is Extract<CaseClockFact, { kind: 'extension' }> => fact.kind === 'extension') ??
  null

/** The facts in force as the clock counts them; null while no clock runs. */
export const clockFactsOf = (state: CaseCommon): ClockFacts | null => {
  const recorded = recordedFactsOf(state)
  return recorded === null ? null : notBeforeStart(recorded)
}

/**
 * CLK-28: the acts were done, in the order of the history; that a machine with a wrong clock dated one before the start moves it to the
 * start, where it takes no time away and adds none. What a person enters so is refused (CLK-12).
 */
const notBeforeStart = (facts: ClockFacts): ClockFacts => {
  const { start, stop } = facts
  const late = (date: PlainDate): PlainDate => (date < start ? start : date)
  return {
    ...facts,
    pauses: facts.pauses.map((one) => ({ ...one, from: late(one.from), to: one.to === null ? null : late(one.to) })),
    restarts: facts.restarts.map((one) => ({ ...one, on: late(one.on) })),
    stop: stop === null ? null : late(stop),
  }
}

/** The facts in force as they were recorded, for looking whether they can all be true; null while no clock runs. */
export const recordedFactsOf = (state: CaseCommon): ClockFacts | null => {
  if (state.clockStart === null) return null
  const extension = extensionOf(state)
  return clockFacts(state.clockStart, {
    pauses: inForce(state).flatMap((fact) =>
      fact.kind === 'pause' ? [pause(fact.reason, fact.from, fact.to, fact.told, fact.toldFrom)] : [],
    ),
    restarts: inForce(state).flatMap((fact) => (fact.kind === 'restart' ? [restart(fact.reason, fact.on)] : [])),
    extension: extension === null ? null : { days: extension.days },
    stop: state.clockStop ?? state.closedOn,
  })
}

const inForce = (state: CaseCommon): readonly CaseClockFact[] => state.clockFacts.filter(({ undone }) => !undone)

const isOpenPause = (fact: CaseClockFact): fact is Extract<CaseClockFact, { kind: 'pause' }> =>
  fact.kind === 'pause' && fact.to === null && !fact.undone
