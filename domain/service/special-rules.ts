import { workdayAfter } from '../calendar/work-calendar.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { extensionOf, openPauseOf, withClockFact, withPauseEnded } from '../case/clock-log.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import { toldUntil } from '../clock/told-pause.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ActRules } from './act-rule.ts'
import { counted, needed, notBefore, notInFuture, notInPast } from './checks.ts'
import type { ExamineAct } from './examine-act.ts'
import type { Hearing, SpecialRun } from './examination.ts'
import { timeIsUp } from './intake-law.ts'
import { licensingDays } from './licensing-days.ts'
import { serviceRules } from './service-rules.ts'
import { decisionClocks, isAfter } from './service-clocks.ts'
import { extensionDays, intakeLimits, limitArticle, modeOf } from './service-limits.ts'
import type { ServiceCase } from './service-state.ts'

type SpecialAct = Extract<
  ExamineAct,
  {
    kind: `service.${'hearing_tell' | 'hearing_request' | 'hearing_arrange' | 'special_start' | 'special_renew' | 'special_end' | 'special_lapse' | 'suspend' | 'resume' | 'suspend_lapse' | 'extend'}`
  }
>

const noHearing: Hearing = { toldOn: null, subject: null, request: null, held: null }

const openSpecial = (state: ServiceCase): SpecialRun | null => {
  const last = state.specials.at(-1)
  return last === undefined || last.to !== null ? null : last
}

/** Last day of the time that was told to the applicant, from the day that stands in the facts of the clock. */
const specialUntil = (state: ServiceCase, calendar: WorkCalendar): PlainDate | null => {
  const fact = openPauseOf(state)
  return openSpecial(state) === null || fact === null ? null : toldUntil(fact, calendar)
}

/** 45 wants the time needed to be told; a number that no procedure needs would stop the clock for good. */
const tellable = ({ days }: { readonly days: number }): Refusal | null =>
  days > serviceRules.toldDaysMax
    ? refusal('told_time_too_long', { article: 'licensing:45', params: { max: serviceRules.toldDaysMax } })
    : null

const begun = (state: ServiceCase, run: Omit<SpecialRun, 'to' | 'result'>): ServiceCase =>
  withClockFact(
    { ...state, status: 'special', specials: [...state.specials, { ...run, to: null, result: null }] },
    { kind: 'pause', reason: run.procedure, from: run.from, to: null, told: run.days },
  )

const stopped = (state: ServiceCase, to: PlainDate, result: string | null): ServiceCase =>
  withPauseEnded(
    { ...state, specials: state.specials.map((run) => (run.to === null ? { ...run, to, result } : run)) },
    to,
  )

const ended = (state: ServiceCase, to: PlainDate, result: string): ServiceCase => ({
  ...stopped(state, to, result),
  status: 'examining',
})

const unsuspended = (state: ServiceCase, to: PlainDate): ServiceCase =>
  withPauseEnded(
    { ...state, suspensions: state.suspensions.map((stop) => (stop.to === null ? { ...stop, to } : stop)) },
    to,
  )

