import { type ClockFacts, clockFacts, pause, restart } from '../clock/clock-facts.ts'
import type { PlainDate } from '../plain-date.ts'
import type { CaseClockFact, CaseCommon } from './case-common.ts'

type New<F> = F extends CaseClockFact ? Omit<F, 'n' | 'undone'> : never

/** The same case with one more fact about its clock. */
export const withClockFact = <C extends CaseCommon>(state: C, fact: New<CaseClockFact>): C => ({
  ...state,
  clockFacts: [...state.clockFacts, { ...fact, n: state.clockFacts.length + 1, undone: false }],
})

/** Ends the open pause of a reason; without one the case is as it was. */
export const withPauseEnded = <C extends CaseCommon>(state: C, to: PlainDate): C => ({
  ...state,
  clockFacts: state.clockFacts.map((fact) => (isOpenPause(fact) ? { ...fact, to } : fact)),
})

export const openPauseOf = (state: CaseCommon) => state.clockFacts.find(isOpenPause) ?? null

/** The extension in force, if any. */
export const extensionOf = (state: CaseCommon) =>
  inForce(state).find((fact): fact is Extract<CaseClockFact, { kind: 'extension' }> => fact.kind === 'extension') ??
  null

/** The facts in force as the clock wants them; null while no clock runs. */
export const clockFactsOf = (state: CaseCommon): ClockFacts | null => {
  if (state.clockStart === null) return null
  const extension = extensionOf(state)
  return clockFacts(state.clockStart, {
    pauses: inForce(state).flatMap((fact) => (fact.kind === 'pause' ? [pause(fact.reason, fact.from, fact.to)] : [])),
    restarts: inForce(state).flatMap((fact) => (fact.kind === 'restart' ? [restart(fact.reason, fact.on)] : [])),
    extension: extension === null ? null : { days: extension.days },
    stop: state.clockStop ?? state.closedOn,
  })
}

const inForce = (state: CaseCommon): readonly CaseClockFact[] => state.clockFacts.filter(({ undone }) => !undone)

const isOpenPause = (fact: CaseClockFact): fact is Extract<CaseClockFact, { kind: 'pause' }> =>
  fact.kind === 'pause' && fact.to === null && !fact.undone
