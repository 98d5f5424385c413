import { type WorkCalendar, workdayAfter } from '../../calendar/work-calendar.ts'
import type { Fen } from '../../fees/money.ts'
import type { FeeLine } from '../../fees/settlement.ts'
import { lawfulFee } from '../../service/fee-law.ts'
import { issueClock, stepClock } from '../../service/service-clocks.ts'
import { correctionUntil } from '../../service/intake-law.ts'
import type { ServiceCase } from '../../service/service-state.ts'
import { onceOnlyNoticeOwed, owedBy } from '../owed.ts'
import type { ChargeFact, Owed, RefusalFact, SubjectFacts } from '../subject-facts.ts'

/** What supervision watches about a service request beside its limits. */
export const serviceFacts = (
  state: ServiceCase,
  calendar: WorkCalendar,
): Pick<SubjectFacts, 'owed' | 'charges' | 'refusals'> => ({
  owed: [
    onceOnlyNotice(state, calendar),
    ...steps(state, calendar),
    ...specials(state, calendar),
    ...delivery(state, calendar),
    ...tolerated(state),
    ...waits(state),
  ],
  charges: charges(state),
  refusals: refusals(state),
})

/** Told, accepted or refused in time. Accepted by silence means that nobody told in time, whatever day it counts from. */
const onceOnlyNotice = (state: ServiceCase, calendar: WorkCalendar): Owed => {
  const answered = state.noticeOn ?? state.prereviewPassedOn ?? state.clockStart ?? state.closedOn
  return onceOnlyNoticeOwed(state.arrivedOn, state.deemed ? null : answered, calendar)
}

const steps = (state: ServiceCase, calendar: WorkCalendar): readonly Owed[] =>
  state.steps.flatMap((run, at) => {
    const due = stepClock(state, run, calendar)?.due ?? null
    // Steps that were open when the request itself ended are owed no more.
    return due === null ? [] : [owedBy('step', at + 1, due, run.doneOn ?? state.clockStop)]
  })

/** Each written notice tells a time (45): the procedure is done by then, or told again. */
const specials = (state: ServiceCase, calendar: WorkCalendar): readonly Owed[] =>
  state.specials.map(({ from, days, to }, at) =>
    owedBy('special_procedure', at + 1, workdayAfter(calendar, from, days), to ?? state.clockStop),
  )

const delivery = (state: ServiceCase, calendar: WorkCalendar): readonly Owed[] => {
  const due = issueClock(state, calendar)?.due ?? null
  return due === null
    ? []
    : [owedBy('result_delivery', 1, due, state.delivery.receivedOn ?? state.revocation?.on ?? state.closedOn)]
}

const tolerated = (state: ServiceCase): readonly Owed[] =>
  state.intake.materials.flatMap(({ n, state: material, promisedOn }) =>
    material === 'tolerated' && promisedOn !== null
      ? [owedBy('tolerated_material', n, promisedOn, state.closedOn)]
      : [],
  )

/** For the applicant: papers that were asked for, and each time it stands still for his sake. */
const waits = (state: ServiceCase): readonly Owed[] => {
  const { noticeOn, prereviewPassedOn, clockStart, closedOn } = state
  const correctBy = noticeOn === null ? null : correctionUntil(state)
  const answered = [prereviewPassedOn, clockStart, closedOn].find((on) => on !== null && on >= (noticeOn ?? on))
  return [
    ...(correctBy === null ? [] : [owedBy('wait_over', 1, correctBy, answered ?? null)]),
    ...state.suspensions.map(({ resumeBy, to }, at) => owedBy('wait_over', 1001 + at, resumeBy, to)),
  ]
}

/** What was charged, beside what the guide and the law allow for these lines. */
const charges = ({ fee, intake }: ServiceCase): readonly ChargeFact[] => {
  if (fee === null) return []
  const allowed = lawfulFee(intake.item, fee.lines)
  const chargedFen = fee.paid?.fen ?? sumOf(fee.lines)
  return [{ n: 1, on: fee.noticeOn, chargedFen, allowedFen: allowed.ok ? allowed.value : 0 }]
}

const sumOf = (lines: readonly FeeLine[]): Fen =>
  lines.reduce((sum, { quantity, unitFen, reduction }) => sum + quantity * unitFen - (reduction?.fen ?? 0), 0)

const refusals = ({ refusal, closedOn, decision }: ServiceCase): readonly RefusalFact[] => [
  ...(refusal === null || closedOn === null ? [] : [{ n: 1, on: closedOn, reasons: isSaid(refusal.explanation) }]),
  ...(decision?.result === 'denied' ? [{ n: 2, on: decision.on, reasons: isSaid(decision.reasons) }] : []),
]

const isSaid = (text: string | null): boolean => (text ?? '').trim() !== ''
