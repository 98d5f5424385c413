import { workdayAfter } from '../calendar/work-calendar.ts'
import type { CheckContext } from '../case/case-module.ts'
import { clockFactsOf, withClockFact } from '../case/clock-log.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'
import { contradiction, replyClock } from './clock-guard.ts'
import { asIfArrived } from './consultation-pause.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { closedWith } from './ending.ts'
import { extensionGiven } from './once-only.ts'
import { needsConfirmation, receiptDate } from './receipt-date.ts'
import { regulationOn } from './regulation.ts'
import { type RulesOf, filled, happened, lawful, problem } from './rule.ts'

/** Receipt, and whose work it is (条例 arts. 29, 31, 33, 43). */
export const intakeRules: RulesOf<
  | 'disclosure.confirm'
  | 'disclosure.mis_sent'
  | 'disclosure.unreachable'
  | 'disclosure.assign'
  | 'disclosure.claim'
  | 'disclosure.return'
  | 'disclosure.help'
  | 'disclosure.withdraw'
  | 'disclosure.request_extension'
  | 'disclosure.refuse_extension'
  | 'disclosure.extend'
> = {
  'disclosure.confirm': {
    fields: ({ confirmedOn }, state, { today }) => {
      if (confirmedOn > today) return [problem('confirmedOn', 'date_in_future')]
      return confirmedOn < state.arrivedOn ? [problem('confirmedOn', 'date_before_arrival')] : []
    },
    law: (state) => (needsConfirmation(state.intake.channel) ? null : refusal('confirmation_not_needed')),
    fold: (state, { confirmedOn }) => {
      const intake = { ...state.intake, confirmedOn }
      return { ...state, status: 'received', intake, clockStart: receiptDate(intake) }
    },
  },
  'disclosure.mis_sent': {
    fields: ({ reason }) => filled('reason', reason),
    law: lawful,
    fold: (state, { on }) => ({ ...state, status: 'closed', closedOn: on }),
  },
  'disclosure.unreachable': {
    fields: ({ attempts }) => (attempts.length === 0 ? [problem('attempts', 'required')] : []),
    law: (state, _act, { today, calendar }) => {
      const until = workdayAfter(calendar, state.arrivedOn, state.terms.confirmationDays)
      return today > until ? null : refusal('time_not_run_out', { params: { until } })
    },
    fold: (state, { on }) => ({ ...state, status: 'closed', closedOn: on }),
  },
  'disclosure.assign': {
    fields: ({ unit }) => filled('unit', unit),
    law: lawful,
    fold: (state, { unit, handler }) => ({ ...state, status: 'processing', assignment: { unit, handler } }),
  },
  'disclosure.claim': {
    fields: ({ handler }) => filled('handler', handler),
    law: (state) => ((state.assignment?.handler ?? null) === null ? null : refusal('already_claimed')),
    fold: (state, { handler }) => ({ ...state, assignment: { unit: state.assignment?.unit ?? '', handler } }),
  },
  'disclosure.return': {
    fields: ({ reason }) => filled('reason', reason),
    law: lawful,
    fold: (state) => ({ ...state, status: 'received', assignment: null }),
  },
  'disclosure.help': {
    fields: ({ what }) => filled('what', what),
    law: lawful,
    fold: (state, { on, what }) => ({ ...state, help: [...state.help, { on, what }] }),
  },
  'disclosure.withdraw': {
    fields: ({ reason }) => filled('reason', reason),
    law: lawful,
    // A request that was never confirmed was never received: there is nothing to count.
    fold: (state, { on, reason }) =>
      state.clockStart === null
        ? { ...state, status: 'closed', closedOn: on }
        : closedWith(state, on, { outcome: 'other_other', reason }),
  },
  'disclosure.request_extension': {
    fields: ({ reason }) => filled('reason', reason),
    law: (state, { days }, context) =>
      state.extensionRequest === null
        ? extendable(state, { days, on: context.today }, context)
        : refusal('extension_requested', {
            article: regulationOn(state.clockStart ?? state.arrivedOn).replyArticle,
          }),
    fold: (state, { on, days, reason }) => ({ ...state, extensionRequest: { days, reason, on } }),
  },
  'disclosure.refuse_extension': {
    fields: ({ reason }) => filled('reason', reason),
    law: (state) => (state.extensionRequest === null ? refusal('extension_not_requested') : null),
    fold: (state) => ({ ...state, extensionRequest: null }),
  },
  'disclosure.extend': {
    fields: (act, state, context) => [
      ...filled('reason', act.reason),
      ...filled('approver.name', act.approver.name),
      ...filled('approver.title', act.approver.title),
      ...happened('approvedOn', act.approvedOn, state, context),
    ],
    law: (state, { days, approvedOn }, context) => extendable(state, { days, on: approvedOn }, context),
    fold: (state, { days, reason, approver, approvedOn }) => {
      const extended = withClockFact(state, { kind: 'extension', days, on: approvedOn })
      const fact = extended.clockFacts.length
      const consent = { fact, days, reason, approver, approvedOn }
      return { ...extended, consents: [...state.consents, consent], extensionRequest: null }
    },
  },
}

/** Once, within the reply limit, and no longer than the Regulation allows (art. 33(2)). */
const extendable = (
  state: DisclosureCase,
  { days, on }: { readonly days: number; readonly on: PlainDate },
  { today, calendar }: CheckContext,
): Refusal | null => {
  const { replyArticle: article, replyDays } = regulationOn(state.clockStart ?? state.arrivedOn)
  if (clockFactsOf(state) === null) return refusal('clock_not_running', { article })
  const given = extensionGiven(state)
  if (given !== null) return given
  if (days < 1 || days > replyDays) return refusal('extension_too_long', { article, params: { days, max: replyDays } })
  const due = replyClock(state, calendar)?.due ?? null
  if (due !== null && (today > due || on > due)) return refusal('extension_late', { article, params: { due } })
  // While nobody knows when a letter arrived the limit may have run out already.
  const surely = due ?? replyClock(asIfArrived(state), calendar)?.due ?? null
  if (surely !== null && today > surely) return refusal('receipt_not_recorded', { article })
  return contradiction(withClockFact(state, { kind: 'extension', days, on }))
}