/** What stops the clock, and what makes it longer. */
export const specialRules: ActRules<SpecialAct> = {
  'service.hearing_tell': {
    fields: ({ subject }) => needed('subject', subject),
    fold: (state, { on, subject }) => ({
      ...state,
      hearing: { ...(state.hearing ?? noHearing), toldOn: on, subject },
    }),
  },
  'service.hearing_request': {
    fields: ({ requestedOn, requestedBy }, state, { today }) => [
      ...notInFuture('requestedOn', requestedOn, today),
      ...notBefore('requestedOn', requestedOn, state.hearing?.toldOn ?? null),
      ...needed('requestedBy', requestedBy),
    ],
    law: (state, { requestedOn }, { calendar }) => {
      const toldOn = state.hearing?.toldOn ?? null
      if (toldOn === null) return refusal('hearing_not_told', { article: 'licensing:47(1)' })
      const due = workdayAfter(calendar, toldOn, licensingDays.hearingRequest)
      return requestedOn > due ? refusal('hearing_request_late', { article: 'licensing:47(1)', params: { due } }) : null
    },
    fold: (state, { requestedOn, requestedBy }) => ({
      ...state,
      hearing: { ...(state.hearing ?? noHearing), request: { on: requestedOn, requestedBy } },
    }),
  },
  'service.hearing_arrange': {
    fields: ({ heldOn, place, days }, _state, { today }) => [
      ...notInPast('heldOn', heldOn, today),
      ...needed('place', place),
      ...counted('days', days, 1),
    ],
    law: (state, { ground, heldOn, days }, { today, calendar }) => {
      const long = tellable({ days })
      if (long !== null) return long
      const earliest = workdayAfter(calendar, today, licensingDays.hearingNotice)
      if (ground === 'request') {
        const request = state.hearing?.request ?? null
        if (request === null) return refusal('hearing_not_requested', { article: 'licensing:47(1)' })
        const due = workdayAfter(calendar, request.on, licensingDays.hearingHeld)
        if (heldOn > due) return refusal('hearing_too_late', { article: 'licensing:47(1)', params: { due } })
      }
      return heldOn < earliest
        ? refusal('hearing_notice_short', { article: 'licensing:48(1)(1)', params: { earliest } })
        : null
    },
    fold: (state, { on, ground, heldOn, place, days }) =>
      begun(
        {
          ...state,
          hearing: { ...(state.hearing ?? noHearing), held: { ground, on: heldOn, place, noticeOn: on } },
        },
        { procedure: 'hearing', reason: place, from: on, days },
      ),
  },
  'service.special_start': {
    fields: ({ reason, days }) => [...needed('reason', reason), ...counted('days', days, 1)],
    law: (_state, act) => tellable(act),
    fold: (state, { on, procedure, reason, days }) => begun(state, { procedure, reason, from: on, days }),
  },
  'service.special_renew': {
    fields: ({ reason, days }) => [...needed('reason', reason), ...counted('days', days, 1)],
    law: (_state, act) => tellable(act),
    fold: (state, { on, reason, days }) => {
      const run = openSpecial(state)
      if (run === null) throw new Error('time told again for a procedure that does not run')
      return begun(stopped(state, on, null), { procedure: run.procedure, reason, from: on, days, renews: true })
    },
  },
  'service.special_end': {
    fields: ({ result }) => needed('result', result),
    fold: (state, { on, result }) => ended(state, on, result),
  },
  'service.special_lapse': {
    fields: ({ reason }) => needed('reason', reason),
    law: (state, _act, { today, calendar }) => timeIsUp(specialUntil(state, calendar), today),
    fold: (state, { on, reason }) => ended(state, on, reason),
  },
  'service.suspend': {
    fields: ({ reason, basis, approvedBy, resumeBy }, _state, { today }) => [
      ...needed('reason', reason),
      ...needed('basis', basis),
      ...needed('approvedBy', approvedBy),
      ...notInPast('resumeBy', resumeBy, today),
    ],
    law: (_state, { resumeBy }, { today, calendar }) =>
      resumeBy > workdayAfter(calendar, today, serviceRules.toldDaysMax)
        ? refusal('told_time_too_long', { article: 'licensing:42(1)', params: { max: serviceRules.toldDaysMax } })
        : null,
    fold: (state, { on, reason, basis, resumeBy, approvedBy }) =>
      withClockFact(
        {
          ...state,
          status: 'suspended',
          suspensions: [...state.suspensions, { from: on, reason, basis, resumeBy, approvedBy, to: null }],
        },
        // Approved until this day: no time is told beyond it.
        { kind: 'pause', reason: 'applicant_cause', from: on, to: null, told: 0, toldFrom: resumeBy },
      ),
  },
  'service.resume': {
    fields: ({ reason }) => needed('reason', reason),
    fold: (state, { on }) => ({ ...unsuspended(state, on), status: 'examining' }),
  },
  'service.suspend_lapse': {
    fields: ({ reason }) => needed('reason', reason),
    law: (state, _act, { today }) => timeIsUp(state.suspensions.at(-1)?.resumeBy ?? null, today),
    fold: (state, { on, reason }) => ({
      ...unsuspended(state, on),
      status: 'terminated',
      ending: { kind: 'terminated', on, ground: 'not_cooperating', reason },
      clockStop: on,
      closedOn: on,
    }),
  },
  'service.extend': {
    fields: ({ days, reason, approvedBy }) => [
      ...counted('days', days, 1),
      ...needed('reason', reason),
      ...needed('approvedBy', approvedBy),
    ],
    law: (state, act, { today, calendar }) => extendable(state, act, today, calendar),
    fold: (state, { on, days, reason, approver, approvedBy }) =>
      withClockFact(
        { ...state, extensions: [...state.extensions, { on, days, reason, approver, approvedBy }] },
        { kind: 'extension', days, on },
      ),
  },
}

/** 42: once, before the limit has run out, at most so many days, and approved by the person whom the paragraph names. */
const extendable = (
  state: ServiceCase,
  { days, approver }: Extract<ExamineAct, { kind: 'service.extend' }>,
  today: PlainDate,
  calendar: WorkCalendar,
): Refusal | null => {
  const mode = modeOf(state.intake)
  const article = limitArticle(mode)
  if ((intakeLimits(state.intake).statutory?.extensionMax ?? 0) === 0) return refusal('extension_not_allowed')
  const before = extensionOf(state)
  if (before !== null) return refusal('extension_given', { article, params: { days: before.days } })
  const max = extensionDays(mode)
  if (days > max) return refusal('extension_too_long', { article, params: { max } })
  if (approver !== (mode === 'joint' ? 'government_head' : 'organ_head'))
    return refusal('approver_wrong', { article, params: { mode } })
  const due = decisionClocks(state, calendar)?.statutory?.due ?? null
  return isAfter(due, today) ? refusal('extension_late', { article, params: { due: due ?? '' } }) : null
}
