import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { workdayAfter } from '../calendar/work-calendar.ts'
import { clockFacts } from '../clock/clock-facts.ts'
import { type ClockRules, clockRules } from '../clock/clock-rules.ts'
import { type DualClock, dualClock } from '../clock/legal-time-state.ts'
import { regulationOn } from '../disclosure/regulation.ts'
import type { PlainDate } from '../plain-date.ts'
import { limitsOf, onceOnlyNoticeDays } from '../service/limits.ts'
import type { ItemSnapshot } from '../service/service-item.ts'
import type { CaseState } from './case-state.ts'

/** No clock runs: before acceptance or confirmation, or for an item without any limit. */
export const noClocks: DualClock = { statutory: null, promised: null }

/** Both limits of a case as it stands. */
export const caseClocks = (state: CaseState, calendar: WorkCalendar): DualClock => {
  if (state.clockStart === null) return noClocks
  return state.kind === 'service'
    ? serviceClocks(state.intake.item, state.clockStart, calendar, state.closedOn)
    : disclosureClocks(state.clockStart, calendar, state.closedOn)
}

/** Limits of an item if accepted on `start`: the statutory one (行政许可法 art. 42 for licences) and the one promised in the guide. */
export const serviceClocks = (
  item: Pick<ItemSnapshot, 'kind' | 'statutoryDays' | 'promisedDays' | 'dayUnit'>,
  start: PlainDate,
  calendar: WorkCalendar,
  stop: PlainDate | null = null,
): DualClock => {
  const limits = limitsOf(item)
  const rules = (
    days: number | null,
    more: Partial<ClockRules['articles']>,
    extensionMax: number,
  ): ClockRules | null =>
    days === null ? null : clockRules({ days, unit: limits.unit, startsOn: 'accepted', extensionMax, articles: more })
  const licensing = item.kind === '行政许可'
  return run(
    {
      statutory: rules(
        limits.statutoryDays,
        licensing
          ? {
              start: ['civilCode:201', 'licensing:42(1)'],
              limit: ['licensing:42(1)', 'licensing:82'],
              extension: ['licensing:42(1)'],
            }
          : {},
        licensing ? 10 : 0,
      ),
      promised: rules(limits.promisedDays, {}, 0),
    },
    start,
    stop,
    calendar,
  )
}

/** Reply limit of a disclosure request received on `start`, under the Regulation in force that day (条例 art. 33; 2008: art. 24). */
export const disclosureClocks = (
  start: PlainDate,
  calendar: WorkCalendar,
  stop: PlainDate | null = null,
): DualClock => {
  const regulation = regulationOn(start)
  const statutory = clockRules({
    days: regulation.replyDays,
    startsOn: 'received',
    extensionMax: regulation.replyDays,
    articles: {
      start: regulation.version === '2019' ? ['ogi2019:31', 'civilCode:201'] : ['ogi2008:24(2)'],
      limit: [regulation.replyArticle],
      extension: [regulation.replyArticle],
    },
  })
  return run({ statutory, promised: null }, start, stop, calendar)
}

/** Last day for the once-only notice on papers that arrived on `arrivedOn` (行政许可法 art. 32(1)(4)); after it they count as accepted. */
export const onceOnlyNoticeDue = (arrivedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayAfter(calendar, arrivedOn, onceOnlyNoticeDays)

/** Last day for the correction notice on a request received on `receivedOn` (条例 art. 30); null where the Regulation gives no number. */
export const correctionNoticeDue = (receivedOn: PlainDate, calendar: WorkCalendar): PlainDate | null => {
  const { correctionNoticeDays } = regulationOn(receivedOn)
  return correctionNoticeDays === null ? null : workdayAfter(calendar, receivedOn, correctionNoticeDays)
}

const run = (
  rules: { readonly statutory: ClockRules | null; readonly promised: ClockRules | null },
  start: PlainDate,
  stop: PlainDate | null,
  calendar: WorkCalendar,
): DualClock => {
  const result = dualClock(rules, clockFacts(start, { stop }), calendar)
  // A start and a stop taken from folded acts cannot contradict the rules; if they do, the fold is wrong.
  if (!result.ok) throw new Error(`clock of a case: ${result.error.map(({ code }) => code).join(', ')}`)
  return result.value
}
