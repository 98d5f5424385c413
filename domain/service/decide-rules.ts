import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { withPauseEnded } from '../case/clock-log.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ActRules } from './act-rule.ts'
import { needed } from './checks.ts'
import type { DecideAct } from './decide-act.ts'
import { type Ending, revocationArticles } from './decision.ts'
import { certificateProblems } from './delivery-checks.ts'
import { overdueTolerated, toleratedOf } from './materials.ts'
import { decisionClocks, isAfter } from './service-clocks.ts'
import type { ServiceCase } from './service-state.ts'
import { openRunOf } from './step-rules.ts'

/** The decision and the other ways a request ends. */
export const decideRules: ActRules<DecideAct> = {
  'service.approve': {
    fields: ({ signedBy }) => needed('signedBy', signedBy),
    law: (state, { lateReason }, { today, calendar }) =>
      wayDone(state) ?? promisesKept(state, today) ?? lateness(state, lateReason, today, calendar),
    fold: (state, { on, opinion, signedBy, lateReason }) => ({
      ...state,
      status: 'decided',
      clockStop: on,
      decision: {
        result: 'approved',
        on,
        reasons: null,
        remedies: null,
        opinion,
        signedBy,
        withTolerated: toleratedOf(state.intake.materials).length > 0,
        lateReason,
      },
    }),
  },
  'service.deny': {
    fields: ({ signedBy, reasons, remedies }) => [
      ...needed('signedBy', signedBy),
      ...needed('reasons', reasons),
      ...needed('remedies.reconsiderationOrgan', remedies.reconsiderationOrgan),
      ...needed('remedies.court', remedies.court),
    ],
    law: (state, { lateReason }, { today, calendar }) => lateness(state, lateReason, today, calendar),
    fold: (state, { on, reasons, remedies, signedBy, lateReason }) => ({
      ...state,
      status: 'decided',
      clockStop: on,
      decision: { result: 'denied', on, reasons, remedies, opinion: null, signedBy, withTolerated: false, lateReason },
    }),
  },
  'service.certify': {
    fields: ({ certificate }) => certificateProblems(certificate, 'certificate'),
    law: approvedOnly,
    fold: (state, { certificate }) => ({ ...state, status: 'certified', certificate }),
  },
  'service.withdraw': {
    fields: ({ reason }) => needed('reason', reason),
    fold: (state, { on, reason }) => endedCase(state, { kind: 'withdrawn', on, ground: null, reason }),
  },
  'service.terminate': {
    fields: ({ explanation }) => needed('explanation', explanation),
    law: (state, { ground }) =>
      ground === 'false_materials' && state.intake.item.kind === '行政许可'
        ? refusal('denial_due', { article: 'licensing:78' })
        : null,
    fold: (state, { on, ground, explanation }) =>
      endedCase(state, { kind: 'terminated', on, ground, reason: explanation }),
  },
  'service.revoke': {
    fields: ({ reasons, organ }) => [...needed('reasons', reasons), ...needed('organ', organ)],
    law: (state, { ground }) => {
      const article = revocationArticles[ground]
      if (state.revocation !== null) return refusal('already_revoked', { article, params: { on: state.revocation.on } })
      return state.decision?.result === 'approved' ? null : refusal('not_approved', { article })
    },
    fold: (state, { on, ground, reasons, organ }) => ({ ...state, revocation: { on, ground, reasons, organ } }),
  },
}

function approvedOnly(state: ServiceCase): Refusal | null {
  return state.decision?.result === 'approved' ? null : refusal('not_approved', { article: 'licensing:39(1)' })
}

/** An approval rests on the whole way; a denial may come at any step of it. */
const wayDone = (state: ServiceCase): Refusal | null => {
  const run = openRunOf(state)
  return run === null ? null : refusal('steps_open', { params: { step: run.step } })
}

/** 容缺: what was promised for a day that is over has to be there before the approval. */
const promisesKept = (state: ServiceCase, today: PlainDate): Refusal | null => {
  const overdue = overdueTolerated(state.intake.materials, today)
  return overdue.length === 0 ? null : refusal('tolerated_overdue', { params: { count: overdue.length } })
}

/** Over the promised limit (or, without one, the statutory one) the reason is recorded with the decision. */
const lateness = (
  state: ServiceCase,
  reason: string | null,
  today: PlainDate,
  calendar: WorkCalendar,
): Refusal | null => {
  const clocks = decisionClocks(state, calendar)
  const due = clocks?.promised?.due ?? clocks?.statutory?.due ?? null
  return isAfter(due, today) && (reason ?? '').trim() === ''
    ? refusal('late_reason_required', { params: { due: due ?? '' } })
    : null
}

/** No clock runs on in a request that has ended, whatever it stood still for. */
const endedCase = (state: ServiceCase, ending: Ending): ServiceCase => ({
  ...withPauseEnded(state, ending.on),
  status: ending.kind,
  ending,
  specials: state.specials.map((run) => (run.to === null ? { ...run, to: ending.on } : run)),
  suspensions: state.suspensions.map((stop) => (stop.to === null ? { ...stop, to: ending.on } : stop)),
  clockStop: state.clockStart === null ? null : ending.on,
  closedOn: ending.on,
})
