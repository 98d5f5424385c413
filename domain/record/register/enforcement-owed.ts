import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { type PlainDate, isPlainDate } from '../../plain-date.ts'
import { type PenaltyClass, penaltyClasses, publishBy, publishedUntil } from '../../register/enforcement-period.ts'
import type { DecisionKind } from '../publication/proactive-facts.ts'
import type { RegisterValues } from '../../register/schema.ts'
import { type RegisterEntry, latestVersion } from './register-record.ts'

/** What is owed for an enforcement result: to be published by a day, or, a penalty, to be taken down after its last day. */
export interface EnforcementOwed {
  readonly kind: 'publish' | 'stop'
  readonly last: PlainDate
}

/** Null for entries of other registers, for those taken out, and for published results that stay. */
export const enforcementOwed = (entry: RegisterEntry, calendar: WorkCalendar): EnforcementOwed | null => {
  if (entry.register !== 'enforcement_results' || entry.status === 'withdrawn') return null
  const { values } = latestVersion(entry)
  const decidedOn = dateOf(values['decidedOn'])
  if (decidedOn === null) return null
  const publishedOn = dateOf(values['publishedOn'])
  if (publishedOn === null) return { kind: 'publish', last: publishBy(decidedOn, calendar) }
  if (values['kind'] !== 'penalty') return null
  const last = publishedUntil(classOf(values['penaltyClass']), publishedOn, dateOf(values['restrictedUntil']))
  return last === null ? null : { kind: 'stop', last }
}

/** The days on which an enforcement result is shown; null = it was not published, or never is. */
export const enforcementShown = (
  values: RegisterValues,
): { readonly from: PlainDate; readonly until: PlainDate | null } | null => {
  const from = dateOf(values['publishedOn'])
  if (from === null) return null
  if (values['kind'] !== 'penalty') return { from, until: null }
  const until = publishedUntil(classOf(values['penaltyClass']), from, dateOf(values['restrictedUntil']))
  return until === null ? null : { from, until }
}

/** Decisions that section 二 of the annual report counts; those entered by mistake are none, those whose period is over still are. */
export const enforcementDecisions = (
  entries: Iterable<RegisterEntry>,
): readonly { readonly kind: DecisionKind; readonly decidedOn: PlainDate }[] => {
  const decisions: { kind: DecisionKind; decidedOn: PlainDate }[] = []
  for (const entry of entries) {
    if (entry.register !== 'enforcement_results' || entry.endings.at(-1)?.change === 'error') continue
    const { values } = latestVersion(entry)
    const decidedOn = dateOf(values['decidedOn'])
    const kind = reportedKind(values['kind'])
    if (decidedOn !== null && kind !== null) decisions.push({ kind, decidedOn })
  }
  return decisions
}

const dateOf = (value: unknown): PlainDate | null => (typeof value === 'string' && isPlainDate(value) ? value : null)

/** A penalty of no stated class stays for the longer period: taken down too early it cannot be put right. */
const classOf = (value: unknown): PenaltyClass => penaltyClasses.find((each) => each === value) ?? 'other'

const reportedKind = (value: unknown): DecisionKind | null =>
  value === 'licence' || value === 'penalty' || value === 'compulsion' ? value : null
